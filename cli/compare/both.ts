// Two workers, one for each build, that are asked the same.
import type { Case } from '../../spec/verdict';
import type { Sight } from '../../spec/comparison';
import type { Plan } from '../../spec/plan';
import type { PairResult } from '../../spec/precedence';
import type { ProgramHashes } from '../../spec/result';
import type { PairsRequest } from '../../suites/engine-types';
import type { PairReplay, PairReplayInput } from '../../suites/precedence/replay-pair';
import { EXIT } from '../../report/exit-code';
import { WorkerDeath } from '../child';
import { Failure } from '../failure';
import { PATIENCE } from '../open-child';
import { withSession, type Session } from '../session';
import type { Build } from './build-option';

export type Sights = { readonly before: Sight; readonly after: Sight };

export type Side = keyof Sights;

export type Both = {
  readonly programs: { readonly before: ProgramHashes; readonly after: ProgramHashes };
  readonly look: (
    claim: string,
    cases: number,
  ) => Promise<{ readonly before: readonly Sight[]; readonly after: readonly Sight[] }>;
  readonly lookAt: (claim: string, plan: Plan) => Promise<Sights>;
  readonly pairs: (
    request: PairsRequest,
  ) => Promise<{ readonly before: readonly PairResult[]; readonly after: readonly PairResult[] }>;
  /** A case of two broken rules on one of the builds. */
  readonly pairOn: (side: Side, input: PairReplayInput) => Promise<PairReplay>;
  /** One case of a claim, generated without running it. */
  readonly caseOf: (claim: string, index: number) => Promise<Case>;
};

const { silence } = PATIENCE;
/** All plans of a part are made before the first is sent, which takes a busy machine longer than a plan does. */
const SILENCE_OF_PAIRS = 4 * silence;

/** Says on which build the validator stopped. */
async function on<T>({ name }: Build, asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(`The validator stopped (${error.reason}) on ${name}.`, EXIT.fault);
  });
}

type Opened = { readonly build: Build; readonly session: Session };

function bothOf(one: Opened, other: Opened): Both {
  const ask = async <T>(of: (session: Session) => Promise<T>): Promise<{ before: T; after: T }> => {
    const [before, after] = await Promise.all(
      [one, other].map(({ build, session }) => on(build, of(session))),
    );
    return { before: before as T, after: after as T };
  };
  return {
    programs: { before: one.session.programs, after: other.session.programs },
    look: (claim, cases) => ask(({ child }) => child.ask<'look'>({ type: 'look', claim, cases }, silence)),
    lookAt: (claim, plan) =>
      ask(({ child }) => child.ask<'lookAt'>({ type: 'lookAt', claim, plan }, silence)),
    pairs: (request) => ask(({ child }) => child.ask<'pairs'>({ type: 'pairs', request }, SILENCE_OF_PAIRS)),
    pairOn: (side, input) => {
      const { build, session } = side === 'before' ? one : other;
      return on(build, session.child.ask<'pair'>({ type: 'pair', input }, silence));
    },
    caseOf: (claim, index) =>
      on(other.build, other.session.child.ask<'plan'>({ type: 'plan', claim, index }, silence)),
  };
}

export type BothOptions = {
  readonly before: Build;
  readonly after: Build;
  readonly seed: number;
  readonly fences: ReadonlySet<string>;
  readonly debug: boolean;
};

/** Runs `work` with a worker on each build; plans are the same on both. */
export async function withBoth<T>(options: BothOptions, work: (both: Both) => Promise<T>): Promise<T> {
  const { before, after, seed, fences, debug } = options;
  const of = ({ files }: Build, lane: number): Parameters<typeof withSession>[0] => ({
    open: { ...files, seed, fences, metered: true },
    debug,
    lane,
  });
  return withSession(of(before, 0), (one) =>
    withSession(of(after, 1), (other) =>
      work(bothOf({ build: before, session: one }, { build: after, session: other })),
    ),
  );
}
