// Spreads claims over worker processes, longest first; results come back in claim order whoever ran them.
import { join } from 'node:path';
import type { ClaimResult, ProgramHashes } from '../spec/result';
import type { Claim } from '../suites/engine-types';
import type { Child } from './child';
import { describeFault, type PoolFault } from './fault';
import { openChild, type Patience } from './open-child';
import { launchers, type Launcher } from './pin';
import type { OpenOptions } from './protocol';

export type PoolInput = {
  readonly claims: readonly Claim[];
  readonly open: OpenOptions;
  readonly workers: number;
  /** The worker's script; a seam for tests. */
  readonly script: string;
  /** An existing folder for progress files. */
  readonly folder: string;
  readonly patience: Patience;
  readonly debug: boolean;
  readonly signal: AbortSignal;
};

/** What is going on, for the progress display. */
export type PoolState = { readonly done: readonly ClaimResult[]; readonly running: readonly Running[] };
export type Running = { readonly claim: string; readonly index: number };

export type PoolResult = {
  readonly programs: ProgramHashes | null;
  readonly results: readonly ClaimResult[];
  readonly faults: readonly PoolFault[];
};

type Lane = { child: Child | undefined; claim: string | undefined };
type Pool = {
  readonly input: PoolInput;
  readonly queue: Claim[];
  readonly results: Map<string, ClaimResult>;
  readonly faults: Map<string, PoolFault>;
  readonly lanes: readonly Lane[];
  programs: ProgramHashes | null;
};

/** Sweeps first (their plans are the longest), then by number of cases; ties by name. */
export function longestFirst(claims: readonly Claim[]): readonly Claim[] {
  const weight = ({ kind, defaultRuns }: Claim): number => defaultRuns * (kind === 'sweep' ? 3 : 1);
  return claims.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}

async function start(pool: Pool, lane: Lane, launcher: Launcher): Promise<Child> {
  const { script, folder, open, patience, debug, signal } = pool.input;
  const progressFile = join(folder, `progress-${pool.lanes.indexOf(lane)}`);
  const onStart = (child: Child): void => {
    lane.child = child;
    if (signal.aborted) child.kill();
  };
  const opened = await openChild({
    script,
    progressFile,
    launcher,
    debug,
    open,
    patience,
    onStart,
    isStopped: () => signal.aborted,
  });
  pool.programs ??= opened.programs;
  return opened.child;
}

type Task = { readonly pool: Pool; readonly lane: Lane; readonly launcher: Launcher; readonly claim: Claim };

/** Names what went wrong, and fetches the plan of the case from a fresh process, without running it. */
async function recover({ pool, lane, launcher, claim }: Task, error: unknown): Promise<void> {
  const index = lane.child?.progress().index ?? -1;
  lane.child?.kill();
  const child = await start(pool, lane, launcher);
  const fault = describeFault(claim.id, error, index);
  const { patience } = pool.input;
  const planned = await (fault.index < 0
    ? null
    : child
        .ask<'plan'>({ type: 'plan', claim: claim.id, index: fault.index }, patience.silence)
        .catch(() => null));
  pool.faults.set(claim.id, { ...fault, planned });
}

async function runOne(task: Task): Promise<void> {
  const { pool, lane, claim } = task;
  lane.claim = claim.id;
  try {
    const request = { type: 'run', claim: claim.id } as const;
    const result = await lane.child?.ask<'run'>(request, pool.input.patience.silence);
    if (result !== undefined) pool.results.set(claim.id, result);
  } catch (error) {
    if (pool.input.signal.aborted) throw error;
    await recover(task, error);
  } finally {
    lane.claim = undefined;
  }
}

async function work(pool: Pool, lane: Lane, launcher: Launcher): Promise<void> {
  await start(pool, lane, launcher);
  for (let claim = pool.queue.shift(); claim !== undefined; claim = pool.queue.shift()) {
    await runOne({ pool, lane, launcher, claim });
  }
}

function stateOf(pool: Pool): PoolState {
  const running = pool.lanes.flatMap(({ child, claim }) =>
    child === undefined || claim === undefined ? [] : [{ claim, index: child.progress().index }],
  );
  return { done: [...pool.results.values()], running };
}

const inOrder = <T>(claims: readonly Claim[], items: ReadonlyMap<string, T>): readonly T[] =>
  claims.flatMap(({ id }) => items.get(id) ?? []);

async function finish(pool: Pool): Promise<PoolResult> {
  const { claims, signal } = pool.input;
  const killAll = (): void => pool.lanes.forEach(({ child }) => child?.kill());
  signal.addEventListener('abort', killAll);
  const launch = launchers(pool.lanes.length);
  try {
    await Promise.all(pool.lanes.map((lane, index) => work(pool, lane, launch[index] as Launcher)));
  } finally {
    pool.queue.length = 0;
    killAll();
    signal.removeEventListener('abort', killAll);
  }
  return {
    programs: pool.programs,
    results: inOrder(claims, pool.results),
    faults: inOrder(claims, pool.faults),
  };
}

/**
 * Runs all claims. A claim that kills its worker, stalls or throws becomes a fault; the others go on.
 * `state` can be read at any time; `finished` rejects if no worker can be started, or on an interrupt.
 */
export function runPool(input: PoolInput): {
  readonly state: () => PoolState;
  readonly finished: Promise<PoolResult>;
} {
  const count = Math.min(input.workers, input.claims.length);
  const pool: Pool = {
    input,
    queue: [...longestFirst(input.claims)],
    results: new Map(),
    faults: new Map(),
    lanes: Array.from({ length: count }, () => ({ child: undefined, claim: undefined })),
    programs: null,
  };
  return { state: () => stateOf(pool), finished: finish(pool) };
}
