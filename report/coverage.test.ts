// Tests of the coverage section: counts over all claims, what blocks, what counts instead, and when a gap is red.
import type { CoverageItem } from '../spec/coverage-item';
import { EXIT } from './exit-code';
import type { Report } from './report-types';
import { coverageTables } from './terminal/coverage-table';
import { plain } from './terminal/paint';
import { finding, result, rule } from './testing/samples';
import { reportOf } from './testing/reports';

const item = (name: string, change: Partial<CoverageItem> = {}): CoverageItem => ({
  group: 'state-machine',
  id: `state-machine/${name}`,
  text: `edge ${name}`,
  ...change,
});

const RULE = 'accounts/one';
type Change = Parameters<typeof result>[1];

const reportWith = (
  coverage: readonly CoverageItem[],
  change: Change = {},
  rest: Partial<Parameters<typeof reportOf>[0]> = {},
): Report => reportOf({ rules: [rule(RULE)], results: [result(RULE, change)], coverage, ...rest });

const sentences = ({ gate }: Report): readonly string[] =>
  gate.problems.filter(({ kind }) => kind === 'vacuous').map(({ sentence }) => sentence);

describe('Coverage', () => {
  it('sums the counts of all claims', () => {
    const results = [2, 3].map((count, at) =>
      result(at === 0 ? RULE : 'modes/sequence', {
        kind: at === 0 ? 'rule' : 'sweep',
        coverage: { 'state-machine/a': count },
      }),
    );
    const report = reportOf({ rules: [rule(RULE)], results, coverage: [item('a')] });
    expect(report.coverage).toMatchObject([{ count: 5, status: 'covered', documented: true }]);
    expect(sentences(report)).toEqual([]);
  });

  it('makes a full run red for each item that was never covered', () => {
    const report = reportWith([item('a'), item('b'), item('c')], { coverage: { 'state-machine/b': 1 } });
    expect(report.gate.exitCode).toBe(EXIT.vacuous);
    expect(sentences(report)).toEqual([
      'state-machine/a was never covered (state-machine: edge a).',
      'state-machine/c was never covered (state-machine: edge c).',
    ]);
  });

  it('only tells in a run that is filtered or too small', () => {
    expect(sentences(reportWith([item('a')], {}, { complete: false }))).toEqual([]);
    expect(
      sentences(reportWith([item('a')], { requested: 20, executed: 20, violating: 20, twins: 20 })),
    ).toEqual([]);
  });

  it('lets a deviation block an item, and names its rule', () => {
    const blocked = item('a', { blockedBy: [RULE] });
    const deviating = reportWith([blocked], { findings: [finding(RULE)] });
    expect(deviating.coverage).toMatchObject([{ count: 0, status: 'blocked', blockedBy: [RULE] }]);
    expect(sentences(deviating)).toEqual([]);
    expect(sentences(reportWith([blocked]))).toHaveLength(1);
  });

  it('tells how often a blocked item was attempted and refused otherwise', () => {
    const items = [item('a', { blockedBy: [RULE] }), item('b', { blockedBy: [RULE] })];
    const attempted = { 'state-machine/a': 207 };
    const report = reportWith(items, { attempted, findings: [finding(RULE)] });
    expect(report.coverage).toMatchObject([
      { count: 0, otherwise: 207, status: 'blocked' },
      { count: 0, otherwise: 0, status: 'blocked' },
    ]);
    expect(
      coverageTables(
        reportWith([...items, item('c')], {
          attempted,
          findings: [finding(RULE)],
          coverage: { 'state-machine/c': 12 },
        }),
        plain,
      ),
    ).toMatch(/edge a +0 +blocked, refused 207 times with another code\n.*edge b +0 +blocked\n/);
  });

  it.each([
    [9, 1],
    [10, 0],
  ])('asks for ten times in a full run: %i times are %i problem', (count, problems) => {
    const { gate } = reportWith([item('a')], { coverage: { 'state-machine/a': count } });
    expect(gate.problems.filter(({ kind }) => kind === 'under-sampled')).toHaveLength(problems);
    expect(gate.exitCode).toBe(problems === 0 ? EXIT.green : EXIT.vacuous);
    const filtered = reportWith([item('a')], { coverage: { 'state-machine/a': count } }, { complete: false });
    expect(filtered.gate.exitCode).toBe(EXIT.green);
  });

  it('takes one of two readings for both', () => {
    const readings = [item('a', { either: 'state-machine/b' }), item('b', { either: 'state-machine/a' })];
    expect(sentences(reportWith(readings, { coverage: { 'state-machine/b': 4 } }))).toEqual([]);
    expect(sentences(reportWith(readings))).toHaveLength(2);
  });

  it('is told as a table for each group, with what was never seen', () => {
    const items = [item('a'), item('b', { undocumented: true }), item('c', { blockedBy: [RULE] })];
    const change = { coverage: { 'state-machine/b': 7 }, findings: [finding(RULE)] };
    const text = coverageTables(reportWith(items, change), plain);
    expect(text).toMatch(/edge a +0 +never/);
    expect(text).toMatch(/edge b +7 +undocumented/);
    expect(text).toMatch(/edge c +0 +blocked\n +blocked by accounts\/one: edge c/);
    expect(coverageTables(reportWith(items), plain)).toBe('');
  });
});
