// Asks a runtime whether it takes somebody's programs at all: one that it does not would look like one that refuses every call.
import { InputError } from '../programs/errors';
import type { KeyRole } from '../spec/world';
import { HarnessFault } from './errors';
import type { Guest } from './guest';
import type { Validator } from './validator';
import { encodeMessage } from './wire/message';
import { slotOf, type World } from './world';

/** The line that bankrun's loader logs in the program's place; what a program itself logs begins with `Program log:`. */
const NOT_LOADED = 'Program is not deployed';
/** What LiteSVM says when it is given the account. */
const REFUSED = /set an account: .*invalid account data for instruction/;

const PAYER = 'payer:0';
const ASKED = ['light-system', 'account-compression'] as const;

/** Each with how it is called in a sentence. */
const askedOf = (guest: Guest | undefined): readonly (readonly [KeyRole, string])[] => [
  ...ASKED.map((program) => [program, `the given program at ${program}`] as const),
  ...(guest === undefined
    ? []
    : [[`program:${guest.name}`, `the calling program at ${guest.programId}`] as const]),
];

/** @throws InputError where the world's own programs are refused as they are set; any other failure as it is. */
function withPrograms(make: () => World): World {
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
 * Calls each program under test once, and somebody's own caller, without accounts and data; whatever it answers, it was
 * loaded.
 * @throws InputError where the runtime did not load it.
 */
async function requireLoaded(world: World, validator: Validator, guest?: Guest): Promise<void> {
  const payer = slotOf(world, PAYER); // it is set when it is first named
  const blockhash = await validator.latestBlockhash();
  for (const [program, called] of askedOf(guest)) {
    const instructions = [{ program, accounts: [], data: Buffer.alloc(0) }];
    const { bytes, blockhashAt } = encodeMessage({ feePayer: PAYER, instructions });
    blockhash.copy(bytes, blockhashAt);
    const answer = await validator.send(bytes);
    payer.reset();
    if (answer.logs().includes(NOT_LOADED))
      throw new InputError(
        `The runtime refuses to load ${called}, though it is an ELF file for Solana: build or copy it again.`,
      );
  }
}

/**
 * A world in which programs are somebody's own, the guest, if there is one, among them.
 * @throws InputError where the runtime does not load one of them.
 */
export async function loadedWorld(make: () => World, validator: Validator, guest?: Guest): Promise<World> {
  const world = withPrograms(make);
  await requireLoaded(world, validator, guest);
  return world;
}
