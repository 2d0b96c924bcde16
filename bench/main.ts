// `npm run bench`: a run's wall time over the bare replay of the same transactions, alternating in one process.
import { openBankrun, type Backend } from '../harness/backend';
import { replayBare } from '../harness/recording';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { FENCES } from '../spec/fences';
import type { ClaimRun } from '../suites/claim-run';
import { runAll } from '../suites/run-claim';
import { MIXES, type Mix } from './mixes';

const VERSION = '0.28.3';
const ROUNDS = 12;
/** Rounds in front that are not counted: a worker of a run has run ten thousand cases before long, compiled code that is. */
const WARM_UP = 20;
const CASES_PER_ROUND = 150;
const PROGRAMS = { version: VERSION, systemProgram: '', accountCompression: '', caller: '' };
const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));

export type Round = { readonly run: number; readonly bare: number; readonly transactions: number };

const openDefault = (): Promise<Backend> => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(VERSION);
  const programs = { systemProgram, accountCompression, caller: loadCaller() };
  return openBankrun({ programs: noop === undefined ? programs : { ...programs, noop }, fixtures });
};

/** One block of cases in full, then the same transactions bare; times in milliseconds. */
const measure = async (backend: Backend, { claim }: Mix, seed: number): Promise<Round> => {
  const work: ClaimRun = {
    claim,
    runner: backend,
    programs: PROGRAMS,
    seed,
    runs: CASES_PER_ROUND,
    fences: ALL_FENCES,
  };
  let run = 0;
  const recording = await backend.record(async () => {
    const start = performance.now();
    const { matrix } = await runAll(work, claim.cases(ALL_FENCES));
    run = performance.now() - start;
    const faults = [...matrix.values()].filter(({ entry }) => entry.verdict === 'harness-fault');
    if (faults.length > 0) throw new Error('The harness failed while it was measured: no figures.');
  });
  const transactions = recording.runs.flat().filter(({ kind }) => kind === 'send').length;
  return { run, bare: await replayBare(recording), transactions };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const ratiosOf = (rounds: readonly Round[]): readonly number[] => rounds.map(({ run, bare }) => run / bare);

/** The range that holds the middle half of the values. */
const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  return `half of the rounds ${at(0.25)} to ${at(0.75)}, all ${at(0)} to ${at(1)}`;
};

const line = ({ name, goal }: Mix, rounds: readonly Round[]): string => {
  const ratios = ratiosOf(rounds);
  const ratio = median(ratios);
  const perTransaction = median(rounds.map(({ run, transactions }) => run / transactions));
  const bare = median(rounds.map((round) => round.bare / round.transactions));
  const verdict = goal === null ? 'no goal' : `${ratio <= goal ? 'within' : 'ABOVE'} ${goal.toFixed(1)}`;
  return `${name.padEnd(16)} ${ratio.toFixed(2)} x bare replay (${verdict})   ${perTransaction.toFixed(3)} ms a transaction, bare ${bare.toFixed(3)} ms; ${spread(ratios)}`;
};

/** Prints one line for each mix; 0 when all are within their goal, else 1. */
export const main = async (): Promise<number> => {
  const backend = await openDefault();
  console.log(
    `bankrun, ${VERSION}; ${ROUNDS} rounds of ${CASES_PER_ROUND} cases a mix behind ${WARM_UP} to warm up, medians:`,
  );
  let above = 0;
  for (const mix of MIXES) {
    for (let round = 0; round < WARM_UP; round += 1) await measure(backend, mix, -round);
    const rounds: Round[] = [];
    for (let seed = 1; seed <= ROUNDS; seed += 1) rounds.push(await measure(backend, mix, seed));
    console.log(line(mix, rounds));
    if (mix.goal !== null && median(ratiosOf(rounds)) > mix.goal) above += 1;
  }
  backend.close();
  return above === 0 ? 0 : 1;
};
