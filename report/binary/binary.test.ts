// Coverage of the compiled program as a report: counts by hand, files that read back, pages that say what ran.
import { paintFor } from '../terminal/paint';
import { coverageText } from '../terminal/binary-coverage';
import { writeBinaryPage } from '../html/binary-page';
import type { GuidedFinding, GuidedResult, ProgramShape } from '../../spec/reach';
import type { Baseline, BaselineEntry } from '../../spec/result';
import type { VerdictKind } from '../../spec/verdict';
import { buildCoverage, type BinaryInput } from './build';
import { guidedReport } from './guided';
import { parseCoverage, writeCoverage } from './json';
import { listingText } from './listing';
import { codeState, percent } from './numbers';

const PROGRAMS = { version: '0.28.3', systemProgram: 'aa', accountCompression: 'bb', caller: 'cc' };
const edge = (from: number, to: number): number => from * 1_000_000 + to;

/** Two functions: the second is called by a register only, and one place in it raises 6002. */
const SHAPE: ProgramShape = {
  functions: [
    {
      name: 'entrypoint',
      start: 0,
      end: 6,
      reached: 'directly',
      blocks: [
        { start: 0, end: 2, size: 2 },
        { start: 2, end: 4, size: 2 },
        { start: 4, end: 6, size: 1 },
      ],
    },
    { name: 'function_6', start: 6, end: 9, reached: 'indirectly', blocks: [{ start: 6, end: 9, size: 3 }] },
  ],
  edges: [edge(1, 2), edge(1, 4), edge(3, 4)],
  sites: [
    { pc: 2, call: 3, code: 6002 },
    { pc: 6, call: 8, code: 6002 },
  ],
  textOffset: 0x100,
  disassemble: (from, to) => Array.from({ length: to - from }, (_, i) => `${from + i}  mov64 r0, <0>`),
};

const INPUT: BinaryInput = {
  programs: PROGRAMS,
  seed: 1,
  cases: 2,
  shape: SHAPE,
  claims: [
    { id: 'a/one', kind: 'rule', area: 'a' },
    { id: 'a/two', kind: 'sweep', area: 'a' },
  ],
  reaches: [
    { claim: 'a/one', plans: 4, pcs: [0, 1, 4], edges: [edge(1, 4)], raised: [] },
    {
      claim: 'a/two',
      plans: 2,
      pcs: [0, 1, 2, 3],
      edges: [edge(1, 2), edge(3, 7)],
      raised: [
        { pc: 2, call: 3, code: 6002, plans: 2, refused: 1 },
        { pc: 3, call: 3, code: 6021, plans: 1, refused: 0 },
      ],
    },
  ],
};

const coverage = buildCoverage(INPUT);

describe('Coverage of the compiled program', () => {
  it('counts what ran, of all, of what is called directly, and of what was entered', () => {
    expect(coverage.total).toEqual({
      executed: { instructions: 5, blocks: 3, edges: 2, functions: 1 },
      all: { instructions: 8, blocks: 4, edges: 3, functions: 2 },
    });
    expect(coverage.calledDirectly.all).toEqual({ instructions: 5, blocks: 3, edges: 3, functions: 1 });
    expect(coverage.entered.all.functions).toBe(1);
    expect(coverage.indirectCalls).toBe(1);
    expect(coverage.plans).toBe(6);
  });

  it('counts claims and areas, and what only one claim took', () => {
    expect(coverage.areas).toHaveLength(1);
    expect(coverage.areas[0]?.executed).toEqual(coverage.total.executed);
    expect(coverage.claims.map(({ claim, onlyHere }) => [claim, onlyHere])).toEqual([
      ['a/one', 1],
      ['a/two', 2],
    ]);
    expect(coverage.claims[0]?.executed).toEqual({ instructions: 3, blocks: 2, edges: 1, functions: 1 });
  });

  it('counts plans at each place that raises an error, those too that only running shows', () => {
    const [code] = coverage.codes.filter(({ code: number }) => number === 6002);
    expect(code?.sites.map(({ pc, plans, refused }) => [pc, plans, refused])).toEqual([
      [2, 2, 1],
      [6, 0, 0],
    ]);
    expect(coverage.codes.flatMap((one) => (codeState(one) === 'partly' ? [one.code] : []))).toEqual([6002]);
    const seen = coverage.codes.find(({ code: number }) => number === 6021);
    expect(seen?.sites).toMatchObject([{ inCode: false, fileOffset: 0x100 + 24, function: 'entrypoint' }]);
  });

  it('lists what never ran, with what ran in front of it', () => {
    expect(coverage.unexecuted).toMatchObject([{ function: 'function_6', missing: 3, ranges: [[6, 9]] }]);
    const text = listingText(buildCoverage({ ...INPUT, reaches: INPUT.reaches.slice(0, 1) }), SHAPE);
    expect(text).toContain('entrypoint: 2 of 5 instructions never executed');
    expect(text).toContain('    1  mov64');
    expect(text).toContain('  - 2  mov64');
  });

  it('reads back as it was written', () => {
    expect(parseCoverage(writeCoverage(coverage), 'coverage.json')).toEqual(coverage);
    expect(() => parseCoverage('{}', 'coverage.json')).toThrow(/coverage\.json lacks the field/);
  });

  it('is told on the terminal and on a page that escapes what it shows', () => {
    const text = coverageText(coverage, paintFor(false, {}));
    expect(text).toContain('5 of 8 (62.5 %)');
    const page = writeBinaryPage(coverage, SHAPE);
    expect(page).toContain('mov64 r0, &lt;0&gt;');
    expect(page).toContain('6002 CpiSignerCheckFailed');
    expect(page).not.toContain('<script');
  });

  it('says nothing of nothing', () => {
    expect(percent(0, 0)).toBe('-');
    const empty = buildCoverage({ ...INPUT, reaches: [] });
    expect(empty.total.executed.instructions).toBe(0);
    expect(empty.unexecuted).toHaveLength(2);
  });
});

describe('A deviation of a guided plan', () => {
  const finding = (expected: string, isConfirmed = true): GuidedFinding => ({
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
