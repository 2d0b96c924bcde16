// Lookup tables: a model without one of their rules and a runtime that breaks one are caught, and large plans are large.
import fc from 'fast-check';
import type { Backend } from '../../harness/backend';
import { anyTables, largePlans } from '../../generators/tables/any';
import { breaking, type Generated } from '../../generators/breaking';
import { accountsOf } from '../../model/lookups/accounts';
import { worldBefore } from '../../model/world';
import { parseWitness, writeWitness } from '../../report/witness';
import { historyOf } from '../../report/history';
import { historyText } from '../../report/terminal/history-text';
import { witness } from '../../report/testing/samples';
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome } from '../../spec/outcome';
import { LOOKUP_TABLE_RULES } from '../../spec/rules/lookup-tables';
import { KEYS_IN_A_PACKET, MOST_ACCOUNTS } from '../../spec/table';
import { askedIn } from '../asked';
import { runCases } from '../run-case';
import type { Runner } from '../runner';
import { collect, verdicts, type Recorded } from './collect';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const CASES = 20;
const SAMPLE = 200;

const sample = (cases: fc.Arbitrary<Generated>, numRuns = SAMPLE): readonly Generated[] =>
  fc.sample(cases, { seed: 5, numRuns });

type Lie = (outcome: TransactionOutcome) => TransactionOutcome;
/** The refusal never happened. */
const believed: Lie = (outcome) => ({ ...outcome, raised: null, failedAt: null });
const otherwise: Lie = ({ raised, ...outcome }) => ({
  ...outcome,
  raised: raised === null ? null : { ...raised, code: null, error: 'AccountInUse', panicked: false },
});
/** What needs a table is refused, as a runtime that knows none would do. */
const refused: Lie = (outcome) => ({
  after: { ...outcome.after, changed: [] },
  failedAt: null,
  raised: { program: 'runtime', code: null, error: 'AddressLookupTableNotFound', panicked: false },
});

const lied = (cases: readonly Recorded[], lie: Lie): readonly Recorded[] =>
  cases.map(({ generated, plan, twin }) => ({
    generated,
    plan: { transactions: plan.transactions.map(lie) },
    twin,
  }));

describe('Lookup tables', () => {
  const recorded = new Map<string, readonly Recorded[]>();
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
    for (const { id } of LOOKUP_TABLE_RULES)
      recorded.set(id, await collect(real, { claim: id, runs: CASES, fences: ALL_FENCES }));
  });
  afterAll(() => {
    real.close();
  });
  const casesOf = (id: string): readonly Recorded[] => recorded.get(id) ?? [];

  const RULES = LOOKUP_TABLE_RULES.map((rule) => [rule.id, rule] as const);
  test.each(RULES)('%s holds, and a model without it is refuted', (id, rule) => {
    const model = askedIn({ id, rule }, real);
    expect([...new Set(verdicts(casesOf(id), model))]).toEqual(['match']);
    const without = verdicts(casesOf(id), { ...model, dropped: new Set([id]) });
    expect(without).not.toContain('match');
  });

  it('refuse a transaction before it runs: nothing changes, and not even the fee is paid', () => {
    for (const { plan } of casesOf('cpi-guide/table-index')) {
      const [outcome] = plan.transactions;
      expect(outcome?.failedAt).toBeNull();
      expect(outcome?.after.changed).toEqual([]);
      expect(outcome?.after.lamports).toEqual(new Map());
    }
  });

  it('stop no validator: a plan with a table that would is bad input', async () => {
    const [first] = sample(breaking('cpi-guide/table-added-now', ALL_FENCES), 1);
    if (first === undefined) throw new Error('no case');
    const accounts = first.plan.accounts.map((before) =>
      before.table === undefined ? before : { ...before, size: 56, table: { ...before.table, addedNow: 1 } },
    );
    await expect(real.run({ ...first.plan, accounts })).rejects.toThrow(/would stop the validator: make/);
    const [next] = sample(breaking('cpi-guide/table-passes-on', ALL_FENCES), 1);
    if (next === undefined) throw new Error('no case');
    expect((await real.run(next.plan)).transactions[0]?.raised).toBeNull();
  });

  const REFUSALS = RULES.filter(([, { expects }]) => expects.kind === 'rejects');
  test.each(REFUSALS)('a runtime that lets %s pass, or refuses it otherwise, is caught', (id, rule) => {
    const model = askedIn({ id, rule }, real);
    for (const lie of [believed, otherwise])
      expect([...new Set(verdicts(lied(casesOf(id), lie), model))]).toEqual(['observed-changed']);
  });

  const ACCEPTED = RULES.filter(([, { expects }]) => expects.kind === 'accepts');
  test.each(ACCEPTED)('a runtime that refuses what %s allows is caught', (id, rule) => {
    const found = verdicts(lied(casesOf(id), refused), askedIn({ id, rule }, real));
    expect([...new Set(found)]).toEqual(['spurious-error']);
  });

  it('are told in the story of a case and come back from its file', () => {
    for (const [id] of RULES) {
      const [first] = sample(breaking(id, ALL_FENCES), 1);
      if (first === undefined) throw new Error('no case');
      const { plan, twin } = first;
      const file = witness(id, { plan, twin });
      expect(parseWitness(writeWitness(file), 'witness.json')).toEqual(file);
      const text = historyText({
        history: historyOf(plan, null),
        errors: [],
        paint: (_, words) => words,
        rule: id,
        detail: '',
      });
      expect(text).toMatch(/table:\d is a lookup table of \d+ addresses/);
      expect(text).toContain('as version 0 with');
    }
  });
});

describe('The sweep over tables', () => {
  const graphs = sample(anyTables(ALL_FENCES), 400);

  it('is predicted, accepted and refused often, and meets every rule that a random change can break', async () => {
    const runner: Runner & Pick<Backend, 'close'> = await openRunner();
    const outcomes = await runCases(runner, {
      cases: graphs,
      model: askedIn({ id: 'cpi-guide/tables', rule: null }, runner),
    });
    runner.close();
    const share = (kind: string): number =>
      outcomes.filter(({ verdict }) => verdict.kind === kind).length / graphs.length;
    expect(share('match')).toBeGreaterThan(0.85);
    expect(share('match') + share('unspecified')).toBe(1);
    const accepted = outcomes.filter(({ raised }) => raised === null).length / graphs.length;
    expect(accepted).toBeGreaterThan(0.1);
    const met = new Set(outcomes.flatMap(({ exercised }) => [...exercised]));
    const missing = LOOKUP_TABLE_RULES.map(({ id }) => id).filter((id) => !met.has(id));
    expect(missing).toEqual([
      'cpi-guide/too-many-accounts',
      'cpi-guide/table-signer',
      'cpi-guide/table-native-writable',
    ]);
  });
});

describe('Large plans', () => {
  it('have more accounts than a packet holds keys, and no more than a transaction can have', () => {
    const counts = sample(largePlans(ALL_FENCES)).map(({ plan }) => {
      const world = worldBefore(plan);
      return Math.max(...plan.transactions.map((transaction) => accountsOf(world, transaction)));
    });
    expect(counts.filter((count) => count > KEYS_IN_A_PACKET).length).toBeGreaterThan(0.97 * SAMPLE);
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_ACCOUNTS);
  });
});
