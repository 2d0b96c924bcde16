// Tests of how a run's laws are reported and gated: apart from rules, with floors of their own.
import type { ClaimResult } from '../spec/result';
import { SAME_AS_OTHER, type Law } from '../spec/law';
import { parseReport, writeReport } from './report';
import type { LawReport, Report } from './report-types';
import { screen } from './terminal/screen';
import { explainLaw } from './terminal/explain-law';
import { lawList } from './terminal/list';
import { plain } from './terminal/paint';
import { replayText } from './terminal/replay-text';
import { baseline, entry, ERRORS, finding, PROGRAMS, result, rule, witness } from './testing/samples';
import { outcome } from './testing/outcomes';
import { reportOf } from './testing/reports';

const law = (id: string, change: Partial<Law> = {}): Law => ({
  id,
  statement: 'Nothing changes.',
  sources: [{ document: 'INVOKE_CPI.md', section: 'Accounts', sentence: '0123456789abcdef' }],
  needs: 'alike',
  compares: {},
  ...change,
});
const LAW = law('laws/same-through');
const same = { expected: SAME_AS_OTHER, observed: 'the same', verdict: 'match' } as const;
const different = { expected: SAME_AS_OTHER, observed: 'other leaves', verdict: 'wrong-effect' } as const;

const lawResult = (change: Partial<ClaimResult> = {}): ClaimResult =>
  result(LAW.id, {
    kind: 'law',
    violating: 310,
    twins: 200,
    ownCode: 0,
    matrix: [{ ...same, count: 310 }],
    seenCodes: [],
    ...change,
  });
const broken = lawResult({ findings: [finding(LAW.id, different)] });

const report = (laws: readonly ClaimResult[], of: Law = LAW, listed = baseline([])): Report =>
  reportOf({
    rules: [rule('accounts/one')],
    results: [result('accounts/one'), ...laws],
    laws: [of],
    baseline: listed,
  });
const rowOf = (laws: readonly ClaimResult[], of: Law = LAW): LawReport => {
  const [row] = report(laws, of).laws;
  if (row === undefined) throw new Error('no row');
  return row;
};
const problems = (from: Report): readonly string[] => from.gate.problems.map(({ kind }) => kind);

describe('A law', () => {
  it('holds with enough cases of each kind, and is no rule', () => {
    const whole = report([lawResult()]);
    expect(whole.gate.exitCode).toBe(0);
    expect(rowOf([lawResult()])).toMatchObject({
      status: 'holds',
      compared: 310,
      accepted: 200,
      rejected: 110,
    });
    expect(whole.rules).toHaveLength(1);
    expect(whole.sweeps).toEqual([]);
  });

  it.each([
    ['cases', LAW, { violating: 299 }],
    ['rejected roads', LAW, { twins: 300 }],
    ['accepted roads', LAW, { twins: 10 }],
    ['accepted roads where it needs them', law(LAW.id, { needs: 'accepted' }), { twins: 299 }],
  ])('with too few %s is red', (_what, of, change) => {
    expect(rowOf([lawResult(change)], of).status).toBe('under-sampled');
    expect(problems(report([lawResult(change)], of))).toEqual(['under-sampled']);
  });

  it('with a road that is not accepted is red', () => {
    expect(problems(report([lawResult({ inconclusive: 1 })]))).toEqual(['under-sampled']);
  });

  it('that did not run is red', () => {
    expect(rowOf([]).status).toBe('not-selected');
    expect(problems(report([]))).toEqual(['vacuous']);
  });

  it('that is broken is red, unless listed; and red again when a listed one holds', () => {
    expect(rowOf([broken]).status).toBe('broken');
    expect(report([broken]).gate.exitCode).toBe(1);
    const listed = baseline([entry(LAW.id, different)]);
    expect(report([broken], LAW, listed).gate.exitCode).toBe(0);
    expect(problems(report([lawResult()], LAW, listed))).toEqual(['stale']);
  });

  it('is written to report.json and read back', () => {
    const whole = report([broken]);
    expect(parseReport(writeReport(whole), 'report.json').laws).toEqual(whole.laws);
  });
});

describe('For people, a law', () => {
  const story = {
    errors: ERRORS,
    paint: plain,
    witnessOf: () => witness(LAW.id, different),
    replayCommand: (path: string) => `replay ${path}`,
  };
  const text = screen(report([broken]), story, { command: 'suite', folder: 'out' });

  it('has a table of its own, and a story when it is broken', () => {
    expect(text).toMatch(/same-through +broken +310 +200 +110 +-/);
    expect(text).toContain('laws/same-through: wrong-effect in 310 cases, not in the baseline');
    expect(text).toContain('Nothing changes. [INVOKE_CPI.md, Accounts]');
    expect(text).toContain('Laws, counted apart: 1 broken.');
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('is listed apart with the section that it rests on', () => {
    const list = lawList([LAW], plain);
    expect(list).toContain('laws/same-through  [INVOKE_CPI.md, Accounts]');
    expect(list).toContain('1 law.');
  });

  it('is explained with both roads', () => {
    const found = { file: 'w.json', content: witness(LAW.id, different) };
    const replayCommand = (file: string): string => `replay ${file}`;
    const shown = {
      law: LAW,
      errors: ERRORS,
      paint: plain,
      entry: undefined,
      witness: found,
      replayCommand,
      loaded: null,
    };
    const told = explainLaw({ ...shown, roads: null });
    const verdict = { kind: 'match', transaction: 0, ...same, detail: '', because: [] } as const;
    const run = { observation: { transactions: [outcome({})] }, predictions: [], verdict };
    const ran = explainLaw({ ...shown, roads: { first: run, second: run } });
    expect(ran.match(/-> accepted, as documented/g)).toHaveLength(2);
    for (const part of ['leaf hashes and v1 roots', 'lamports', 'nullifiers', 'the contexts'])
      expect(ran.replace(/\s+/g, ' ')).toContain(part);
    for (const part of ['road 1', 'road 2', 'context:2 instead of context:1', 'replay w.json'])
      expect(told.replace(/\s+/g, ' ')).toContain(part);
  });

  it('is replayed with the words of a law', () => {
    const verdict = { kind: 'match', transaction: 0, ...same, detail: 'the same', because: [] } as const;
    const telling = {
      file: 'w.json',
      witness: witness(LAW.id, different),
      twinAccepted: true,
      history: null,
    };
    const told = replayText({
      ...telling,
      verdict,
      backend: 'bankrun',
      programs: PROGRAMS,
      errors: ERRORS,
      paint: plain,
    });
    expect(told).toContain('no longer deviates');
    expect(told).toContain('both accepted; the second: ');
  });
});
