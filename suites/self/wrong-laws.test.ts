// Programs that break one law are caught by this law and by no other: outcomes are changed on the way, road by road.
import fc from 'fast-check';
import { roadsOf } from '../../generators/laws';
import type { Generated } from '../../generators/breaking';
import { SLOT } from '../../spec/invoke-cpi';
import { FENCES } from '../../spec/fences';
import { SAME_AS_OTHER } from '../../spec/law';
import { LAWS } from '../../spec/laws';
import type { Observation, TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Invocation, Plan, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { claimById } from '../claims';
import { judgeLaw } from '../law-case';
import { runCase } from '../run-case';
import type { Runner } from '../runner';
import { seedOf } from '../claim-run';
import { runClaim } from '../run-claim';
import { constantProgram, openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 50;

type Recorded = {
  readonly generated: Generated & { readonly twin: Plan };
  readonly roads: readonly [Observation, Observation];
};

/** What a lie may look at: the plan, which transaction, and whether it ran on the other validator. */
type Facts = { readonly plan: Plan; readonly index: number; readonly isElsewhere: boolean };
type Lie = (outcome: TransactionOutcome, facts: Facts) => TransactionOutcome;

const lied = (
  { transactions }: Observation,
  lie: Lie,
  { plan, isElsewhere }: Omit<Facts, 'index'>,
): Observation => ({
  transactions: transactions.map((outcome, index) => lie(outcome, { plan, index, isElsewhere })),
});

const isInvocation = (item: PlannedInstruction): item is Invocation => item.kind === 'invocation';
const transactionAt = ({ plan, index }: Facts): PlannedTransaction => {
  const found = plan.transactions[index];
  if (found === undefined) throw new Error('no transaction');
  return found;
};
const invocationsAt = (facts: Facts): readonly Invocation[] =>
  transactionAt(facts).instructions.filter(isInvocation);
const allUpTo = ({ plan, index }: Facts): readonly Invocation[] =>
  plan.transactions.slice(0, index + 1).flatMap(({ instructions }) => instructions.filter(isInvocation));

const after = (outcome: TransactionOutcome, patch: Partial<WorldAfter>): TransactionOutcome => ({
  ...outcome,
  after: { ...outcome.after, ...patch },
});
const withLamports = (outcome: TransactionOutcome): TransactionOutcome =>
  outcome.raised === null
    ? after(outcome, { lamports: new Map([...outcome.after.lamports, ['sol-pool', 7n]]) })
    : outcome;
const withLeavesLost = (outcome: TransactionOutcome): TransactionOutcome =>
  after(outcome, {
    appended: new Map([...outcome.after.appended].map(([key, n]) => [key, Math.max(0, n - 1)])),
  });
const withOtherCode = (outcome: TransactionOutcome): TransactionOutcome =>
  outcome.raised === null
    ? outcome
    : { ...outcome, raised: { ...outcome.raised, code: 6099, error: 'Custom', panicked: false } };

const lieIf =
  (holds: (facts: Facts) => boolean, change: (outcome: TransactionOutcome) => TransactionOutcome): Lie =>
  (outcome, facts) =>
    holds(facts) ? change(outcome) : outcome;

const flagsOf = ({ data }: Invocation): Invocation['data']['cpiContext'] => data.cpiContext;
const isExecution = (i: Invocation): boolean => flagsOf(i)?.set === false && flagsOf(i)?.firstSet === false;
const isDirect = (i: Invocation): boolean => flagsOf(i) === null;
const ownsSomething = ({ data }: Invocation): boolean =>
  data.inputs.length > 0 || data.outputs.some((output) => output.data !== null);

/** The writes behind the latest first set. */
const currentWrites = (facts: Facts): readonly Invocation[] => {
  const all = allUpTo(facts).filter((i) => flagsOf(i)?.set === true || flagsOf(i)?.firstSet === true);
  return all.slice(all.findLastIndex((i) => flagsOf(i)?.firstSet === true));
};
const firstWriterBringsLess = (facts: Facts): boolean => {
  const writes = currentWrites(facts).filter(ownsSomething);
  const [first, last] = [writes[0], writes.at(-1)];
  if (first === undefined || last === undefined || first.caller === last.caller) return false;
  return first.data.outputs.length < last.data.outputs.length;
};
const firstSets = (facts: Facts): number =>
  allUpTo(facts).filter((i) => flagsOf(i)?.firstSet === true).length;
const someInvocation =
  (holds: (invocation: Invocation) => boolean) =>
  (facts: Facts): boolean =>
    invocationsAt(facts).some(holds);
const isTransfer = (item: PlannedInstruction | undefined): boolean => item?.kind === 'transfer';
const comesAfterTransfer = (facts: Facts): boolean =>
  transactionAt(facts).instructions.some(
    (item, at, all) => isInvocation(item) && all.slice(0, at).some(isTransfer),
  );
const hasTransferBehind = ({ plan }: Facts): boolean =>
  plan.transactions.some(({ instructions }) => isTransfer(instructions.at(-1)));

/** A way of being wrong for each law that breaks no other one. */
const LIES: Readonly<Record<string, Lie>> = {
  'laws/direct-or-split': lieIf(someInvocation(isExecution), withLeavesLost),
  'laws/one-or-several-transactions': lieIf(
    (facts) => invocationsAt(facts).filter(isDirect).length > 1,
    withLamports,
  ),
  'laws/order-of-writers': lieIf(
    (facts) => firstWriterBringsLess(facts) && someInvocation(isExecution)(facts),
    withLamports,
  ),
  'laws/forgotten-past': lieIf((facts) => firstSets(facts) > 1, withLamports),
  'laws/unrelated-accounts': lieIf(
    someInvocation(({ accounts }) => accounts.length > 15),
    withOtherCode,
  ),
  'laws/unrelated-transfers': lieIf(hasTransferBehind, withLamports),
  'laws/position-in-transaction': lieIf(comesAfterTransfer, withOtherCode),
  'laws/another-payer': lieIf(
    (facts) => invocationsAt(facts)[0]?.accounts[SLOT.fee_payer]?.key !== transactionAt(facts).feePayer,
    withOtherCode,
  ),
  'laws/compute-budget': lieIf((facts) => transactionAt(facts).computeUnitPrice !== null, withOtherCode),
  'laws/other-slot': lieIf(({ isElsewhere }) => isElsewhere, withOtherCode),
  'laws/same-through': lieIf(
    someInvocation(({ through }) => through.length > 0),
    withOtherCode,
  ),
  'laws/renaming': lieIf(
    someInvocation(({ caller }) => caller === 'A'),
    withOtherCode,
  ),
  'laws/unused-fields': lieIf(
    someInvocation(({ accounts }) => accounts[SLOT._unused]?.key === 'sol-pool'),
    withOtherCode,
  ),
};

const record = async (runner: Runner, law: string): Promise<readonly Recorded[]> => {
  const recorded: Recorded[] = [];
  for (const { plan, twin, fenced } of fc.sample(roadsOf(law, ALL_FENCES), {
    seed: seedOf(1, law),
    numRuns: CASES,
  })) {
    if (twin === null) throw new Error('A road is missing.');
    const tried = await runner.runAll?.([twin, plan]);
    const [first, second] = tried ?? [];
    if (first === undefined || second === undefined || first instanceof Error || second instanceof Error)
      continue;
    recorded.push({ generated: { plan, twin, fenced }, roads: [first, second] });
  }
  return recorded;
};

const TRUE: Lie = (outcome) => outcome;

describe('A program that breaks one law', () => {
  const recorded = new Map<string, readonly Recorded[]>();
  beforeAll(async () => {
    const runner = await openRunner();
    for (const { id } of LAWS) recorded.set(id, await record(runner, id));
    runner.close();
  });

  const broken = (lie: Lie): readonly string[] =>
    LAWS.filter((law) =>
      (recorded.get(law.id) ?? []).some(({ generated: { plan, twin }, roads }) => {
        const first = { plan: twin, observation: lied(roads[0], lie, { plan: twin, isElsewhere: false }) };
        const isElsewhere = law.slot !== undefined;
        const second = { plan, observation: lied(roads[1], lie, { plan, isElsewhere }) };
        return judgeLaw(law, first, { second }).verdict.kind === 'wrong-effect';
      }),
    ).map(({ id }) => id);

  it('is not seen where nobody lies', () => {
    expect(broken(TRUE)).toEqual([]);
  });

  it('exists for every law', () => {
    expect(Object.keys(LIES).sort()).toEqual(LAWS.map(({ id }) => id).sort());
  });

  test.each(Object.entries(LIES))('%s is caught by this law alone', (id, lie) => {
    expect(broken(lie)).toEqual([id]);
  });
});

const run = (
  runner: Runner,
  id: string,
  cases?: (all: fc.Arbitrary<Generated>) => fc.Arbitrary<Generated>,
) => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const own = cases === undefined ? claim : { ...claim, cases: () => cases(claim.cases(ALL_FENCES)) };
  return runClaim({ claim: own, runner, runs: 25, programs: PROGRAMS, seed: 1, fences: ALL_FENCES });
};

describe('A claim that is a law', () => {
  let real: Awaited<ReturnType<typeof openRunner>>;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });
  const lying = (lie: Lie): Runner => ({
    run: async (plan) => lied(await real.run(plan), lie, { plan, isElsewhere: false }),
  });

  it('keeps the smallest pair of roads, which replays', async () => {
    const id = 'laws/compute-budget';
    const lie = LIES[id] ?? TRUE;
    const { findings, violating } = await run(lying(lie), id);
    expect(violating).toBe(25);
    expect(findings.map(({ verdict, expected, observed }) => [verdict, expected, observed])).toEqual([
      ['wrong-effect', SAME_AS_OTHER, 'another outcome'],
    ]);
    const witness = findings[0]?.witness;
    if (witness?.twin == null) throw new Error('no witness');
    expect(witness.detail).toMatch(/^outcomes\[\d\]: .*light-system:.* by one road, .*6099/);
    const law = LAWS.find((one) => one.id === id);
    const again = await runCase(lying(lie), witness, law === undefined ? {} : { law });
    expect(again.verdict.kind).toBe('wrong-effect');
    expect((await runCase(real, witness, law === undefined ? {} : { law })).verdict.kind).toBe('match');
  });

  it('is refused where both roads are the same plan', async () => {
    const result = await run(real, 'laws/one-or-several-transactions', (all) =>
      all.map(({ plan, fenced }) => ({ plan, twin: plan, fenced })),
    );
    expect([result.violating, result.twins, result.inconclusive, result.findings]).toEqual([0, 0, 25, []]);
  });

  it('does not count roads that are accepted without effect, nor roads that are both rejected', async () => {
    for (const constant of [0, 6002]) {
      const runner = await openRunner({ systemProgram: constantProgram(constant) });
      const result = await run(runner, 'laws/direct-or-split');
      expect([result.violating, result.inconclusive]).toEqual([0, 25]);
      runner.close();
    }
  });

  it('needs a validator at the slot of its second road, and sees what only that one does', async () => {
    await expect(run(real, 'laws/other-slot')).rejects.toThrow(/no validator at slot/);
    const asked: number[] = [];
    const atSlot = (lie: Lie): Runner => ({
      ...real,
      atSlot: (slot) => {
        asked.push(slot);
        return Promise.resolve(lying(lie));
      },
    });
    expect((await run(atSlot(TRUE), 'laws/other-slot')).findings).toEqual([]);
    const { findings } = await run(
      atSlot((outcome) => withOtherCode(outcome)),
      'laws/other-slot',
    );
    expect(findings.map(({ observed }) => observed)).toEqual(['another outcome']);
    expect([...new Set(asked)]).toEqual([150_000_000]);
  });
});
