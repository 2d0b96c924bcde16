// Runs a few cases of a claim on the real programs with a lie about what they did, for the tests that each one is caught.
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Hex } from '../../spec/plan';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 20;

export type Lie = (after: WorldAfter) => Partial<WorldAfter>;

export const lying = (real: Runner, lie: Lie): Runner => ({
  ...(real.facts && { facts: real.facts }),
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    const changed = (outcome: TransactionOutcome): TransactionOutcome =>
      outcome.raised === null ? { ...outcome, after: { ...outcome.after, ...lie(outcome.after) } } : outcome;
    return { transactions: transactions.map(changed) };
  },
});

/** The kinds of verdict on a few cases of a claim. */
export const kindsOf = async (runner: Runner, id: string): Promise<readonly string[]> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...new Set([...matrix.values()].map(({ entry }) => entry.verdict))].sort();
};

export type Row = readonly [title: string, claim: string, lie: Lie, expected: string];

export const otherByte = (hash: Hex): Hex => hash.slice(0, -2) + (hash.endsWith('00') ? '01' : '00');
