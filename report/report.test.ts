// Tests of the report: statuses, ledger, matrix, determinism, and its published schema.
import { bound95 } from './bound';
import { parseReport, writeReport } from './report';
import type { Report, RuleReport } from './report-types';
import { baseline, entry, finding, result, rule, witness } from './testing/samples';
import { reportOf } from './testing/reports';

const one = rule('accounts/one');
const two = rule('accounts/two');

const first = (report: Report): RuleReport => report.rules[0] as RuleReport;
const statusOf = (change: Parameters<typeof result>[1]): string =>
  first(reportOf({ rules: [one], results: [result('accounts/one', change)] })).status;

describe("a rule's status", () => {
  it('is conforms when enough cases raise its own code', () => {
    expect(statusOf({})).toBe('conforms');
  });

  it('is deviates from the first finding on, whatever else was seen', () => {
    expect(statusOf({ findings: [finding('accounts/one', { count: 1 })] })).toBe('deviates');
    expect(statusOf({ findings: [finding('accounts/one')], violating: 3, twins: 3 })).toBe('deviates');
  });

  it('is unreached when its own code never appears and nothing deviates', () => {
    expect(statusOf({ ownCode: 0 })).toBe('unreached');
  });

  it('is under-sampled below the floor of violating cases or of twins', () => {
    expect(statusOf({ violating: 299 })).toBe('under-sampled');
    expect(statusOf({ twins: 299 })).toBe('under-sampled');
    expect(statusOf({ violating: 300, twins: 300 })).toBe('conforms');
  });

  it('is inconclusive when twins fail and no deviation explains it', () => {
    expect(statusOf({ violating: 0, twins: 0, inconclusive: 310 })).toBe('inconclusive');
  });

  it('is blocked when a deviation rejects as the twins are rejected', () => {
    const spurious = {
      verdict: 'spurious-error',
      expected: 'accepted',
      observed: 'light-system:6014',
    } as const;
    const blocked = result('accounts/two', {
      violating: 0,
      twins: 0,
      inconclusive: 310,
      matrix: [{ ...spurious, verdict: 'inconclusive', count: 310 }],
    });
    const blocking = result('accounts/one', { findings: [finding('accounts/one', spurious)] });
    const report = reportOf({ rules: [one, two], results: [blocking, blocked] });
    expect(report.rules[1]).toMatchObject({ status: 'blocked', blockedBy: ['accounts/one'] });
  });

  it('does not ask for a code of a rule whose error the documents leave open', () => {
    const open = rule('accounts/one', { expects: { kind: 'rejects', code: null, error: null } });
    expect(first(reportOf({ rules: [open], results: [result('accounts/one', { ownCode: 0 })] })).status).toBe(
      'conforms',
    );
  });

  it('asks for an error that the documents give only by name', () => {
    const named = rule('accounts/one', {
      expects: { kind: 'rejects', code: null, error: 'NotEnoughAccountKeys' },
    });
    expect(
      first(reportOf({ rules: [named], results: [result('accounts/one', { ownCode: 0 })] })).status,
    ).toBe('unreached');
  });

  it('tells a rule that did not run from one that was not selected', () => {
    const report = reportOf({ rules: [one, two], results: [], selected: new Set(['accounts/one']) });
    expect(report.rules.map(({ status }) => status)).toEqual(['not-run', 'not-selected']);
  });
});

describe('the bound of the failure rate', () => {
  it('is 1 - 0.05^(1/n), below 1 % from 300 cases on', () => {
    expect(bound95(300)).toBe(0.009937);
    expect(bound95(1)).toBe(0.95);
    expect(bound95(0)).toBeNull();
  });

  it('is left out for a rule that deviates', () => {
    const results = [result('accounts/one', { findings: [finding('accounts/one')] })];
    expect(first(reportOf({ rules: [one], results })).bound95).toBeNull();
  });
});

describe('the ledger', () => {
  const ledger = (change: Parameters<typeof result>[1]): Report['ledger'] =>
    reportOf({ rules: [one], results: [result('accounts/one', change)] }).ledger;

  it('says conforms for an error that appears, with its attempts', () => {
    expect(ledger({}).documented[0]).toMatchObject({
      status: 'conforms',
      attempts: 310,
      raised: 310,
      instead: [],
    });
  });

  it('says unreached for an error that never appears, and what came instead', () => {
    const matrix = [
      { expected: '6020', observed: 'light-system:6021', verdict: 'wrong-code', count: 310 },
    ] as const;
    const findings = [finding('accounts/one', { verdict: 'wrong-code', observed: 'light-system:6021' })];
    expect(ledger({ ownCode: 0, seenCodes: [], matrix, findings }).documented[0]).toMatchObject({
      status: 'unreached',
      raised: 0,
      instead: [{ observed: 'light-system:6021', count: 310 }],
    });
  });

  it.each([
    ['in too few cases', { violating: 20, twins: 20, ownCode: 20 }],
    ['never, in too few cases', { violating: 20, twins: 20, ownCode: 0, seenCodes: [] }],
  ])('says under-sampled for an error that appears %s', (_, change) => {
    expect(ledger(change).documented[0]?.status).toBe('under-sampled');
  });

  it('says deviates for an error that appears in some cases only', () => {
    expect(ledger({ findings: [finding('accounts/one')] }).documented[0]?.status).toBe('deviates');
  });

  it('says not-tried for an error that no case was made for', () => {
    expect(ledger({}).documented[1]).toMatchObject({ name: 'NotEnoughAccountKeys', status: 'not-tried' });
  });

  it('lists every error that no document names, with count and witness', () => {
    const seenCodes = [
      { raised: 'light-system:6020', count: 300, witness: witness('accounts/one') },
      { raised: 'account-compression:6020', count: 10, witness: witness('accounts/one') },
    ];
    expect(ledger({ seenCodes }).undocumented).toEqual([
      {
        raised: 'account-compression:6020',
        count: 10,
        claims: ['accounts/one'],
        witness: 'exemplars/account-compression-6020.json',
      },
    ]);
  });
});

describe('the report as a file', () => {
  const findings = [
    finding('accounts/one'),
    finding('accounts/one', { observed: 'light-system:6021', verdict: 'wrong-code' }),
  ];
  const results = [
    result('accounts/one', { findings, fenced: { b: 2, a: 1 } }),
    result('accounts/any', { kind: 'sweep', findings: [finding('accounts/any')] }),
  ];
  const known = baseline([entry('accounts/one', { fence: 'a' })]);
  const report = reportOf({ rules: [one, two], results, baseline: known });

  it('fits its published schema', () => {
    expect(parseReport(writeReport(report), 'report.json')).toEqual(report);
  });

  it('has the same bytes for the same inputs in another key order', () => {
    const reversed = results.map((item) => Object.fromEntries(Object.entries(item).reverse()) as typeof item);
    expect(writeReport(reportOf({ rules: [one, two], results: reversed, baseline: known }))).toBe(
      writeReport(report),
    );
  });

  it('gives each finding a witness path of its own and says whether it is listed', () => {
    const twice = [
      ...findings,
      finding('accounts/one', { observed: 'light-system:6002', verdict: 'wrong-code' }),
    ];
    const row = first(
      reportOf({ rules: [one], results: [result('accounts/one', { findings: twice })], baseline: known }),
    );
    expect(row.findings.map((item) => [item.witness, item.listed])).toEqual([
      ['witnesses/accounts--one--wrong-code.json', false],
      ['witnesses/accounts--one--wrong-code--2.json', false],
      ['witnesses/accounts--one--missing-error.json', true],
    ]);
  });

  it('adds up the matrix over all claims', () => {
    expect(report.matrix).toEqual([
      { expected: '6020', observed: 'light-system:6020', verdict: 'match', count: 620 },
    ]);
  });

  it('counts what each fence held back, and names the rules behind it', () => {
    expect(report.fences).toEqual([
      { fence: 'a', rules: ['accounts/one'], fenced: 1 },
      { fence: 'b', rules: [], fenced: 2 },
    ]);
  });

  it('names the rule behind a fence also where the run does not ask about it, and nothing else of that rule', () => {
    const outside = [entry('sol/two', { fence: 'b' }), entry('sol/three', { fence: 'c' })];
    const { fences, gate } = reportOf({ rules: [one, two], results, baseline: known, outside });
    expect(fences).toEqual([
      { fence: 'a', rules: ['accounts/one'], fenced: 1 },
      { fence: 'b', rules: ['sol/two'], fenced: 2 },
    ]);
    expect(gate.problems.filter(({ kind }) => kind === 'fence-without-deviation')).toEqual([]);
    expect(gate.problems.map(({ claim }) => claim)).not.toContain('sol/two');
  });
});
