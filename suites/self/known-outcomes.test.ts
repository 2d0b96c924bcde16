// A sweep puts down to a rule only what that rule is known to raise, and only in plans that exercise it; it never excuses what is accepted.
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { parseWitness } from '../../report/witness';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Witness } from '../../spec/result';
import type { Verdict } from '../../spec/verdict';
import { judgedBy } from '../claim-run';
import { claimById } from '../claims';
import { knownOutcomes, putDown } from '../known-outcomes';
import { runCase } from '../run-case';
import type { Runner } from '../runner';
import { isDeviation } from '../tally';
import { realPrograms } from './real-programs';

const SWEEP = 'addresses/any';
const RULE = 'limits/new-addresses';

type Lie = (outcome: TransactionOutcome, index: number) => TransactionOutcome;

const witnessOf = (rule: string, file: string): Witness => {
  const witness = path.join(__dirname, '../../baselines/0.28.3', file);
  const parsed = parseWitness(readFileSync(witness, 'utf8'), witness);
  if (parsed.rule !== rule) throw new Error(`${file} is no witness of ${rule}.`);
  return parsed;
};
const full = witnessOf(RULE, 'limits--new-addresses--undocumented-code.json');

describe('A case of a sweep that ends as a rule is known to', () => {
  const real = realPrograms();

  const judged = async (
    known: readonly Witness[],
    { claim = SWEEP, plan = full.plan, lie = ((outcome) => outcome) as Lie } = {},
  ): Promise<Verdict> => {
    const run: Runner['run'] = async (one) => {
      const observation = await real().run(one);
      return { ...observation, transactions: observation.transactions.map(lie) };
    };
    const runner: Runner = { ...real(), run, runAll: ([one]) => Promise.all(one ? [run(one)] : []) };
    const chosen = claimById(claim);
    if (chosen === undefined) throw new Error(`There is no claim ${claim}.`);
    const outcome = await runCase(runner, { plan, twin: null }, judgedBy({ claim: chosen, runner, known }));
    return outcome.verdict;
  };

  it('is put down to that rule, and is no deviation of the sweep', async () => {
    const verdict = await judged([full]);
    expect([verdict.observed, verdict.knownBy, isDeviation(verdict)]).toEqual([
      'light-system:15001',
      RULE,
      false,
    ]);
  });

  it.each([
    ['where nothing is known of the rule', [], {}],
    ['where the rule is known for another error', [{ ...full, observed: 'light-system:6043' }], {}],
    [
      'where another rule is known for it, which the plan does not exercise',
      [{ ...full, rule: 'limits/inputs' }],
      {},
    ],
    [
      'where the program raises another error',
      [full],
      {
        lie: (one: TransactionOutcome) =>
          one.raised === null ? one : { ...one, raised: { ...one.raised, code: 15999 } },
      },
    ],
    ['in the rule’s own claim', [full], { claim: RULE }],
  ] as const)('is a deviation %s', async (_where, known, how) => {
    const verdict = await judged(known, how);
    expect([verdict.knownBy, isDeviation(verdict)]).toEqual([undefined, true]);
  });

  it('is the sweep’s own where the baseline lists it for the sweep', async () => {
    const { kind, expected, observed } = await judged([]);
    const own: Witness = { ...full, rule: SWEEP, verdict: kind, expected, observed };
    expect((await judged([full, own])).knownBy).toBeUndefined();
    expect((await judged([full, { ...own, expected: 'another' }])).knownBy).toBe(RULE);
  });

  it('is a deviation where the plan may be accepted', () => {
    const refused: Verdict = {
      ...{ kind: 'spurious-error', transaction: 0, observed: full.observed, detail: '', because: [] },
      expected: 'accepted|6049',
    };
    const known = knownOutcomes([full], SWEEP);
    const told = putDown(refused, new Set([RULE]), { known, isRefused: true });
    expect(told).toBe(refused);
    expect(
      putDown({ ...refused, expected: '6049' }, new Set([RULE]), { known, isRefused: true }).knownBy,
    ).toBe(RULE);
  });

  it('stands behind another error in a later transaction', async () => {
    const transactions = [...full.plan.transactions, ...full.plan.transactions.slice(-1)];
    const last = transactions.length - 1;
    const lie = (one: TransactionOutcome, index: number): TransactionOutcome =>
      index < last || one.raised === null ? one : { ...one, raised: { ...one.raised, code: 15999 } };
    const plan = { ...full.plan, transactions };
    expect((await judged([full], { plan })).knownBy).toBe(RULE);
    const verdict = await judged([full], { plan, lie });
    expect([verdict.transaction, verdict.observed, verdict.knownBy]).toEqual([
      last,
      'light-system:15999',
      undefined,
    ]);
  });

  it('is a deviation where the plan was accepted, whatever rules are known for', () => {
    const accepted: Verdict = {
      ...{
        kind: 'missing-error',
        transaction: 0,
        expected: '6044',
        observed: 'accepted',
        detail: '',
        because: [],
      },
    };
    const known = knownOutcomes([{ ...full, observed: 'accepted' }], SWEEP);
    const exercised = new Set([RULE]);
    expect(putDown(accepted, exercised, { known, isRefused: false })).toBe(accepted);
  });
});
