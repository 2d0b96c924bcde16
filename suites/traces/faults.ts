// Plans at which the suite itself failed during a guided run: one of each kind, the smallest.
import type { TracedBackend } from '../../harness/trace/traced-backend';
import type { GuidedFault } from '../../spec/reach';
import { judgedAs } from './judged-as';
import { planSize } from '../../report/plan-size';
import type { Runner } from '../runner';
import { tryJudged, type Failed, type Judged, type Origin, type Skipped } from './try-judged';

export type Faults = Map<string, GuidedFault>;

export const newFaults = (): Faults => new Map();

/** Messages without what differs from plan to plan and from machine to machine: folders, and numbers. */
const general = (message: string): string =>
  message.replace(/(?:file:\/\/)?(?:\/[^\s/:'"]+)+\/([^\s/:'"]+)/g, '$1').replace(/\d+/g, 'N');

/** When the suite failed. */
type Moment = Pick<GuidedFault, 'whenConfirming'>;

/** Counts an error that came of our own code; it is told by its name and message. */
export function noteFault(faults: Faults, { claim, plan }: Origin, error: Error, moment: Moment): void {
  const cause = `${error.name}: ${general(error.message)}`;
  const before = faults.get(cause);
  const count = 1 + (before?.count ?? 0);
  const isSmaller = before === undefined || planSize(plan) < planSize(before.plan);
  const found = { claim, plan, judgedAs: judgedAs({ claim, plan }), cause, ...moment };
  const smallest = isSmaller ? found : before;
  faults.set(cause, { ...smallest, count });
}

type Trying = { readonly backend: TracedBackend; readonly runner: Runner; readonly faults: Faults };

/** Runs and judges one plan, and notes where the suite fails. @throws HarnessFault when the validator fails. */
export async function tryNoted(
  { backend, runner, faults }: Trying,
  origin: Origin,
): Promise<Judged | Skipped | Failed> {
  const tried = await tryJudged(backend, runner, origin);
  if (tried.kind === 'failed') noteFault(faults, origin, tried.error, { whenConfirming: false });
  return tried;
}

/** In an order that does not depend on which came first. */
export const faultsOf = (faults: Faults): readonly GuidedFault[] =>
  [...faults].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault);
