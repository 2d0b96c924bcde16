// `npm run bench`: what the suite costs over the runtimes' own work, where its time goes, and how that grows.
import { arch, cpus, platform } from 'node:os';
import { compileLater } from '../harness/compile-later';
import { RUNTIMES, type RuntimeName } from '../spec/runtime';
import { casesBench, plansBench } from './growth';
import { openSubject, VERSION, type Subject } from './open';
import { replayBench, type Rounds } from './replay';
import { sharesBench } from './shares';
import { speedBench } from './speed';
import { workersBench } from './workers';

export const PARTS = ['replay', 'shares', 'speed', 'growth', 'workers'] as const;
export type Part = (typeof PARTS)[number];

/** `parts` and `runtimes` empty for all, but for workers, which take minutes; `quick` for a look, not for figures. */
export type BenchOptions = {
  readonly parts: readonly Part[];
  readonly runtimes: readonly RuntimeName[];
  readonly quick: boolean;
};

const QUICK: Rounds = { rounds: 2, warmUp: 1 };
const FULL: Rounds = { rounds: 12, warmUp: 20 };

const title = (text: string): void => console.log(`\n${text}`);

async function oneRuntime(
  subject: Subject,
  { quick }: BenchOptions,
  asked: (part: Part) => boolean,
): Promise<number> {
  const rounds = quick ? QUICK : FULL;
  let above = 0;
  if (asked('replay')) {
    title(`${subject.runtime}: a run's wall time over the bare replay of its transactions, medians`);
    above = await replayBench(subject, rounds);
  }
  if (asked('shares')) {
    title(`${subject.runtime}: where the time of a plan goes`);
    await sharesBench(subject.runtime, rounds);
  }
  if (asked('growth')) {
    title(`${subject.runtime}: mixed plans, more and more of them, then longer and longer ones`);
    await casesBench(subject, quick ? 1000 : 100_000);
    await plansBench(subject);
  }
  return above;
}

function head({ quick }: BenchOptions): void {
  const processor = cpus()[0]?.model ?? 'unknown';
  console.log(
    `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} x ${processor}; programs ${VERSION}`,
  );
  if (quick) console.log('A quick look: too few rounds for figures.');
}

/** Prints the parts that are asked for; 0 when all are within their goals and reports are the same, else 1. */
export const main = async (options: BenchOptions): Promise<number> => {
  const { parts, quick } = options;
  const asked = (part: Part): boolean => (parts.length === 0 ? part !== 'workers' : parts.includes(part));
  const runtimes = options.runtimes.length === 0 ? RUNTIMES : options.runtimes;
  compileLater(); // as a worker of a run does
  head(options);
  const subjects: Subject[] = [];
  let bad = 0;
  for (const runtime of runtimes) {
    const subject = await openSubject(runtime); // the other one is not there yet, as in a worker of a run
    subjects.push(subject);
    bad += await oneRuntime(subject, options, asked);
  }
  const [first, second] = subjects;
  if (asked('speed') && first !== undefined && second !== undefined) {
    title('cases a second on the same plans');
    bad += await speedBench([first, second], quick ? QUICK : FULL);
  }
  for (const { backend } of subjects) backend.close();
  for (const runtime of asked('workers') ? runtimes : []) {
    title(`${runtime}: workers`);
    if (!workersBench(runtime)) bad += 1;
  }
  return bad === 0 ? 0 : 1;
};
