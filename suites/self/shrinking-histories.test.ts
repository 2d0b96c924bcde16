// Long histories shrink to the steps that matter: a wrong observation planted deep in one is told in two invocations.
import fc from 'fast-check';
import type { Backend } from '../../harness/backend';
import { sequence } from '../../generators/history';
import { FENCES } from '../../spec/fences';
import type { ObservedContext } from '../../spec/context-state';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { Invocation, Plan, PlannedInstruction } from '../../spec/plan';
import { SLOT } from '../../spec/invoke-cpi';
import type { KeyRole } from '../../spec/world';
import { claimById } from '../claims';
import { runCase } from '../run-case';
import type { Runner } from '../runner';
import { runClaim } from '../run-claim';
import { shrinkPlan } from '../shrink/shrink-plan';
import { signatureOf } from '../tally';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };

const contextOf = ({ accounts }: Invocation): KeyRole | undefined => accounts[SLOT.cpi_context_account]?.key;

const isSetByC = (item: PlannedInstruction | undefined): item is Invocation =>
  item?.kind === 'invocation' &&
  item.caller === 'C' &&
  item.data.cpiContext?.set === true &&
  !item.data.cpiContext.firstSet;

const lastOutputLost = (context: ObservedContext): ObservedContext => ({
  ...context,
  state: { ...context.state, outputs: context.state.outputs.slice(0, -1) },
});

/** What the planted fault is: a set by program C that ends a transaction loses its last output. */
const lossy = (outcome: TransactionOutcome, last: PlannedInstruction | undefined): TransactionOutcome => {
  if (outcome.raised !== null || !isSetByC(last)) return outcome;
  const key = contextOf(last);
  const held = key === undefined ? undefined : outcome.after.contexts.get(key);
  if (key === undefined || held === undefined || held.state.outputs.length < 2) return outcome;
  const contexts = new Map(outcome.after.contexts).set(key, lastOutputLost(held));
  return { ...outcome, after: { ...outcome.after, contexts } };
};

const losing = (real: Runner): Runner => ({
  run: async (plan): Promise<Observation> => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome, index) =>
        lossy(outcome, plan.transactions[index]?.instructions.at(-1)),
      ),
    };
  },
});

const invocationsOf = (plan: Plan): readonly Invocation[] =>
  plan.transactions.flatMap((t) =>
    t.instructions.flatMap((item) => (item.kind === 'invocation' ? item : [])),
  );

/** A first set by the usual caller and a set by C, with two plain outputs between them, in one transaction. */
const expectTwoSteps = (plan: Plan): void => {
  const steps = invocationsOf(plan);
  expect(steps).toHaveLength(2);
  expect(plan.transactions.map(({ feePayer, computeUnitLimit }) => [feePayer, computeUnitLimit])).toEqual([
    ['payer:0', null],
  ]);
  expect(steps.map(({ caller }) => caller)).toEqual(['A', 'C']);
  expect(steps.map(contextOf)).toEqual(['context:1', 'context:1']);
  expect(steps.map(({ data }) => data.cpiContext?.firstSet)).toEqual([true, false]);
  const outputs = steps.flatMap(({ data }) => data.outputs);
  expect(outputs).toHaveLength(2);
  for (const { data, ...output } of outputs) {
    expect(output).toMatchObject({ lamports: 0n, address: null });
    expect(output.owner).toMatch(data === null ? 'wallet:0' : /^program:[AC]$/);
    // Behind the fence on what has no data, the least output has data: as little as can be.
    expect(data?.bytes.length ?? 0).toBe(0);
  }
};

/** Ten transactions that are put together from several generated sequences. */
const longHistory = (seed: number): Plan => ({
  accounts: [],
  transactions: fc
    .sample(sequence(ALL_FENCES), { seed, numRuns: 20 })
    .flatMap(({ plan }) => plan.transactions)
    .slice(0, 10),
});

describe('A fault deep in a history', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  it('is told in the two steps that matter when the claim is run', async () => {
    const claim = claimById('modes/sequence');
    if (claim === undefined) throw new Error('There is no claim modes/sequence.');
    const run = { claim, runner: losing(real), runs: 60, programs: PROGRAMS, seed: 7, fences: ALL_FENCES };
    const { findings } = await runClaim(run);
    expect(findings.map(({ verdict }) => verdict)).toContain('wrong-effect');
    for (const { witness } of findings) expectTwoSteps(witness.plan);
  });

  it('is told in the two steps that matter whatever made its ten transactions', async () => {
    const runner = losing(real);
    let shrunk = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const generated = { plan: longHistory(seed), twin: null };
      expect(generated.plan.transactions).toHaveLength(10);
      const outcome = await runCase(runner, generated);
      if (outcome.verdict.kind !== 'wrong-effect') continue;
      const signature = signatureOf(outcome.verdict);
      const { generated: small } = await shrinkPlan(
        { generated, outcome },
        {
          run: (smaller) => runCase(runner, smaller),
          wanted: ({ verdict }) => signatureOf(verdict) === signature,
          tries: 400,
        },
      );
      // Where a first set may be refused as well (6049), the step that makes it so matters too.
      if (outcome.verdict.expected === 'accepted') expectTwoSteps(small.plan);
      else expect(invocationsOf(small.plan).length).toBeLessThanOrEqual(3);
      shrunk += 1;
    }
    expect(shrunk).toBeGreaterThanOrEqual(3);
  });
});
