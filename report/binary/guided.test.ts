// Deviations and faults of guided plans in the report: what the baseline knows of them, and where they stand.
import { paintFor } from '../terminal/paint';
import { coverageText } from '../terminal/binary-coverage';
import { writeBinaryPage } from '../html/binary-page';
import type { GuidedFinding, GuidedResult } from '../../spec/reach';
import type { Baseline, BaselineEntry } from '../../spec/result';
import type { VerdictKind } from '../../spec/verdict';
import { guidedReport, guidedWitnesses } from './guided';
import { parseCoverage, writeCoverage } from './json';
import { coverage, edge, SHAPE } from './testing';

describe('A deviation of a guided plan', () => {
  const finding = (expected: string, isConfirmed = true): GuidedFinding => ({
    judgedAs: 'validation/any',
    claim: 'a/one',
    plan: { accounts: [], transactions: [] },
    verdict: {
      kind: 'wrong-code',
      transaction: 0,
      expected,
      observed: 'light-system:6027',
      detail: 'It is another.',
      because: ['a/one'],
    },
    exercised: ['a/one'],
    count: 1,
    isConfirmed,
  });
  const baseline: Baseline = {
    formatVersion: 1,
    programVersion: '0.28.3',
    systemProgram: 'aa',
    observed: [],
    deviations: [
      {
        rule: 'a/one',
        status: 'deviates',
        verdict: 'wrong-code',
        expected: '6021',
        observed: 'light-system:6027',
        reason: 'It is known.',
        witness: null,
      },
    ],
  };
  const result: GuidedResult = {
    executions: 2,
    unguidedExecutions: 1,
    changed: 1,
    minimising: 0,
    guided: [edge(1, 2), edge(1, 4)],
    unguided: [edge(1, 4)],
    corpus: [],
    findings: [finding('6021'), finding('6021|6022'), finding('6021', false)],
    verdicts: {},
    skipped: {},
    faults: [],
  };
  const listings = (base: Baseline | null): readonly string[] =>
    guidedReport(result, base).deviations.map(({ listing }) => listing);

  it('that was accepted is like a known one only in place of the same error', () => {
    const entry = { ...baseline.deviations[0], verdict: 'missing-error', observed: 'accepted' } as const;
    const accepted = (expected: string): GuidedFinding => {
      const { verdict, ...rest } = finding(expected);
      return { ...rest, verdict: { ...verdict, kind: 'missing-error', observed: 'accepted' } };
    };
    const behind = finding('6021');
    const findings = [accepted('6021'), accepted('6021|any error'), accepted('6049|any error'), behind];
    const deviations = [entry] as Baseline['deviations'];
    const listed = guidedReport({ ...result, findings }, { ...baseline, deviations }).deviations;
    expect(listed.map(({ listing }) => listing)).toEqual(['known', 'alike', 'new', 'alike']);
  });

  it('is like a known one only with its kind of verdict, and never by the error alone', () => {
    const known = (verdict: VerdictKind, expected: string, observed: string): BaselineEntry => ({
      ...{ rule: 'a/one', status: 'deviates', reason: 'It is known.', witness: null },
      ...{ verdict, expected, observed },
    });
    const seen = (kind: VerdictKind, expected: string, observed: string): GuidedFinding => {
      const { verdict, ...rest } = finding(expected);
      return { ...rest, verdict: { ...verdict, kind, observed } };
    };
    const deviations = [
      known('panic', '6017|any error', 'light-system:panic'),
      known('spurious-error', 'accepted', 'light-system:20005'),
      known('wrong-code', '6021', 'light-system:6027'),
      known('missing-error', '6002', 'accepted'),
    ];
    const findings = [
      seen('panic', '6017|6043', 'light-system:panic'),
      seen('panic', 'accepted', 'light-system:panic'),
      seen('panic', '6049|any error', 'light-system:panic'),
      seen('panic', '6002', 'light-system:panic'),
      seen('spurious-error', 'accepted|any error', 'light-system:20005'),
      seen('undocumented-code', '6021', 'light-system:6027'),
    ];
    const listed = guidedReport({ ...result, findings }, { ...baseline, deviations }).deviations;
    expect(listed.map(({ listing }) => listing)).toEqual(['alike', 'new', 'new', 'new', 'new', 'new']);
  });

  it('is not known by what another rule does, and a sweep’s entry is about its own plans', () => {
    const of = (claim: string, ...because: readonly string[]): GuidedFinding => {
      const { verdict, ...rest } = finding('6021');
      return { ...rest, claim, exercised: because, verdict: { ...verdict, because } };
    };
    const entries = (rule: string): Baseline => ({
      ...baseline,
      deviations: baseline.deviations.map((entry) => ({ ...entry, rule })),
    });
    const listed = (base: Baseline, one: GuidedFinding): readonly string[] =>
      guidedReport({ ...result, findings: [one] }, base).deviations.map(({ listing }) => listing);
    expect(listed(baseline, of('b/two', 'a/one', 'b/two'))).toEqual(['known']);
    expect(listed(baseline, of('a/one', 'b/two'))).toEqual(['known']);
    expect(listed(baseline, of('c/three', 'b/two'))).toEqual(['new']);
    // A rule's own cases, changed until they break another rule, say nothing of it.
    const rule = 'validation/fee-payer-on-set';
    expect(listed(entries(rule), of(rule, 'validation/tree-on-write'))).toEqual(['new']);
    expect(listed(entries('validation/any'), of('validation/any', 'validation/tree-on-write'))).toEqual([
      'known',
    ]);
    // What holds another instruction is one of that instruction's sweep, whatever it was made from.
    const sibling = { ...of('modes/sequence', 'modes/execute'), judgedAs: 'read-only/any' };
    expect(listed(entries('read-only/any'), sibling)).toEqual(['known']);
    expect(listed(entries('account-info/any'), sibling)).toEqual(['new']);
  });

  it('is no fault of the suite, which stands apart with its plan', () => {
    const fault = {
      ...{ claim: 'a/one', judgedAs: 'read-only/any', cause: 'TypeError: no', count: 3 },
      whenConfirming: false,
      plan: { accounts: [], transactions: [] },
    };
    const guided = guidedReport({ ...result, faults: [fault] }, baseline);
    const witness = 'corpus/faults/0001.json';
    const sentence = 'The suite failed at a guided plan made from a case of a/one: TypeError: no';
    expect(guided.faults).toEqual([{ claim: 'a/one', sentence, count: 3, witness }]);
    const files = new Map(guidedWitnesses({ ...result, faults: [fault] }, coverage.programs));
    const recorded = { rule: 'read-only/any', verdict: 'harness-fault' };
    expect(files.get(witness)).toMatchObject({ ...recorded, runtime: 'litesvm' });
    const again = { ...result, faults: [{ ...fault, whenConfirming: true }] };
    const [own] = guidedWitnesses(again, coverage.programs).filter(([path]) => path === witness);
    expect(own?.[1]).toMatchObject(recorded);
    expect(own?.[1]).not.toHaveProperty('runtime');
    const both = { ...coverage, guided };
    expect(parseCoverage(writeCoverage(both), 'coverage.json')).toEqual(both);
    expect(writeBinaryPage(both, SHAPE)).toContain(witness);
    expect(coverageText(both, paintFor(false, {}))).toContain('TypeError: no (3 times)');
  });

  it('is like a freedom that is known to be refused where the plan makes use of it', () => {
    const entry = { ...baseline.deviations[0], verdict: 'spurious-error', expected: 'accepted' } as const;
    const deviations = [{ ...entry, rule: 'a/free' }] as Baseline['deviations'];
    const of = (kind: VerdictKind, ...exercised: readonly string[]): GuidedFinding => {
      const { verdict, ...rest } = finding('6049');
      return { ...rest, exercised, verdict: { ...verdict, kind } };
    };
    const findings = [of('wrong-code', 'a/free'), of('wrong-code', 'a/one'), of('panic', 'a/free')];
    const listed = guidedReport({ ...result, findings }, { ...baseline, deviations }).deviations;
    expect(listed.map(({ listing }) => listing)).toEqual(['alike', 'new', 'new']);
  });

  it('is like a mistake that is known to be answered so where the plan makes it, whatever else is wrong', () => {
    const of = (observed: string, ...exercised: readonly string[]): GuidedFinding => {
      const { verdict, ...rest } = finding('6049');
      const other = { ...verdict, observed, because: ['b/two'] };
      return { ...rest, claim: 'b/two', exercised, verdict: other };
    };
    const findings = [
      of('light-system:6027', 'a/one', 'b/two'),
      of('light-system:6027', 'b/two'),
      of('light-system:6028', 'a/one', 'b/two'),
    ];
    const listed = guidedReport({ ...result, findings }, baseline).deviations;
    expect(listed.map(({ listing }) => listing)).toEqual(['alike', 'new', 'new']);
  });

  it('is known, like a known one, or new', () => {
    expect(listings(baseline)).toEqual(['known', 'alike', 'runner-disagrees']);
    expect(listings(null)).toEqual(['new', 'new', 'runner-disagrees']);
  });

  it('stands in the report beside the edges that only guidance reached', () => {
    const guided = guidedReport(result, baseline);
    expect(guided.onlyGuided).toEqual(['1 -> 2']);
    expect(guided.onlyUnguided).toEqual([]);
    const both = { ...coverage, guided };
    expect(parseCoverage(writeCoverage(both), 'coverage.json')).toEqual(both);
    expect(writeBinaryPage(both, SHAPE)).toContain('Guided generation');
    const text = coverageText(both, paintFor(false, {}));
    expect(text).toContain('1 known, 1 like known ones, 0 new');
    expect(text).toMatch(/unguided +1 /);
    expect(text).toContain('alike: wrong-code, expected 6021|6022, observed light-system:6027');
  });
});
