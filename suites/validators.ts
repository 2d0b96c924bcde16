// The validators of an engine: one for nearly everything, and for laws about slots others that start when needed.
import { openBackend, type Backend, type BackendOptions } from '../harness/backend';
import type { Runner } from './runner';

export type Validators = Backend & Required<Pick<Runner, 'atSlot'>>;

/**
 * Opens the programs in a validator, and in another one for each slot that is asked for; closing it closes them all.
 * @throws HarnessFault when one does not start.
 */
export const openValidators = async (options: BackendOptions): Promise<Validators> => {
  const main = await openBackend(options);
  const later = new Map<number, Promise<Backend>>();
  const atSlot = (slot: number): Promise<Backend> => {
    const opening = later.get(slot) ?? openBackend({ ...options, slot });
    later.set(slot, opening);
    return opening;
  };
  const close = (): void => {
    main.close();
    for (const opening of later.values()) void opening.then((backend) => backend.close());
  };
  return { ...main, atSlot, close };
};
