// Asks a runtime whether it takes somebody's programs at all: one that it does not would look like one that refuses every call.
import { InputError } from '../programs/errors';
import { HarnessFault } from './errors';
import type { Validator } from './validator';
import { encodeMessage } from './wire/message';
import { slotOf, type World } from './world';

/** The line that bankrun's loader logs in the program's place; what a program itself logs begins with `Program log:`. */
const NOT_LOADED = 'Program is not deployed';
/** What LiteSVM says when it is given the account. */
const REFUSED = /set an account: .*invalid account data for instruction/;

const PAYER = 'payer:0';
const ASKED = ['light-system', 'account-compression'] as const;

/** @throws InputError where the world's own programs are refused as they are set; any other failure as it is. */
export function withPrograms(make: () => World): World {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof HarnessFault) || !REFUSED.test(error.message)) throw error;
    throw new InputError(
      'The runtime refuses to load the given program, though it is an ELF file for Solana: build or copy it again.',
    );
  }
}

/**
 * Calls each program under test once, without accounts and data; whatever it answers, it was loaded.
 * @throws InputError where the runtime did not load it.
 */
export async function requireLoaded(world: World, validator: Validator): Promise<void> {
  const payer = slotOf(world, PAYER); // it is set when it is first named
  const blockhash = await validator.latestBlockhash();
  for (const program of ASKED) {
    const instructions = [{ program, accounts: [], data: Buffer.alloc(0) }];
    const { bytes, blockhashAt } = encodeMessage({ feePayer: PAYER, instructions });
    blockhash.copy(bytes, blockhashAt);
    const answer = await validator.send(bytes);
    payer.reset();
    if (answer.logs().includes(NOT_LOADED))
      throw new InputError(
        `The runtime refuses to load the given program at ${program}, though it is an ELF file for Solana: build or copy it again.`,
      );
  }
}
