// Tests of how a run's time is spent: who comes first, how often, and what is said at the end.
import { result } from '../../report/testing/samples';
import type { ClaimResult } from '../../spec/result';
import type { Claim } from '../../suites/engine-types';
import { runOptions } from '../run-options';
import { parseBudget } from './budget';
import { evidenceOf, LOOK, ration } from './ration';
import { reachedText } from './reached';

const claim = (id: string, kind: Claim['kind'] = 'rule'): Claim => ({
  id,
  kind,
  area: 'accounts',
  title: id,
  rule: null,
  defaultRuns: 310,
});
const claims = ['a', 'b', 'c'].map((id) => claim(id));
const looked = (id: string, twins: number): ClaimResult =>
  result(id, { requested: LOOK, executed: LOOK, violating: LOOK, twins });

describe('a budget of time', () => {
  it.each([
    ['60s', 60_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
  ])('%s is %i milliseconds', (text, time) => {
    expect(parseBudget(text)).toBe(time);
  });

  it.each(['', '60', '0s', '-1s', '1.5m', '25h', '1d', 'soon'])('is not "%s"', (text) => {
    expect(() => parseBudget(text)).toThrow(/^--budget must be a time such as 60s, 10m or 2h/);
  });

  it('goes with neither a shard nor every version at once', () => {
    expect(() => runOptions({ budget: '60s', shard: '1/2' })).toThrow(/give one of them\.$/);
    expect(() => runOptions({ budget: '60s', programVersion: 'all' })).toThrow(
      '--budget is about one version: name that in place of `all`.',
    );
  });
});

describe('time', () => {
  it('goes to a look at every claim first, then to whoever has least evidence', () => {
    const next = ration(claims, undefined);
    const results = new Map<string, ClaimResult>();
    for (const [id, twins] of [
      ['a', 30],
      ['b', 10],
      ['c', 40],
    ] as const) {
      expect(next(results)).toEqual({ claim: claim(id), runs: LOOK });
      results.set(id, looked(id, twins));
    }
    for (const id of ['b', 'a', 'c']) expect(next(results)).toEqual({ claim: claim(id), runs: 310 });
    expect(next(results)).toBeUndefined();
  });

  it('gives no claim to two workers, and none a second time that ended in a fault', () => {
    const next = ration(claims, undefined);
    const nothing = new Map<string, ClaimResult>();
    expect(
      [next(nothing), next(nothing), next(nothing), next(nothing)].map((turn) => turn?.claim.id),
    ).toEqual(['a', 'b', 'c', undefined]);
  });

  it('is not spent on what an earlier run has finished', () => {
    const done = new Map([
      ['a', result('a', { requested: 310 })],
      ['b', looked('b', 40)],
    ]);
    const next = ration(claims, undefined);
    expect(next(done)).toEqual({ claim: claim('c'), runs: LOOK });
    expect(next(done)).toEqual({ claim: claim('b'), runs: 310 });
    expect(next(done)).toBeUndefined();
  });

  it('goes to no look where the run itself is as short', () => {
    const next = ration([claim('a')], 10);
    expect(next(new Map())).toEqual({ claim: claim('a'), runs: 10 });
    expect(next(new Map([['a', result('a', { requested: 10 })]]))).toBeUndefined();
  });

  it('counts what a verdict needs: twins of rules, cases of sweeps', () => {
    expect(evidenceOf(claim('a'), looked('a', 30))).toBe(0.1);
    expect(evidenceOf(claim('a', 'sweep'), looked('a', 0))).toBe(LOOK / 300);
    expect(evidenceOf(claim('a'), undefined)).toBe(0);
  });
});

describe('what a budget reached', () => {
  const reached = { claims, runs: undefined, budget: 60_000, isWithoutOrder: false };
  it('is said by name', () => {
    const results = [result('a', { requested: 310 }), looked('b', 40)];
    expect(reachedText({ ...reached, results })).toBe(
      'The budget of 60 s was over with 1 of 3 claims in full, 1 with too few cases (b) and 1 not begun (c).',
    );
  });

  it('is not worth a word where everything ran', () => {
    const results = claims.map(({ id }) => result(id, { requested: 310 }));
    expect(reachedText({ ...reached, results })).toBeNull();
    expect(reachedText({ ...reached, results, isWithoutOrder: true })).toMatch(/pairs of rules were not run/);
  });
});
