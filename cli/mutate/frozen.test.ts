// Tests of which frozen errors a mutant may end with, and on which program.
import { loadBaseline } from '../baseline-file';
import { frozenOf } from './frozen';

const VERSION = '0.28.3';

it('accepts the frozen errors of proofs on the program with their keys only', () => {
  const baseline = loadBaseline(undefined, VERSION);
  const { frozen = [], frozenWithKeys = [] } = frozenOf(baseline);
  expect(frozen).toEqual(baseline?.content.observed);
  const more = frozenWithKeys.slice(frozen.length);
  expect(frozenWithKeys.slice(0, frozen.length)).toEqual(frozen);
  expect(more.length).toBeGreaterThan(0);
  expect(more.every(({ rule }) => rule.startsWith('proofs/'))).toBe(true);
  expect(
    more.some((one) => !frozen.some(({ rule, raised }) => rule === one.rule && raised === one.raised)),
  ).toBe(true);
});

it('holds nothing against any error without a baseline', () => {
  expect(frozenOf(null)).toEqual({});
});
