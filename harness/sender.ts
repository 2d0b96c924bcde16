// Sends transactions under a blockhash that still lives, each one unlike every other.
import { HarnessFault } from './errors';
import type { Answer, Validator } from './validator';
import { stamp, type Stampable } from './wire/stamp';

/** A blockhash lives for about 1.2 seconds; it is replaced long before that. */
const LIFETIME_MS = 300;
const LIFETIME_SENDINGS = 200;
const ATTEMPTS = 5;

export type Sender = {
  readonly validator: Validator;
  blockhash: Buffer;
  fetchedAt: number;
  sendings: number;
  counter: number;
};

async function refresh(sender: Sender): Promise<void> {
  sender.blockhash = await sender.validator.latestBlockhash();
  sender.fetchedAt = performance.now();
  sender.sendings = 0;
}

/** A sender that fetches its first blockhash when it is first used. */
export const newSender = (validator: Validator): Sender => ({
  validator,
  blockhash: Buffer.alloc(32),
  fetchedAt: -Infinity,
  sendings: 0,
  counter: 0,
});

const isOld = ({ fetchedAt, sendings }: Sender): boolean =>
  sendings >= LIFETIME_SENDINGS || performance.now() - fetchedAt > LIFETIME_MS;

/**
 * Stamps and sends a transaction; one whose blockhash was forgotten has not run and is sent again.
 * @throws HarnessFault when no blockhash is accepted, or the transaction was taken for an earlier one.
 */
export async function send(sender: Sender, transaction: Stampable): Promise<Answer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (isOld(sender) || attempt > 0) await refresh(sender);
    sender.sendings++;
    const { blockhash, validator } = sender;
    const answer = await validator.send(stamp(transaction, { blockhash, counter: sender.counter++ }));
    const error = answer.refused?.error;
    if (error === 'AlreadyProcessed')
      throw new HarnessFault('The validator took a new transaction for an earlier one: report this.');
    if (error !== 'BlockhashNotFound') return answer;
  }
  throw new HarnessFault('The validator knows none of the blockhashes that it names: run it again.');
}
