// Worker processes that are asked one thing at a time and may die of it: each death is an answer, and a new one starts.
import { join } from 'node:path';
import type { Request, Answers, OpenOptions } from '../protocol';
import { WorkerDeath, type Child } from '../child';
import { openChild, PATIENCE, type Patience } from '../open-child';
import { launchers, type Launcher } from '../pin';

export type LanesInput = {
  readonly open: OpenOptions;
  readonly workers: number;
  readonly script: string;
  /** An existing folder for progress files. */
  readonly folder: string;
  readonly debug: boolean;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
};

/** How a worker died of a request. */
export type Death = { readonly fate: 'crash' | 'timeout'; readonly reason: string };

type Asked = 'trace' | 'refer' | 'mutant' | 'compare';
type RequestOf<T extends Asked> = Extract<Request, { type: T }>;
/** What a request was answered with, or how its worker died. */
export type Outcome<T extends Asked> = ({ readonly answer: Answers[T] } | { readonly death: Death }) & {
  /** From asking to the answer, or to the death. */
  readonly seconds: number;
};

export type Lanes = {
  /** Answers in the order of the requests, whoever gives them. Rejects with an error that a worker answers with. */
  readonly askAll: <T extends Asked>(
    requests: readonly RequestOf<T>[],
    done?: (count: number) => void,
  ) => Promise<readonly Outcome<T>[]>;
  /** Ends all workers, those that are still starting too; resolves when none is left that could write a file. */
  readonly close: () => Promise<void>;
};

/** A case of a history takes some milliseconds, and traced on a busy machine some seconds; a silence this long is no case. */
const SILENCE = 120_000;
export const MUTANT_PATIENCE: Patience = { ...PATIENCE, ready: 120_000, silence: SILENCE };

const SILENT = 'no answer';

const deathOf = ({ reason }: WorkerDeath): Death => ({
  fate: reason.startsWith(SILENT) ? 'timeout' : 'crash',
  reason,
});

type Lane = {
  child: Child | undefined;
  /** Every process, open or not. */
  readonly started: Set<Child>;
  isClosed: boolean;
  readonly launcher: Launcher;
  readonly progressFile: string;
};

async function opened(input: LanesInput, lane: Lane): Promise<Child> {
  if (lane.child !== undefined) return lane.child;
  const { open, script, debug, signal, patience = MUTANT_PATIENCE } = input;
  const { child } = await openChild({
    ...{ script, debug, open, patience, launcher: lane.launcher, progressFile: lane.progressFile },
    isStopped: () => signal.aborted || lane.isClosed,
    onStart: (started) => {
      lane.started.add(started);
      if (lane.isClosed || signal.aborted) started.kill();
      signal.addEventListener('abort', started.kill);
    },
  });
  return (lane.child = child);
}

async function askOne<T extends Asked>(
  input: LanesInput,
  lane: Lane,
  request: RequestOf<T>,
): Promise<Outcome<T>> {
  const child = await opened(input, lane);
  const asked = performance.now();
  const seconds = (): number => (performance.now() - asked) / 1000;
  try {
    const { silence } = input.patience ?? MUTANT_PATIENCE;
    const answer = await child.ask<T>(request as never, silence);
    return { answer, seconds: seconds() };
  } catch (error) {
    if (input.signal.aborted || !(error instanceof WorkerDeath)) throw error;
    child.kill();
    lane.child = undefined;
    return { death: deathOf(error), seconds: seconds() };
  }
}

/** Workers that start when they are first needed. */
export function openLanes(input: LanesInput): Lanes {
  const lanes = launchers(input.workers).map((launcher, i): Lane => ({
    child: undefined,
    started: new Set(),
    isClosed: false,
    launcher,
    progressFile: join(input.folder, `progress-${i}`),
  }));
  const askAll: Lanes['askAll'] = async <T extends Asked>(
    requests: readonly RequestOf<T>[],
    done?: (count: number) => void,
  ) => {
    const outcomes: Outcome<T>[] = [];
    let next = 0;
    let count = 0;
    const work = async (lane: Lane): Promise<void> => {
      for (let at = next++; at < requests.length; at = next++) {
        const request = requests[at];
        if (request !== undefined) outcomes[at] = await askOne<T>(input, lane, request);
        done?.(++count);
      }
    };
    const stop = (error: unknown): never => {
      next = requests.length; // no lane is to start anything more
      throw error;
    };
    const working = lanes.slice(0, Math.max(1, requests.length)).map((lane) => work(lane).catch(stop));
    await Promise.all(working);
    return outcomes;
  };
  const close = async (): Promise<void> => {
    for (const lane of lanes) {
      lane.isClosed = true;
      for (const child of lane.started) child.kill();
    }
    await Promise.all(lanes.flatMap(({ started }) => [...started].map((child) => child.gone())));
  };
  return { askAll, close };
}
