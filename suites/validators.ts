// The validators of an engine: one for nearly everything, and for laws about slots others that start when needed.
import type { BackendOptions } from '../harness/backend';
import type { Opening } from './both/open';
import type { Opened } from './both/pair';
import type { Runner } from './runner';

export type Validators = Opened & Required<Pick<Runner, 'atSlot'>>;

/**
 * Opens the programs in a validator, and in another one for each slot that is asked for; closing it closes them all.
 * @throws HarnessFault when one does not start.
 */
export const openValidators = async (open: Opening['open'], options: BackendOptions): Promise<Validators> => {
  const main = await open(options);
  const later = new Map<number, Promise<Opened>>();
  const atSlot = (slot: number): Promise<Opened> => {
    const opening = later.get(slot) ?? open({ ...options, slot });
    later.set(slot, opening);
    return opening;
  };
  const close = (): void => {
    main.close();
    for (const opening of later.values()) void opening.then((backend) => backend.close());
  };
  return { ...main, atSlot, close };
};
