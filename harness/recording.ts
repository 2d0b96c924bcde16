// Records what a run asks of the validator, so that a benchmark can repeat only that: the cost without the harness.
import { send, type Sender } from './sender';
import type { Place, Validator } from './validator';
import type { Stampable } from './wire/stamp';

/** Setting an account (restoring, patching, data), or sending a transaction. */
export type Operation =
  | { readonly kind: 'set'; readonly place: Place }
  | { readonly kind: 'send'; readonly transaction: Stampable };

/** The operations of each run, in order, and the validator that they belong to. */
export type Recording = { readonly runs: Operation[][]; readonly sender: Sender };

/** Where operations go while one records. */
export type Recorder = { recording: Recording | null };

/** Adds an operation to the latest run, if one records. */
export function note({ recording }: Recorder, operation: Operation): void {
  recording?.runs.at(-1)?.push(operation);
}

/** The validator with every setting of an account noted. */
export const noting = (validator: Validator, recorder: Recorder): Validator => ({
  ...validator,
  prepare: (address, account) => {
    const place = validator.prepare(address, account);
    return () => {
      note(recorder, { kind: 'set', place });
      place();
    };
  },
});

/**
 * Repeats a recording without encoding, reading back or comparing; transactions get new blockhashes and counters.
 * Returns the wall time in milliseconds. Each run restores what it touched, as it did when it was recorded.
 */
export async function replayBare({ runs, sender }: Recording): Promise<number> {
  const start = performance.now();
  for (const operations of runs)
    for (const operation of operations) {
      if (operation.kind === 'set') operation.place();
      else await send(sender, operation.transaction);
    }
  return performance.now() - start;
}
