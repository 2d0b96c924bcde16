// Opens programs on the runtime that is asked for, or on both.
import { openBackend, type Backend, type BackendOptions } from '../../harness/backend';
import type { BackendName } from '../../spec/runtime';
import { newNotebook, type Notebook } from './notebook';
import { paired } from './pair';

/** Opens backends that are all of one kind; of both runtimes, all of them note in one notebook. */
export type Opening = {
  readonly open: (options: BackendOptions) => Promise<Backend>;
  /** Null where there is one runtime only. */
  readonly notebook: Notebook | null;
};

/** How to open backends of a name. */
export function openingOf(name: BackendName = 'bankrun'): Opening {
  if (name !== 'both')
    return { open: (options) => openBackend({ ...options, runtime: name }), notebook: null };
  const notebook = newNotebook();
  const open: Opening['open'] = async (options) => {
    const how = { ...options, keepsContents: true } as const;
    const bankrun = await openBackend({ ...how, runtime: 'bankrun' });
    const litesvm = await openBackend({ ...how, runtime: 'litesvm' });
    return paired({ bankrun, litesvm }, notebook);
  };
  return { open, notebook };
}
