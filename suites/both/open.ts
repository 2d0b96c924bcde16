// Opens programs on the runtime that is asked for, or on both.
import { openBackend, openBankrun, openLiteSvm, type BackendOptions } from '../../harness/backend';
import type { BackendName } from '../../spec/runtime';
import type { Place } from '../../spec/runtime-differences';
import type { Runner } from '../runner';
import { newNotebook, type Notebook } from './notebook';
import { paired, type Opened } from './pair';
import { toldAsOnBankrun } from './told';

/** Opens backends that are all of one kind; of both runtimes, all of them note in one notebook. */
export type Opening = {
  readonly open: (options: BackendOptions) => Promise<Opened>;
  /** Null where bankrun alone runs. */
  readonly notebook: Notebook | null;
  /** What a claim runs on. */
  readonly runnerFor: (runner: Runner, place: Place) => Runner;
};

/** How to open backends of a name. */
export function openingOf(name: BackendName = 'bankrun'): Opening {
  if (name === 'bankrun') return { open: openBankrun, notebook: null, runnerFor: (runner) => runner };
  const notebook = newNotebook();
  if (name === 'litesvm') {
    const runnerFor: Opening['runnerFor'] = (runner, place) => toldAsOnBankrun(runner, { place, notebook });
    return { open: openLiteSvm, notebook, runnerFor };
  }
  const open: Opening['open'] = async (options) => {
    const how = { ...options, keepsContents: true } as const;
    const bankrun = await openBackend({ ...how, runtime: 'bankrun' });
    const litesvm = await openBackend({ ...how, runtime: 'litesvm' });
    return paired({ bankrun, litesvm }, notebook);
  };
  return { open, notebook, runnerFor: (runner) => runner };
}
