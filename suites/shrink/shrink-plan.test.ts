// Tests of shrinking by value: it keeps the outcome, the budget, the twin's distance, and the rules that are touched.
import { diffPlans } from '../../report/diff';
import { INVOCATION, planOf, withKey } from '../../report/testing/samples';
import type { Plan } from '../../spec/plan';
import type { Case } from '../../spec/verdict';
import type { CaseOutcome } from '../case-outcome';
import { shrinkPlan } from './shrink-plan';

const history = (length: number): Plan => ({
  accounts: [],
  transactions: Array.from({ length }, () => planOf(INVOCATION).transactions).flat(),
});

const outcome = (exercised: readonly string[]): CaseOutcome => {
  const verdict = {
    kind: 'missing-error',
    transaction: 0,
    expected: '6020',
    observed: 'accepted',
    detail: '',
    because: [],
  } as const;
  const judged = {
    verdict,
    predictions: [],
    exercised: new Set<string>(),
    covered: [],
    attempted: [],
    accepted: false,
    leavesVerified: 0,
  };
  return {
    verdict,
    twinAccepted: null,
    exercised: new Set(exercised),
    raised: null,
    observation: { transactions: [] },
    judged,
    leavesVerified: 0,
    covered: [],
    attempted: [],
  };
};

/** Cases deviate while they have so many transactions; fewer than that touch another rule. */
type World = {
  readonly least: number;
  readonly below?: readonly string[];
  readonly tries?: number;
  readonly fences?: readonly string[];
  readonly claim?: string;
};

const shrink = async (
  generated: Case,
  { least, below = [], tries = 400, fences = [], claim }: World,
): Promise<{ readonly small: Case; readonly runs: readonly Case[] }> => {
  const runs: Case[] = [];
  const found = await shrinkPlan(
    { generated, outcome: outcome(claim === undefined ? [] : [claim]) },
    {
      run: (smaller) => {
        runs.push(smaller);
        return Promise.resolve(outcome(smaller.plan.transactions.length < least ? below : []));
      },
      wanted: () => (runs.at(-1)?.plan.transactions.length ?? 0) >= (below.length > 0 ? 1 : least),
      tries,
      origin: { claim: claim ?? null, fences: new Set(fences) },
    },
  );
  return { small: found.generated, runs };
};

describe('Shrinking a plan by its value', () => {
  it('leaves the transactions that the outcome needs, with nothing in them that it does not', async () => {
    const { small } = await shrink({ plan: history(10), twin: null }, { least: 3 });
    expect(small.plan.transactions).toHaveLength(3);
    const [transaction] = small.plan.transactions;
    expect(transaction).toMatchObject({ computeUnitPrice: null, instructions: [{ data: { outputs: [] } }] });
  });

  it('does not take a step that touches a rule which the first case did not', async () => {
    const world = { least: 4, below: ['accounts/authority-signer-optional'] };
    const { small } = await shrink({ plan: history(10), twin: null }, world);
    expect(small.plan.transactions).toHaveLength(4);
    const effect = { least: 4, below: ['effects/set-appends'] };
    expect((await shrink({ plan: history(10), twin: null }, effect)).small.plan.transactions).toHaveLength(1);
  });

  it('does not take a step beyond a fence, be it about an effect, nor one that loses the rule of the claim', async () => {
    const effect = 'effects/dataless-output-from-context';
    const fenced = { least: 4, below: [effect], fences: [effect] };
    expect((await shrink({ plan: history(10), twin: null }, fenced)).small.plan.transactions).toHaveLength(4);
    const lost = { least: 4, below: ['effects/set-appends'], claim: 'effects/execute-combines' };
    expect((await shrink({ plan: history(10), twin: null }, lost)).small.plan.transactions).toHaveLength(10);
  });

  it('changes plan and twin alike, and never drives them apart', async () => {
    const twin = planOf(INVOCATION, INVOCATION);
    const plan = planOf(INVOCATION, withKey(10, 'context:2'));
    const { small } = await shrink({ plan, twin }, { least: 1 });
    if (small.twin === null) throw new Error('The twin was lost.');
    expect(diffPlans(small.twin, small.plan).length).toBeLessThanOrEqual(1);
    expect(small.twin.transactions[0]?.instructions).toHaveLength(1);
  });

  it('leaves a case alone whose twin has another shape', async () => {
    const generated = { plan: history(2), twin: history(3) };
    expect(await shrink(generated, { least: 1 })).toEqual({ small: generated, runs: [] });
  });

  it('keeps to its budget and always does the same', async () => {
    const generated = { plan: history(10), twin: null };
    const short = await shrink(generated, { least: 3, tries: 5 });
    expect(short.runs).toHaveLength(5);
    const [first, second] = [await shrink(generated, { least: 3 }), await shrink(generated, { least: 3 })];
    expect(first).toEqual(second);
  });
});
