// Tests of what the score, the controls and the list of equivalent mutants add up to.
import { plain } from '../terminal/paint';
import { mutationExit, oneMutantExit } from './exit';
import { mutationText, staleLines } from './text';
import { row, killed, report, SURVIVOR, ALARM, QUIET, EQUIVALENT, ASIDE, survival } from './testing';

describe('The exit code of a mutation report', () => {
  it('is held against the goal with the kills of all rules, and without what is set aside', () => {
    const many = Array.from({ length: 99 }, (_, at) => killed(`${at}`, 'a/b'));
    const green = [...many, ...Array.from({ length: 9 }, (_, at) => row(`o${at}`, 'observed-only')), ASIDE];
    expect(mutationExit(report([...green, ...QUIET], { mutants: 500 }))).toBe(0);
    const open = Array.from({ length: 9 }, (_, at) =>
      row(`u${at}`, 'survived', { survival: survival('unused') }),
    );
    expect(mutationExit(report([...green, ...open, ...QUIET], { mutants: 500 }))).toBe(1);
    const few = [...many.slice(1), ASIDE, ASIDE];
    expect(mutationExit(report([...few, ...QUIET], { mutants: 500 }))).toBe(4);
  });

  it('of one mutant that is set aside nothing is decided', () => {
    expect(oneMutantExit(report([ASIDE]))).toBe(4);
    expect(oneMutantExit(report([row('2', 'observed-only')]))).toBe(0);
  });

  it('is green where nearly all are killed, and no control is', () => {
    expect(mutationExit(report([killed('1', 'a/b'), ...QUIET], { mutants: 1 }))).toBe(0);
    expect(mutationExit(report([killed('1', 'a/b'), SURVIVOR, ...QUIET]))).toBe(1);
    expect(mutationExit(report([killed('1', 'a/b'), ALARM, ...QUIET]))).toBe(1);
    expect(mutationExit(report(QUIET))).toBe(1);
  });

  it('is vacuous where a sample is too small to show that the goal is reached', () => {
    const many = Array.from({ length: 99 }, (_, at) => killed(`${at}`, 'a/b'));
    expect(mutationExit(report([...many.slice(1), ...QUIET], { mutants: 500 }))).toBe(4);
    expect(mutationExit(report([...many, ...QUIET], { mutants: 500 }))).toBe(0);
    expect(mutationText(report(many.slice(1), { mutants: 500 }), plain)).toMatch(
      /Fewer\s+than\s+99\s+mutants/,
    );
  });

  it('is vacuous where a kind of control was not tried, or not loaded', () => {
    const unloadable = row('00071:log-text', 'unloadable', { operator: 'log-text' });
    expect(mutationExit(report([killed('1', 'a/b'), ...QUIET.slice(1)]))).toBe(4);
    expect(mutationExit(report([killed('1', 'a/b'), unloadable, ...QUIET.slice(1)]))).toBe(4);
  });

  it('is stale where a mutant that is listed as equivalent is killed', () => {
    const stale = report([{ ...killed('00060:store', 'a/b'), reason: 'listed as equivalent' }, ...QUIET]);
    expect(mutationExit(stale)).toBe(5);
    expect(oneMutantExit(stale)).toBe(5);
    expect(mutationText(stale, plain)).toContain(
      '00060:store is listed as equivalent, but was killed: take it out of baselines/mutants/0.28.3.json.',
    );
  });

  it('is stale where something changes at a mutant that is listed as equivalent, and no rule is about it', () => {
    const listed = { ...SURVIVOR, reason: 'listed as equivalent' };
    const many = Array.from({ length: 99 }, (_, at) => killed(`${at}`, 'a/b'));
    expect(oneMutantExit(report([listed]))).toBe(5);
    expect(mutationExit(report([...many, listed, ...QUIET], { mutants: 500 }))).toBe(5);
    expect(staleLines(report([listed]))).toEqual([
      '00010:negate is listed as equivalent, but something changed in case 4 of c/d: take it out of baselines/mutants/0.28.3.json.',
    ]);
  });

  it('of one mutant that is known to be equivalent and behaves so is green', () => {
    expect(oneMutantExit(report([EQUIVALENT]))).toBe(0);
  });

  it('of one control is green where nothing notices it', () => {
    expect(oneMutantExit(report(QUIET.slice(0, 1)))).toBe(0);
    expect(oneMutantExit(report([ALARM]))).toBe(1);
    expect(oneMutantExit(report([SURVIVOR]))).toBe(1);
  });
});
