// Runs the plans of claims with traces of the system program, on a validator of its own that starts when needed.
import fc from 'fast-check';
import type { TracedBackend, TracedRun } from '../../harness/trace/traced-backend';
import type { Fences } from '../../generators/settings';
import { HarnessFault, PlanTooLarge } from '../../harness/errors';
import type { Plan } from '../../spec/plan';
import type { ClaimReach, GuidedRequest, GuidedResult } from '../../spec/reach';
import { seedOf } from '../claim-run';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runGuided } from './guided';
import { claimReach, countReach, newReachTally } from './reach-tally';

export type TraceEngine = {
  /** What the first cases of a claim reach, twins too. */
  readonly reach: (claim: string, cases: number) => Promise<ClaimReach>;
  readonly guided: (request: GuidedRequest) => Promise<GuidedResult>;
};

export type TraceInput = {
  readonly open: () => Promise<TracedBackend>;
  /** The other runtime, on which findings are tried again. */
  readonly runner: Runner;
  readonly seed: number;
  readonly fences: Fences;
  readonly beforeCase?: (claim: string, index: number) => void;
};

/** Plans of a claim; behind a seed that is the claim's own, as in a run. */
export function plansOf(
  id: string,
  cases: number,
  { seed, fences }: Pick<TraceInput, 'seed' | 'fences'>,
): readonly Plan[][] {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const made = fc.sample(claim.cases(fences), { seed: seedOf(seed, id), numRuns: cases });
  return made.map(({ plan, twin }) => (twin === null ? [plan] : [twin, plan]));
}

/** A plan that fits into no packet was not sent. */
export async function tryTraced(backend: TracedBackend, plan: Plan): Promise<TracedRun | null> {
  try {
    return await backend.run(plan);
  } catch (error) {
    if (error instanceof PlanTooLarge) return null;
    throw error;
  }
}

/** An engine whose validator starts with the first question. */
export function traceEngine(input: TraceInput): TraceEngine {
  let opening: Promise<TracedBackend> | undefined;
  const backend = (): Promise<TracedBackend> => (opening ??= input.open());
  const reach: TraceEngine['reach'] = async (claim, cases) => {
    const tally = newReachTally();
    const traced = await backend();
    for (const [index, plans] of plansOf(claim, cases, input).entries()) {
      input.beforeCase?.(claim, index);
      for (const plan of plans) {
        const run = await tryTraced(traced, plan);
        if (run !== null) countReach(tally, run.reach, run.observation);
      }
    }
    if (tally.pcs.size === 0 && tally.plans > 0 && isAboutProgram(claim))
      throw new HarnessFault(`The plans of ${claim} left no trace of the system program: report this.`);
    return claimReach(claim, tally);
  };
  return { reach, guided: async (request) => runGuided(await backend(), input, request) };
}

/** Call graphs need not call the system program at all, and the token program refuses much by itself. */
const isAboutProgram = (claim: string): boolean => !/^(?:cpi-guide|laws|token)\//.test(claim);
