// Tests of the structural difference between a plan and its twin.
import type { Invocation, Plan } from '../spec/plan';
import { diffPlans } from './diff';
import { DATA, INVOCATION, planOf, withKey } from './testing/samples';

const withData = (change: Partial<Invocation['data']>): Plan =>
  planOf({ ...INVOCATION, data: { ...DATA, ...change } });
const twin = planOf(INVOCATION);

describe('the difference between plans', () => {
  it('is empty for equal plans', () => {
    expect(diffPlans(twin, planOf(INVOCATION))).toEqual([]);
  });

  it("names the slot of an account as the document's table does", () => {
    expect(diffPlans(twin, planOf(withKey(10, 'context:2')))).toEqual([
      {
        path: 'transactions[0].instructions[0].accounts[10].key',
        place: 'transactions[0].instructions[0].accounts[10] cpi_context_account .key',
        twin: 'context:1',
        plan: 'context:2',
      },
    ]);
  });

  it('names remaining accounts by their own index', () => {
    const [found] = diffPlans(twin, planOf(withKey(12, 'queue:2')));
    expect(found?.place).toBe('transactions[0].instructions[0].accounts[12] remaining_accounts[1] .key');
  });

  it('tells bigints apart', () => {
    const [found, ...more] = diffPlans(twin, withData({ compressOrDecompressLamports: 8n }));
    expect(found).toMatchObject({
      path: 'transactions[0].instructions[0].data.compressOrDecompressLamports',
      twin: 7n,
      plan: 8n,
    });
    expect(more).toEqual([]);
  });

  it('counts a field that becomes null as one difference', () => {
    expect(diffPlans(twin, withData({ cpiContext: null }))).toMatchObject([
      { path: 'transactions[0].instructions[0].data.cpiContext', twin: DATA.cpiContext, plan: null },
    ]);
  });

  it('counts a truncated list as one difference', () => {
    const plan = planOf({ ...INVOCATION, accounts: INVOCATION.accounts.slice(0, 10) });
    expect(diffPlans(twin, plan)).toMatchObject([
      { path: 'transactions[0].instructions[0].accounts[10..12]', plan: undefined },
    ]);
  });

  it('counts an extended list as one difference', () => {
    const extra = { key: 'wallet:1', signer: false, writable: false } as const;
    const plan = planOf({ ...INVOCATION, accounts: [...INVOCATION.accounts, extra] });
    expect(diffPlans(twin, plan)).toMatchObject([
      { path: 'transactions[0].instructions[0].accounts[13]', twin: undefined, plan: [extra] },
    ]);
  });

  it('counts an instruction put in front as one difference', () => {
    const first = withKey(6, 'program:B');
    expect(diffPlans(twin, planOf(first, INVOCATION))).toMatchObject([
      { path: 'transactions[0].instructions[0]', twin: undefined, plan: [first] },
    ]);
  });

  it('counts one of several equal entries left out as one difference', () => {
    expect(
      diffPlans(planOf(INVOCATION, INVOCATION, INVOCATION), planOf(INVOCATION, INVOCATION)),
    ).toHaveLength(1);
  });

  it('lists the shared part and the rest when a list differs in both', () => {
    const plan = planOf({
      ...withKey(6, 'program:B'),
      accounts: withKey(6, 'program:B').accounts.slice(0, 11),
    });
    expect(diffPlans(twin, plan).map(({ path }) => path)).toEqual([
      'transactions[0].instructions[0].accounts[6].key',
      'transactions[0].instructions[0].accounts[11..]',
    ]);
  });

  it('counts a field that only one side has', () => {
    const plan: Plan = {
      ...twin,
      accounts: [{ key: 'context:1', feePayer: 'payer:0', lamports: 5n, size: 3 }],
    };
    expect(diffPlans(twin, plan)).toEqual([
      { path: 'accounts[0].size', place: 'accounts[0].size', twin: undefined, plan: 3 },
    ]);
  });
});
