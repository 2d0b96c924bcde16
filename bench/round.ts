// One round of a benchmark: a block of cases in full, then the same transactions bare, and how long each stage took.
import fc from 'fast-check';
import { newStages, type Stages } from '../harness/stages';
import { replayBare } from '../harness/recording';
import { outcomeOf } from '../suites/case-outcome';
import { judgedBy, seedOf, type ClaimRun } from '../suites/claim-run';
import { runAll } from '../suites/run-claim';
import type { Tried } from '../suites/runner';
import type { RunnableClaim } from '../suites/claims';
import { ALL_FENCES, PROGRAMS, type Subject, type TimedSubject } from './open';
import { compareAgain } from './compare-again';
import { stampAgain } from './stamp-again';

export type Work = { readonly claim: RunnableClaim; readonly seed: number; readonly cases: number };

/** Milliseconds of wall time; transactions are counted, not cases. */
export type Round = { readonly run: number; readonly bare: number; readonly transactions: number };

const runOf = ({ backend }: Subject, { claim, seed, cases }: Work): ClaimRun => ({
  claim,
  runner: backend,
  programs: PROGRAMS,
  seed,
  runs: cases,
  fences: ALL_FENCES,
});

/** Runs the cases as a run does. Throws where the harness failed, since figures would mean nothing. */
export async function inFull(subject: Subject, work: Work): Promise<number> {
  const start = performance.now();
  const { matrix } = await runAll(runOf(subject, work), work.claim.cases(ALL_FENCES));
  const wall = performance.now() - start;
  if ([...matrix.values()].some(({ entry }) => entry.verdict === 'harness-fault'))
    throw new Error('The harness failed while it was measured: no figures.');
  return wall;
}

/** The cases in full, and the same transactions bare. */
export async function measure(subject: Subject, work: Work): Promise<Round> {
  let run = 0;
  const recording = await subject.backend.record(async () => {
    run = await inFull(subject, work);
  });
  const transactions = recording.runs.flat().filter(({ kind }) => kind === 'send').length;
  return { run, bare: await replayBare(recording), transactions };
}

/** Milliseconds of each stage of a round of cases. */
export type Shares = Readonly<Record<(typeof STAGES)[number], number>>;
export const STAGES = [
  'generating',
  'predicting',
  'building',
  'signing',
  'setting',
  'running',
  'reading back',
  'comparing',
] as const;

const reset = (stages: Stages): void => void Object.assign(stages, newStages());

/**
 * A round taken apart. Predicting and comparing are told apart by comparing once more with what was predicted; signing
 * is what filling in blockhash and counter takes, since the signatures are dummies. What a backend decodes is compared.
 */
export async function takeApart(subject: TimedSubject, work: Work): Promise<Shares> {
  const { claim, seed, cases } = work;
  const run = runOf(subject, work);
  const { stages, backend } = subject;
  const timed = <T>(act: () => T): readonly [T, number] => {
    const start = performance.now();
    return [act(), performance.now() - start];
  };
  const [generated, generating] = timed(() =>
    fc.sample(claim.cases(ALL_FENCES), { seed: seedOf(seed, claim.id), numRuns: cases }),
  );
  const plans = generated.map(({ plan }) => plan);
  reset(stages);
  let all: readonly Tried[] = [];
  const recorded = await backend.record(async () => {
    all = await backend.runAll(plans);
  });
  const { building, setting, running, reading, decoding } = stages;
  const judging = judgedBy(run);
  const [outcomes, judged] = timed(() =>
    plans.map((plan, at) => {
      const tried = all[at];
      if (tried === undefined) throw new Error('A plan was lost.');
      return outcomeOf({ case: { plan, twin: null }, twin: null, plan: tried }, judging);
    }),
  );
  const [, comparing] = timed(() => compareAgain(outcomes));
  const [, signing] = timed(() => stampAgain(recorded));
  return {
    generating,
    predicting: Math.max(0, judged - comparing),
    building,
    signing,
    setting,
    running,
    'reading back': reading,
    comparing: comparing + decoding,
  };
}
