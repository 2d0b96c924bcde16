// Runs all cases of a claim and counts what came of them.
import fc from 'fast-check';
import type { Generated } from '../generators/breaking';
import type { Fences } from '../generators/settings';
import type { CodeColumn } from '../spec/codes/types';
import type { ClaimResult } from '../spec/result';
import { judgedBy, seedOf, type ClaimRun } from './claim-run';
import { claimById } from './claims';
import { exemplarOf, findingsOf, seenCodesOf } from './kept-cases';
import { disagreementsOf } from './both/witness';
import { inBatches } from './in-batches';
import { runCases } from './run-case';
import { count, newTally, type Tally } from './tally';

/** Cases that go to the validator at once: enough to keep like work together, few enough to keep in memory. */
const BATCH = 128;

const putDownOf = ({ putDown }: Tally): Pick<ClaimResult, 'putDown'> =>
  putDown.size === 0
    ? {}
    : {
        putDown: [...putDown].map(([key, times]) => {
          const [rule = '', observed = ''] = key.split('|');
          return { rule, observed, count: times };
        }),
      };

/** Runs every case of a claim and counts; nothing is shrunk. */
export const runAll = async (run: ClaimRun, cases: fc.Arbitrary<Generated>): Promise<Tally> => {
  const { claim, runner, beforeCase } = run;
  const tally = newTally();
  const seed = seedOf(run.seed, claim.id);
  let index = 0;
  await inBatches(cases, { seed, numRuns: run.runs, size: BATCH }, async (batch) => {
    const start = index;
    const before = (position: number): void => beforeCase?.(claim.id, start + position);
    const outcomes = await runCases(runner, { cases: batch, before, ...judgedBy(run) });
    outcomes.forEach((outcome, position) => {
      count(tally, { rule: claim.rule, index, outcome });
      for (const fence of batch[position]?.fenced ?? [])
        tally.fenced.set(fence, (tally.fenced.get(fence) ?? 0) + 1);
      index += 1;
    });
  });
  return tally;
};

const withinOf = ({ within }: Tally): NonNullable<ClaimResult['within']> =>
  [...within].map(([key, times]) => {
    const [instruction = '', observed = ''] = key.split('|');
    return { instruction: instruction as CodeColumn, observed, count: times };
  });

/** Runs a claim in full and keeps the smallest case of each finding. */
export const runClaim = async (run: ClaimRun): Promise<ClaimResult> => {
  const { claim, fences, runs } = run;
  const cases = claim.cases(fences);
  run.notebook?.take();
  const tally = await runAll(run, cases);
  if (tally.executed !== runs) throw new Error(`${claim.id}: ${tally.executed} of ${runs} cases ran.`);
  const findings = await findingsOf(run, cases, tally);
  const disagreements = disagreementsOf(run);
  return {
    claim: claim.id,
    kind: claim.kind,
    requested: runs,
    executed: tally.executed,
    violating: tally.violating,
    twins: tally.twins,
    inconclusive: tally.inconclusive,
    unspecified: tally.unspecified,
    ownCode: tally.ownCode,
    leavesVerified: tally.leavesVerified,
    matrix: [...tally.matrix.values()].map(({ entry, count: times }) => ({ ...entry, count: times })),
    findings,
    exemplar: await exemplarOf(run, cases, tally),
    seenCodes: await seenCodesOf(run, cases, tally),
    fenced: Object.fromEntries(tally.fenced),
    coverage: Object.fromEntries(tally.coverage),
    attempted: Object.fromEntries(tally.attempted),
    within: withinOf(tally),
    ...putDownOf(tally),
    ...(disagreements && { disagreements }),
  };
};

/** The case of one index, generated without running anything. */
export const caseOf = (
  claim: string,
  index: number,
  { seed, fences }: { seed: number; fences: Fences },
): Generated => {
  const found = claimById(claim);
  if (found === undefined) throw new Error(`There is no claim ${claim}.`);
  const place = { seed: seedOf(seed, claim), path: String(index), numRuns: 1 };
  const [sampled] = fc.sample(found.cases(fences), place);
  if (sampled === undefined) throw new Error(`${claim} has no case ${index}.`);
  return sampled;
};
