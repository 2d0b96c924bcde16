// Traces the plans of claims in worker processes; what they reached comes back in the order of the claims.
import { join } from 'node:path';
import type { ClaimReach, GuidedRequest, GuidedResult } from '../../spec/reach';
import { EXIT } from '../../report/exit-code';
import type { Child } from '../child';
import { WorkerDeath } from '../child';
import { Failure } from '../failure';
import { openChild, PATIENCE } from '../open-child';
import { launchers, type Launcher } from '../pin';
import { showLine } from '../progress';
import type { OpenOptions } from '../protocol';
import { WORKER } from '../tool';

export type TracePool = {
  readonly open: OpenOptions;
  readonly workers: number;
  /** An existing folder for progress files. */
  readonly folder: string;
  readonly debug: boolean;
  readonly signal: AbortSignal;
  /** What each worker runs; left out, the real one. */
  readonly script?: string;
};

/** A traced plan takes thirty times as long as another, and the validator starts within the first one. */
const SILENCE = 4 * PATIENCE.silence;

async function start(pool: TracePool, name: string, launcher: Launcher): Promise<Child> {
  const { child } = await openChild({
    script: pool.script ?? WORKER,
    progressFile: join(pool.folder, name),
    launcher,
    debug: pool.debug,
    // Traces are LiteSVM's; what a changed plan does otherwise than documented must show on bankrun, too.
    open: { ...pool.open, known: [], backend: 'bankrun' },
    patience: PATIENCE,
    isStopped: () => pool.signal.aborted,
    onStart: (started) => pool.signal.addEventListener('abort', started.kill),
  });
  return child;
}

/** A worker that died while it traced says nothing about the program. */
async function orFault<T>(what: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(
      `The validator stopped (${error.reason}) while ${what} was traced: run it again.`,
      EXIT.fault,
    );
  }
}

export type ReachRequest = {
  readonly claims: readonly string[];
  readonly cases: number;
  readonly onDone: (claims: number) => void;
};

/**
 * What the first cases of each claim reach.
 * @throws Failure with exit code 3 when a worker dies.
 */
export async function traceClaims(pool: TracePool, request: ReachRequest): Promise<readonly ClaimReach[]> {
  const { claims, cases, onDone } = request;
  const queue = [...claims];
  const reaches = new Map<string, ClaimReach>();
  const lanes = launchers(Math.min(pool.workers, claims.length));
  await Promise.all(
    lanes.map(async (launcher, lane) => {
      const child = await start(pool, `trace-${lane}`, launcher);
      try {
        for (let claim = queue.shift(); claim !== undefined; claim = queue.shift()) {
          const asked = child.ask<'reach'>({ type: 'reach', claim, cases }, SILENCE);
          reaches.set(claim, await orFault(claim, asked));
          onDone(reaches.size);
        }
      } finally {
        child.kill();
      }
    }),
  );
  return claims.flatMap((claim) => reaches.get(claim) ?? []);
}

/** A plan of both runs' own is traced once where both have it: three quarters of twice as many. */
const PLANNED = 1.5;

/** `300 of about 1500 guided and unguided plans`; behind them come smaller plans, whose number nobody knows. */
export function guidedLine(tried: number, { executions }: Pick<GuidedRequest, 'executions'>): string {
  const planned = Math.ceil(executions * PLANNED);
  const smaller = tried - planned;
  return smaller <= 0
    ? `${tried} of about ${planned} guided and unguided plans`
    : `all of about ${planned} guided and unguided plans, and ${smaller} tries to make smaller what they found`;
}

/**
 * A guided run, in one worker: each plan depends on those before it.
 * @throws Failure with exit code 3 when the worker dies.
 */
export async function traceGuided(pool: TracePool, request: GuidedRequest): Promise<GuidedResult> {
  const child = await start(pool, 'guided', launchers(1)[0] as Launcher);
  const stop = showLine(process.stderr, () => guidedLine(child.progress().beat, request));
  try {
    return await orFault('a changed plan', child.ask<'guided'>({ type: 'guided', request }, SILENCE));
  } finally {
    stop();
    child.kill();
  }
}
