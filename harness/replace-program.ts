// Puts another program in the place of one of the world's, for good: every case after that finds it.
import type { KeyRole } from '../spec/world';
import { InputError } from '../programs/errors';
import { slotOf, type World } from './world';

/** What a runtime says of bytes that are no program to it; anything else that goes wrong is no news of the file. */
const REFUSED = /invalid account data for instruction/;

/**
 * Replaces a program's code (ELF bytes).
 * @throws InputError where the validator does not take it; any other failure as it is.
 */
export function replaceProgram(world: World, key: KeyRole, elf: Buffer): void {
  const slot = slotOf(world, key);
  const base = { ...slot.base, data: elf };
  const reset = world.prepare(slot.address, base);
  try {
    reset();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!REFUSED.test(message)) throw error;
    throw new InputError(`The validator does not load the program: ${message}`);
  }
  world.slots.set(key, { ...slot, base, current: base, reset });
}
