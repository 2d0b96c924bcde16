// Spreads pairs of rules over worker processes in small parts; results come back in the order of the pairs.
import { join } from 'node:path';
import type { Pair, PairResult } from '../spec/precedence';
import type { ProgramHashes } from '../spec/result';
import { WorkerDeath, type Child } from './child';
import { openChild, PATIENCE } from './open-child';
import { launchers, type Launcher } from './pin';
import type { OpenOptions } from './protocol';
import { WORKER } from './tool';

export type PairPoolInput = {
  readonly pairs: readonly Pair[];
  readonly cases: number;
  readonly open: OpenOptions;
  readonly workers: number;
  /** An existing folder for progress files. */
  readonly folder: string;
  readonly debug: boolean;
  readonly signal: AbortSignal;
  readonly onDone?: (pairs: number) => void;
  /** Parts that are finished already, by their number. */
  readonly done?: ReadonlyMap<number, readonly PairResult[]>;
  readonly onPart?: (at: number, pairs: readonly PairResult[]) => void;
  /** Whether a part is to be run here; left out, all are. */
  readonly isMine?: (at: number) => boolean;
};

export type PairPoolResult = {
  readonly programs: ProgramHashes | null;
  readonly results: readonly PairResult[];
  /** One sentence for each part that could not be run. */
  readonly faults: readonly string[];
  /** The same by the number of the part. */
  readonly parts: PairParts;
};

export type PairParts = {
  readonly results: ReadonlyMap<number, readonly PairResult[]>;
  readonly faults: ReadonlyMap<number, string>;
};

type Part = { readonly at: number; readonly pairs: readonly Pair[]; readonly tries: number };
type Lane = { readonly number: number; readonly launcher: Launcher; child: Child | undefined };
type Pool = {
  readonly input: PairPoolInput;
  readonly queue: Part[];
  readonly results: Map<number, readonly PairResult[]>;
  readonly faults: Map<number, string>;
  programs: ProgramHashes | null;
  /** Every process, alive or not. */
  readonly started: Set<Child>;
  /** Nothing more is begun. */
  isClosed: boolean;
};

const isOver = ({ input, isClosed }: Pool): boolean => isClosed || input.signal.aborted;

const PART = 24;
/** A validator that crashed once may not do so again. */
const TRIES = 2;

const partsOf = (pairs: readonly Pair[]): Part[] =>
  Array.from({ length: Math.ceil(pairs.length / PART) }, (_, at) => ({
    at,
    pairs: pairs.slice(at * PART, (at + 1) * PART),
    tries: TRIES,
  }));

async function childOf(pool: Pool, lane: Lane): Promise<Child> {
  if (lane.child !== undefined) return lane.child;
  const { folder, open, debug } = pool.input;
  const opened = await openChild({
    script: WORKER,
    progressFile: join(folder, `progress-${lane.number}`),
    launcher: lane.launcher,
    debug,
    open,
    patience: PATIENCE,
    onStart: (child) => {
      lane.child = child;
      pool.started.add(child);
      if (isOver(pool)) child.kill();
    },
    isStopped: () => isOver(pool),
  });
  lane.child = opened.child;
  pool.programs ??= opened.programs;
  return opened.child;
}

const faultText = ({ pairs }: Part, { reason }: WorkerDeath): string => {
  const [first, last] = [pairs[0], pairs.at(-1)];
  return `The validator stopped (${reason}) twice among the pairs from ${first?.first ?? ''} and ${first?.second ?? ''} to ${last?.first ?? ''} and ${last?.second ?? ''}.`;
};

async function runPart(pool: Pool, lane: Lane, part: Part): Promise<void> {
  const { cases, onDone } = pool.input;
  try {
    const child = await childOf(pool, lane);
    const request = { pairs: part.pairs, cases };
    const results = await child.ask<'pairs'>({ type: 'pairs', request }, PATIENCE.silence);
    pool.results.set(part.at, results);
    pool.input.onPart?.(part.at, results);
    onDone?.(part.pairs.length);
  } catch (error) {
    lane.child?.kill();
    lane.child = undefined;
    if (isOver(pool) || !(error instanceof WorkerDeath)) throw error;
    if (part.tries > 1) pool.queue.push({ ...part, tries: part.tries - 1 });
    else pool.faults.set(part.at, faultText(part, error));
  }
}

async function work(pool: Pool, lane: Lane): Promise<void> {
  for (let part = pool.queue.shift(); part !== undefined && !isOver(pool); part = pool.queue.shift())
    await runPart(pool, lane, part);
}

const inOrder = <T>(items: ReadonlyMap<number, T>): readonly T[] =>
  [...items].toSorted(([a], [b]) => a - b).map(([, item]) => item);

/** What all parts showed, and one sentence for each that could not be run, in the order of the pairs. */
export const inPartOrder = ({
  results,
  faults,
}: PairParts): { readonly results: readonly PairResult[]; readonly faults: readonly string[] } => ({
  results: inOrder(results).flat(),
  faults: inOrder(faults),
});

/** How many parts that many pairs make. */
export const partCount = (pairs: readonly Pair[]): number => partsOf(pairs).length;

/**
 * Runs all pairs; any number of workers gives the same results.
 * @throws Failure when no worker can be started, and whatever an interrupt makes of a worker.
 */
export async function runPairPool(input: PairPoolInput): Promise<PairPoolResult> {
  const { done = new Map<number, readonly PairResult[]>(), isMine = () => true } = input;
  const queue = partsOf(input.pairs).filter(({ at }) => isMine(at) && !done.has(at));
  const pool: Pool = {
    input,
    queue,
    results: new Map(done),
    faults: new Map(),
    programs: null,
    started: new Set(),
    isClosed: false,
  };
  const count = Math.min(input.workers, queue.length);
  const lanes = launchers(count).map((launcher, number): Lane => ({ number, launcher, child: undefined }));
  const killAll = (): void => lanes.forEach(({ child }) => child?.kill());
  input.signal.addEventListener('abort', killAll);
  try {
    await Promise.all(lanes.map((lane) => work(pool, lane)));
  } finally {
    pool.isClosed = true;
    killAll();
    input.signal.removeEventListener('abort', killAll);
    await Promise.all([...pool.started].map((child) => child.gone())); // none of them writes a file any more
  }
  const { programs, results, faults } = pool;
  return { programs, ...inPartOrder({ results, faults }), parts: { results, faults } };
}
