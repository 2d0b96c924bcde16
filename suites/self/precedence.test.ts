// Tests the tester of pairs: who wins on the real programs is found, and each way of lying about it is caught and named.
import type { Backend } from '../../harness/backend';
import { compareFrozen } from '../../report/precedence/frozen';
import { freeze, writeFrozen } from '../../report/precedence/freeze';
import { relationOf } from '../../report/precedence/relation';
import { buildPrecedence } from '../../report/precedence/section';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { Pair, PairResult } from '../../spec/precedence';
import type { Runner } from '../runner';
import { runPairs } from '../precedence/run-pairs';
import { screen } from '../precedence/screen';
import { PAIRS, REJECTING, waysOf } from '../precedence/ways';
import { constantProgram, openRunner } from './open-runner';
import { lying, withCode } from './lies';

const SIGNS = 'accounts/fee-payer-signs';
const WRITABLE = 'accounts/fee-payer-writable';
const AUTHORITY = 'signer-checks/authority-is-pda';
const INPUTS = 'signer-checks/input-owner';
const REQUIRED = 'modes/context-account-required';
const DATA_MISSING = 'modes/context-data-missing';
const pairs: readonly Pair[] = [
  { first: SIGNS, second: WRITABLE },
  { first: SIGNS, second: AUTHORITY },
  { first: AUTHORITY, second: INPUTS },
];
const UNDONE: Pair = { first: REQUIRED, second: DATA_MISSING };
const PROGRAMS = { version: '0.28.3', systemProgram: 'a'.repeat(64), accountCompression: '', caller: '' };

const CASES = 8;
const on = (runner: Runner, asked: readonly Pair[] = pairs, seed = 1): Promise<readonly PairResult[]> =>
  runPairs({ runner, pairs: asked, cases: CASES, seed });

const built = (results: readonly PairResult[]) =>
  buildPrecedence({
    results,
    programs: PROGRAMS,
    frozen: null,
    baseline: null,
    seed: 1,
    asked: CASES,
    isPart: true,
  });

const textOf = (results: readonly PairResult[]): string => {
  const { section, settled } = built(results);
  return writeFrozen(freeze({ settled, raises: section.raises, programs: PROGRAMS, before: null }));
};

/** Says in every fourth plan, which breaks both rules, what `instead` makes of it and its three companions. */
const lyingAboutBoth = (real: Backend, instead: (four: readonly Observation[]) => Observation): Runner => {
  let four: Observation[] = [];
  return {
    run: async (plan): Promise<Observation> => {
      four.push(await real.run(plan));
      if (four.length < 4) return four.at(-1) ?? { transactions: [] };
      const lie = instead(four);
      four = [];
      return lie;
    },
  };
};

const numbersOf = ({ transactions }: Observation): readonly (number | null | undefined)[] =>
  transactions.map(({ raised }: TransactionOutcome) => raised?.code);

describe('pairs of rules on the real programs', () => {
  let real: Backend;
  let seen: readonly PairResult[];
  beforeAll(async () => {
    real = await openRunner();
    seen = await on(real);
  });
  afterAll(() => real.close());

  it('are won as the published program checks: signatures, flags, signer checks in their order', () => {
    expect(seen.map(relationOf)).toEqual(['first', 'first', 'first']);
    for (const { sightings } of seen)
      expect(sightings.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(CASES);
  });

  it('have the same bytes for the same seed, together or one by one, and the same winners for another', async () => {
    expect(textOf(await on(real))).toBe(textOf(seen));
    const alone = [];
    for (const pair of pairs) alone.push(...(await on(real, [pair])));
    expect(textOf(alone)).toBe(textOf(seen));
    expect((await on(real, pairs, 2)).map(relationOf)).toEqual(seen.map(relationOf));
  });

  it('show a swapped winner, which the comparison names with a case', async () => {
    const swapping = lyingAboutBoth(real, (four) => {
      const [, first, second, both] = four as [Observation, Observation, Observation, Observation];
      const isFirst = String(numbersOf(both)) === String(numbersOf(first));
      return isFirst ? second : first;
    });
    const frozen = freeze({ settled: seen, raises: {}, programs: PROGRAMS, before: null });
    const lied = await on(swapping, pairs.slice(0, 1));
    const { changes } = compareFrozen(built(lied).settled, frozen, true);
    expect(changes.map(({ problem: { kind } }) => kind)).toEqual(['observed-changed']);
    expect(changes[0]?.problem.sentence).toContain(
      `${SIGNS} used to win over ${WRITABLE}, now ${WRITABLE} wins`,
    );
    expect(changes[0]?.shown?.sighting.plans.both.transactions.length).toBeGreaterThan(0);
  });

  it('show a winner that is swapped in one case only', async () => {
    let lies = 0;
    const once = lyingAboutBoth(
      real,
      (four) => ((lies += 1) === 3 ? four[2] : four[3]) ?? { transactions: [] },
    );
    const [result] = await on(once, pairs.slice(0, 1));
    expect(result && relationOf(result)).toBe('depends');
  });

  it('cannot be told apart where every error has one number', async () => {
    const results = await on(lying(real, withCode(6000)));
    expect(results.map(relationOf)).toEqual(['same', 'same', 'same']);
    expect(built(results).section.layers).toEqual([]);
  });

  it('are no pairs where the change of one undoes that of the other', async () => {
    const [result] = await on(real, [UNDONE]);
    expect(result).toMatchObject({ sightings: [] });
    expect(built([result as PairResult]).section.uncombined).toHaveLength(1);
  });

  it('count only what the model finds broken: a plan with one rule mended is put aside', () => {
    const { sightings } = seen[0] as PairResult;
    const plans = sightings[0]?.plans;
    if (plans === undefined) throw new Error('There is no case.');
    const made = { kind: 'direct', base: plans.base, first: plans.first, second: plans.second } as const;
    const [pair] = pairs as [Pair];
    expect(screen(pair, { ...made, both: [plans.both] }, 0)).toMatchObject({ kind: 'direct' });
    expect(screen(pair, { ...made, both: [plans.first] }, 0)).toBe('the first change undoes the second');
    expect(screen(pair, { ...made, both: [plans.second] }, 0)).toBe('the second change undoes the first');
    expect(screen(pair, { ...made, first: plans.base, both: [plans.both] }, 0)).toBe(
      'does not break the first',
    );
    expect(screen(pair, { ...made, first: plans.both, both: [plans.both] }, 0)).toBe(
      'breaking the first breaks the second',
    );
  });
});

describe('pairs of rules on wrong programs', () => {
  it.each([
    ['refuses everything with one number', 6002],
    ['accepts everything', 0],
  ])('say nothing where the program %s', async (_, result) => {
    const wrong = await openRunner({ systemProgram: constantProgram(result) });
    const results = await on(wrong);
    wrong.close();
    expect(results.flatMap(({ sightings }) => sightings)).toEqual([]);
    expect(built(results).section.uncombined).toHaveLength(pairs.length);
  });
});

describe('the pairs', () => {
  it('are every two rejecting rules, once', () => {
    const own = REJECTING.filter((id) => !/^(?:invoke|read-only|account-info|re-initialization)\//.test(id));
    const among = PAIRS.filter(({ first, second }) => own.includes(first) && own.includes(second));
    expect(among).toHaveLength((own.length * (own.length - 1)) / 2);
    expect(PAIRS.some(({ first }) => first.startsWith('invoke/'))).toBe(true);
    expect(PAIRS.some(({ first, second }) => own.includes(first) !== own.includes(second))).toBe(false);
    expect(new Set(PAIRS.map(({ first, second }) => [first, second].sort().join())).size).toBe(PAIRS.length);
  });

  it('have no way where one breaks an invocation and the other an initialisation', () => {
    expect(waysOf({ first: SIGNS, second: 'initialization/tree-owner' })).toEqual([]);
  });
});
