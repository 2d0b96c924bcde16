// Runs a few cases of a rule on 0.28.3 with bytes of one of its programs changed, and counts what is red.
import { LISTED_TREES } from '../../generators/edits/odd-writes';
import type { Backend } from '../../harness/backend';
import { loadRelease } from '../../programs/load';
import { FENCES } from '../../spec/fences';
import { ruleById } from '../../spec/rules';
import { claimById } from '../claims';
import { runAll } from '../run-claim';
import { openRecordingRunner, openRunner, type Replacements } from './open-runner';

/** Of versions before 0.28; behind it there are no writes without trees, of which some programs are wrong. */
const NOT_NEEDED = LISTED_TREES;
const NEEDED_FENCES = new Set(FENCES.map(({ rule }) => rule).filter((rule) => rule !== NOT_NEEDED));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 60;
/** A validator of the other runtime goes on using a processor until its process ends, and here there is one for each program. */
const RUNTIME = 'litesvm';
/** Where little is enough, the next stage is run only if that was not shown in the one before. */
const STAGES = [8, CASES];
/** As many as a run has. */
const OF_A_RUN = 310;
/** A plan that fits into no packet says nothing. */
const NOT_SENT = 'not sent';
/** Bytes in hex by their offset in the file. */
export type Bytes = Readonly<Record<number, string>>;
export type Program = keyof Replacements;

const changed = (program: Program, bytes: Bytes): Buffer => {
  const elf = Buffer.from(loadRelease('0.28.3')[program]);
  for (const [offset, hex] of Object.entries(bytes)) elf.write(hex, Number(offset), 'hex');
  return elf;
};

const opened = (rule: string, program: Program, bytes: Bytes): Promise<Backend> => {
  const replaced = { [program]: changed(program, bytes) };
  return ruleById(rule)?.recorded === true
    ? openRecordingRunner(replaced, RUNTIME)
    : openRunner(replaced, RUNTIME);
};

type Wrong = { readonly observed: string; readonly count: number };

/** What is red of the first cases of the rule. */
const wrongIn = async (
  rule: string,
  { runner, runs }: { readonly runner: Backend; readonly runs: number },
): Promise<readonly Wrong[]> => {
  const claim = claimById(rule);
  if (claim === undefined) throw new Error(`There is no claim ${rule}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs, fences: NEEDED_FENCES };
  const { matrix } = await runAll(run, claim.cases(NEEDED_FENCES));
  return [...matrix.values()]
    .filter(({ entry: { verdict, observed } }) => verdict !== 'match' && observed !== NOT_SENT)
    .map(({ entry: { observed }, count }) => ({ observed, count }));
};

const sum = (wrong: readonly Wrong[]): number => wrong.reduce((before, { count }) => before + count, 0);

/** What to count. */
export type Counted = {
  /** Outcomes that are known of the published program: they are not red. */
  readonly known?: ReadonlySet<string>;
  /** Where the first few cases show so many, the others are not run. Left out, sixty are. */
  readonly enough?: number;
  /** What is wrong is rare, so that a run's number of cases is the last stage in the place of sixty. */
  readonly isRare?: boolean;
};

/** How many cases of the rule end otherwise than as documented, or as observed before. */
export const redIn = async (
  rule: string,
  program: Program,
  bytes: Bytes,
  { known = new Set(), enough = Infinity, isRare = false }: Counted = {},
): Promise<number> => {
  const runner = await opened(rule, program, bytes);
  const red = async (runs: number): Promise<number> =>
    sum((await wrongIn(rule, { runner, runs })).filter(({ observed }) => !known.has(observed)));
  try {
    const stages = isRare ? [...STAGES, OF_A_RUN] : STAGES;
    let count = 0;
    for (const runs of enough === Infinity ? stages.slice(-1) : stages) {
      count = await red(runs);
      if (count >= enough) break;
    }
    return count;
  } finally {
    runner.close();
  }
};
