// Tests of what the command line checks: numbers, names with near matches, and how errors are said.
import { collectNames } from './commands/act';
import { parseCores } from './pin';
import { Failure, speak } from './failure';
import { distance, nearMatches } from './near';
import { progressLine, showProgress } from './progress';
import { DEFAULT_SEED, runOptions } from './run-options';
import { selectClaims } from './select';
import type { Claim } from '../suites/engine-types';
import { result } from '../report/testing/samples';

const claim = (id: string, area: Claim['area']): Claim => ({
  id,
  area,
  kind: 'rule',
  title: id,
  rule: null,
  defaultRuns: 1,
});
const claims = [
  claim('accounts/one', 'accounts'),
  claim('limits/inputs', 'limits'),
  claim('limits/outputs', 'limits'),
];
const select = (rules: readonly string[], areas: readonly string[]): readonly string[] =>
  selectClaims(claims, { rules, areas }).claims.map(({ id }) => id);

describe('the selection', () => {
  it('is everything without a filter', () => {
    expect(selectClaims(claims, { rules: [], areas: [] })).toMatchObject({ claims, complete: true });
  });

  it('joins rules and areas, in claim order', () => {
    expect(select(['accounts/one'], ['limits'])).toEqual(['accounts/one', 'limits/inputs', 'limits/outputs']);
    expect(selectClaims(claims, { rules: ['accounts/one'], areas: [] }).complete).toBe(false);
  });

  it('takes names one by one, or several with commas', () => {
    const names = collectNames('accounts/one, limits/inputs', collectNames('limits/outputs'));
    expect(names).toEqual(['limits/outputs', 'accounts/one', 'limits/inputs']);
  });

  it('asks more cases of a rule on a version where part of them say nothing', () => {
    const rule = claim('modes/execute-verifies-proof', 'modes');
    const casesOn = (version: string): readonly number[] =>
      selectClaims([rule], { rules: [], areas: [], version }).claims.map(({ defaultRuns }) => defaultRuns);
    expect([casesOn('0.28.3'), casesOn('0.27.0')]).toEqual([[1], [410]]);
  });

  it('names near matches of an unknown rule', () => {
    expect(() => select(['limits/input'], [])).toThrow(
      'There is no rule "limits/input": did you mean limits/inputs, limits/outputs?',
    );
    expect(() => select(['zzz'], [])).toThrow(
      'There is no rule "zzz": `npx cpi-conformance list` shows all.',
    );
  });

  it('names the areas when one is unknown', () => {
    expect(() => select([], ['limit'])).toThrow('There is no area "limit": did you mean limits?');
    expect(() => select([], ['zzz'])).toThrow(/choose one of instruction-data, accounts/);
  });
});

describe('near matches', () => {
  it('measures single edits', () => {
    expect(distance('kitten', 'sitting')).toBe(3);
    expect(distance('', 'abc')).toBe(3);
  });

  it('finds parts of names', () => {
    expect(nearMatches('fee-payer', ['validation/fee-payer-on-set', 'limits/inputs'])).toEqual([
      'validation/fee-payer-on-set',
    ]);
  });
});

describe("run's options", () => {
  it('have defaults', () => {
    expect(runOptions({})).toMatchObject({
      seed: DEFAULT_SEED,
      runs: undefined,
      rules: [],
      areas: [],
      debug: false,
    });
  });

  it.each([
    [{ runs: '0' }, '--runs must be a whole number from 1 to 1000000, but is "0".'],
    [{ runs: '1.5' }, '--runs must be'],
    [{ seed: 'x' }, '--seed must be'],
    [{ workers: '-1' }, '--workers must be a whole number from 1 to 64, but is "-1".'],
  ])('refuse %j in one sentence', (flags, message) => {
    expect(() => runOptions(flags)).toThrow(message);
  });

  it('take negative seeds', () => {
    expect(runOptions({ seed: '-5' }).seed).toBe(-5);
  });
});

describe('an error', () => {
  it('with an exit code is said as it is', () => {
    expect(speak(new Failure('No.', 2), false)).toEqual({ sentence: 'No.', exitCode: 2 });
  });

  it('without one is internal, exit code 3, with the stack only on demand', () => {
    expect(speak(new Error('odd'), false)).toEqual({
      sentence: 'Internal error: odd (run again with --debug for the stack).',
      exitCode: 3,
    });
    expect(speak(new Error('odd'), true).sentence).toContain('at ');
    expect(speak('text', false).sentence).toContain('text');
  });
});

describe('the progress display', () => {
  const state = { done: [result('a')], running: [{ claim: 'b', index: 9 }] };
  const totals = { claims: 3, cases: 900 };

  it('counts finished and current cases', () => {
    expect(progressLine(state, totals)).toBe('320 of 900 cases, 1 of 3 claims done; now b');
  });

  it.each([
    [true, '\r\u001b[2K320 of 900 cases, 1 of 3 claims done; now b'],
    [false, '320 of 900 cases, 1 of 3 claims done; now b\n'],
  ])('updates one line on a terminal (%s), else writes lines', (isTTY, expected) => {
    jest.useFakeTimers();
    const written: string[] = [];
    const stop = showProgress({ isTTY, write: (text) => written.push(text) }, () => state, totals);
    jest.advanceTimersByTime(10_001);
    stop();
    jest.useRealTimers();
    expect(written[0]).toBe(expected);
  });
});

it('reads lists of cores as Linux writes them', () => {
  expect(parseCores('0-2,5')).toEqual([0, 1, 2, 5]);
});
