// What one call shows is told in one call: the writes in front of it go, with plan and twin changed at once.
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import type { PlannedInstruction } from '../../spec/plan';
import type { Observation, Raised } from '../../spec/outcome';
import { claimById } from '../claims';
import { runClaim } from '../run-claim';
import type { Runner } from '../runner';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };

type Answer = (raised: Raised, last: PlannedInstruction | undefined) => Raised | null;

/** A program that answers another error than the real one, or accepts what that refuses. */
const answering = (real: Runner, answer: Answer): Runner => ({
  run: async (plan): Promise<Observation> => {
    const { transactions } = await real.run(plan);
    const last = plan.transactions.at(-1)?.instructions.at(-1);
    return {
      transactions: transactions.map((outcome) =>
        outcome.raised === null ? outcome : { ...outcome, raised: answer(outcome.raised, last) },
      ),
    };
  },
});

const flagsOf = (item: PlannedInstruction | undefined) =>
  item?.kind === 'invocation' ? item.data.cpiContext : null;

/** Wrong where a context is written only, so that the generator's own shrinking ends there. */
const acceptingWrites: Answer = (raised, last) => {
  const flags = flagsOf(last);
  return flags?.set === true || flags?.firstSet === true ? null : raised;
};
/** Wrong in all that takes part in a context, but for sets. */
const acceptingExecutions: Answer = (raised, last) => (flagsOf(last)?.set === false ? null : raised);
const anotherCode: Answer = (raised) => ({ ...raised, code: 6020 });

const ROWS: readonly (readonly [claim: string, answer: Answer])[] = [
  ['accounts/invoking-program-missing', acceptingExecutions],
  ['signer-checks/input-owner', acceptingWrites],
  ['accounts/fee-payer-signs', acceptingWrites],
  ['modes/context-data-missing', anotherCode],
];
const SEEDS = [1, 2, 3, 4, 5, 6];

describe('A violation that needs no history', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  test.each(ROWS)('of %s is told in one call, whatever the first case was', async (id, answer) => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const runner = answering(real, answer);
    for (const seed of SEEDS) {
      const run = { claim, runner, runs: 10, programs: PROGRAMS, seed, fences: ALL_FENCES };
      const { findings } = await runClaim(run);
      expect(findings.length).toBeGreaterThan(0);
      for (const { witness } of findings) {
        expect(witness.plan.transactions.flatMap(({ instructions }) => instructions)).toHaveLength(1);
      }
    }
  });
});
