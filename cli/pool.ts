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
  /** Of an interrupted run: these claims are not run again. */
  readonly done?: ReadonlyMap<string, ClaimResult>;
  readonly onResult?: (result: ClaimResult) => void;
  /** What comes next, asked whenever a worker is free; left out, every claim in full, the longest first. */
  readonly next?: (results: ReadonlyMap<string, ClaimResult>) => Turn | undefined;
  /** When it aborts, what is finished is the result; what is under way is given up. */
  readonly enough?: AbortSignal;
};

/** A claim and how many of its cases; left out, as many as the run is about. */
export type Turn = { readonly claim: Claim; readonly runs?: number };

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
  readonly next: () => Turn | undefined;
  readonly results: Map<string, ClaimResult>;
  readonly faults: Map<string, PoolFault>;
  readonly lanes: readonly Lane[];
  programs: ProgramHashes | null;
  /** Every process, alive or not. */
  readonly started: Set<Child>;
  /** Nothing more is begun. */
  isClosed: boolean;
};

/** Sweeps first (their plans are the longest), then by number of cases; ties by name. */
export function longestFirst(claims: readonly Claim[]): readonly Claim[] {
  const weight = ({ kind, defaultRuns }: Claim): number => defaultRuns * (kind === 'sweep' ? 3 : 1);
  return claims.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}

const isOver = ({ input: { signal, enough }, isClosed }: Pool): boolean =>
  isClosed || signal.aborted || enough?.aborted === true;

async function start(pool: Pool, lane: Lane, launcher: Launcher): Promise<Child> {
  const { script, folder, open, patience, debug } = pool.input;
  const progressFile = join(folder, `progress-${pool.lanes.indexOf(lane)}`);
  const onStart = (child: Child): void => {
    lane.child = child;
    pool.started.add(child);
    if (isOver(pool)) child.kill();
  };
  const opened = await openChild({
    script,
    progressFile,
    launcher,
    debug,
    open,
    patience,
    onStart,
    isStopped: () => isOver(pool),
  });
  pool.programs ??= opened.programs;
  return opened.child;
}

type Task = Turn & { readonly pool: Pool; readonly lane: Lane; readonly launcher: Launcher };

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
  const { pool, lane, claim, runs } = task;
  lane.claim = claim.id;
  try {
    const request = { type: 'run', claim: claim.id, ...(runs !== undefined && { runs }) } as const;
    const result = await lane.child?.ask<'run'>(request, pool.input.patience.silence);
    if (result === undefined) return;
    pool.results.set(claim.id, result);
    pool.input.onResult?.(result);
  } catch (error) {
    if (isOver(pool)) throw error;
    await recover(task, error);
  } finally {
    lane.claim = undefined;
  }
}

async function work(pool: Pool, lane: Lane, launcher: Launcher): Promise<void> {
  await start(pool, lane, launcher);
  for (let turn = pool.next(); turn !== undefined && !isOver(pool); turn = pool.next()) {
    await runOne({ pool, lane, launcher, ...turn });
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
  const { claims, signal, enough } = pool.input;
  const killAll = (): void => pool.lanes.forEach(({ child }) => child?.kill());
  for (const each of [signal, enough]) each?.addEventListener('abort', killAll);
  const launch = launchers(pool.lanes.length);
  const lanes = pool.lanes.map((lane, index) => work(pool, lane, launch[index] as Launcher));
  try {
    await Promise.all(lanes);
  } catch (error) {
    if (enough?.aborted !== true || signal.aborted) throw error;
    await Promise.allSettled(lanes);
  } finally {
    pool.isClosed = true;
    killAll();
    for (const each of [signal, enough]) each?.removeEventListener('abort', killAll);
    await Promise.all([...pool.started].map((child) => child.gone())); // none of them writes a file any more
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
  const { done = new Map<string, ClaimResult>() } = input;
  const open = input.claims.filter(({ id }) => input.next !== undefined || !done.has(id));
  const queue = [...longestFirst(open)];
  const inTurn = (): Turn | undefined => {
    const claim = queue.shift();
    return claim && { claim };
  };
  const count = Math.min(input.workers, open.length);
  const pool: Pool = {
    input,
    next: () => (pool.isClosed ? undefined : input.next === undefined ? inTurn() : input.next(pool.results)),
    results: new Map(done),
    faults: new Map(),
    lanes: Array.from({ length: count }, () => ({ child: undefined, claim: undefined })),
    programs: null,
    started: new Set(),
    isClosed: false,
  };
  return { state: () => stateOf(pool), finished: finish(pool) };
}
