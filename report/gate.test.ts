// Tests of the two-way gate: everything that makes a run red, and which exit code that gives.
import { exitCodeOf } from './exit-code';
import type { Gate, Problem } from './report-types';
import { baseline, entry, finding, result, rule } from './testing/samples';
import { reportOf } from './testing/reports';
import type { ReportInput } from './report';

const one = rule('accounts/one');
const deviating = result('accounts/one', { findings: [finding('accounts/one')], ownCode: 0 });

const gateOf = (input: Partial<ReportInput>): Gate =>
  reportOf({ rules: [one], results: [result('accounts/one')], ...input }).gate;

const kinds = ({ problems }: Gate): readonly string[] => problems.map(({ kind }) => kind);

describe('the gate', () => {
  it('is green when everything conforms', () => {
    expect(gateOf({})).toEqual({ exitCode: 0, problems: [], notes: [] });
    expect(gateOf({ baseline: baseline([]) }).exitCode).toBe(0);
  });

  it('is green for a deviation that the baseline lists', () => {
    expect(gateOf({ results: [deviating], baseline: baseline([entry('accounts/one')]) }).exitCode).toBe(0);
  });

  it.each([null, baseline([])])('is red for a deviation that nothing lists', (known) => {
    const gate = gateOf({ results: [deviating], baseline: known });
    expect(kinds(gate)).toEqual(['unlisted-deviation']);
    expect(gate.exitCode).toBe(1);
    expect(gate.problems[0]?.sentence).toBe(
      'accounts/one deviates: missing-error (expected 6020, observed accepted), which the baseline does not list.',
    );
  });

  it('is red, in words of its own, when an observed rule has changed', () => {
    const changed = finding('accounts/one', { verdict: 'observed-changed', observed: 'accepted' });
    const observed = rule('accounts/one', {
      provenance: 'observed',
      sources: [],
      expects: { kind: 'effect' },
    });
    const gate = gateOf({ rules: [observed], results: [result('accounts/one', { findings: [changed] })] });
    expect(kinds(gate)).toEqual(['observed-changed']);
    expect(gate.exitCode).toBe(1);
    expect(gate.problems[0]?.sentence).toMatch(/^accounts\/one is no longer as it was observed to be/);
  });

  it('is red when a listed deviation no longer happens, and names its fence', () => {
    const gate = gateOf({ baseline: baseline([entry('accounts/one', { fence: 'slot-3' })]) });
    expect(kinds(gate)).toEqual(['stale']);
    expect(gate.exitCode).toBe(5);
    expect(gate.problems[0]?.sentence).toContain('Its fence "slot-3" has no deviation behind it any more.');
  });

  it('is red when one of two listed deviations no longer happens', () => {
    const known = baseline([entry('accounts/one'), entry('accounts/one', { observed: 'light-system:6021' })]);
    expect(kinds(gateOf({ results: [deviating], baseline: known }))).toEqual(['stale']);
  });

  it('is red when a listed deviation fails differently', () => {
    const known = baseline([entry('accounts/one', { verdict: 'wrong-code', observed: 'light-system:6021' })]);
    const gate = gateOf({ results: [deviating], baseline: known });
    expect(kinds(gate)).toEqual(['fails-differently']);
    expect(gate.exitCode).toBe(1);
  });

  it('is red for a sweep that deviates', () => {
    const sweep = result('accounts/any', { kind: 'sweep', findings: [finding('accounts/any')] });
    expect(kinds(gateOf({ results: [result('accounts/one'), sweep] }))).toEqual(['unlisted-deviation']);
  });
});

describe('the gate on errors that never appear', () => {
  const never = result('accounts/one', {
    ownCode: 0,
    matrix: [{ expected: '6002|6020', observed: 'light-system:6002', verdict: 'match', count: 310 }],
  });
  const listed = entry('accounts/one', {
    status: 'unreached',
    verdict: 'match',
    expected: '6002|6020',
    observed: 'light-system:6002',
    witness: null,
  });

  it('is red for one that the baseline does not list', () => {
    const gate = gateOf({ results: [never], baseline: baseline([]) });
    expect(kinds(gate)).toEqual(['unlisted-unreached']);
    expect(gate.exitCode).toBe(1);
  });

  it('is green for one that it lists', () => {
    expect(gateOf({ results: [never], baseline: baseline([listed]) }).exitCode).toBe(0);
  });

  it('is red when another error than the listed one comes instead', () => {
    const known = baseline([{ ...listed, observed: 'light-system:6014' }]);
    expect(kinds(gateOf({ results: [never], baseline: known }))).toEqual(['fails-differently']);
  });

  it('is stale when the error appears after all', () => {
    expect(kinds(gateOf({ baseline: baseline([listed]) }))).toEqual(['stale']);
  });

  it('is red when the rule now deviates', () => {
    expect(kinds(gateOf({ results: [deviating], baseline: baseline([listed]) }))).toEqual([
      'fails-differently',
    ]);
  });
});

describe('the gate on evidence', () => {
  it('is red below the floor, and does not call an entry stale on such evidence', () => {
    const few = result('accounts/one', { requested: 20, executed: 20, violating: 20, twins: 20 });
    const gate = gateOf({ results: [few], baseline: baseline([entry('accounts/one')]) });
    expect(kinds(gate)).toEqual(['under-sampled']);
    expect(gate.exitCode).toBe(4);
  });

  it('is red for a listed deviation below the floor', () => {
    const few = { ...deviating, violating: 20, twins: 20 };
    expect(kinds(gateOf({ results: [few], baseline: baseline([entry('accounts/one')]) }))).toEqual([
      'under-sampled',
    ]);
  });

  it('is red when fewer cases ran than were requested', () => {
    expect(kinds(gateOf({ results: [result('accounts/one', { requested: 400 })] }))).toEqual([
      'under-sampled',
    ]);
  });

  it('is red for inconclusive cases even above the floor', () => {
    expect(kinds(gateOf({ results: [result('accounts/one', { inconclusive: 1 })] }))).toEqual([
      'under-sampled',
    ]);
  });

  it('is red for a selected rule without a result', () => {
    const gate = gateOf({ results: [], selected: new Set(['accounts/one']) });
    expect(gate.problems).toEqual([
      { kind: 'vacuous', claim: 'accounts/one', sentence: 'accounts/one did not run.' },
    ]);
    expect(gate.exitCode).toBe(4);
  });

  it('is red for a rule that no claim tests', () => {
    expect(gateOf({ rules: [one, rule('accounts/two')] }).problems[0]?.sentence).toBe(
      'accounts/two did not run: no claim tests it.',
    );
  });

  it('is red for a sweep that was to run and did not', () => {
    expect(kinds(gateOf({ selected: new Set(['accounts/one', 'accounts/any']) }))).toEqual(['vacuous']);
  });

  it.each([1, 299])('is red for a sweep of %i cases, however many were asked for', (cases) => {
    const few = { requested: cases, executed: cases, findings: [] };
    const gate = gateOf({
      results: [result('accounts/one'), result('accounts/any', { kind: 'sweep', ...few })],
    });
    expect(kinds(gate)).toEqual(['under-sampled']);
    expect(gate.exitCode).toBe(4);
    expect(gate.problems[0]?.sentence).toBe(
      `accounts/any ran ${cases} of ${cases} cases, of the 300 needed.`,
    );
  });

  it('asks no more of a sweep than the floor', () => {
    const sweep = result('accounts/any', { kind: 'sweep', requested: 300, executed: 300 });
    expect(gateOf({ results: [result('accounts/one'), sweep] }).exitCode).toBe(0);
  });

  it('is red for a selection of nothing', () => {
    expect(kinds(gateOf({ results: [], selected: new Set(), complete: false }))).toEqual(['vacuous']);
  });

  it('asks only about selected rules under a filter', () => {
    const gate = gateOf({
      rules: [one, rule('accounts/two')],
      selected: new Set(['accounts/one']),
      complete: false,
      baseline: baseline([entry('accounts/two'), entry('accounts/gone')]),
    });
    expect(gate.exitCode).toBe(0);
  });
});

describe('the gate on the baseline itself', () => {
  it('is stale when it was recorded for other bytes', () => {
    const gate = gateOf({ baseline: baseline([], { systemProgram: 'd'.repeat(64) }) });
    expect(kinds(gate)).toEqual(['stale']);
    expect(gate.exitCode).toBe(5);
  });

  it("only notes other bytes when they are the auditor's own build", () => {
    const gate = gateOf({ baseline: baseline([], { systemProgram: 'd'.repeat(64) }), ownBuild: true });
    expect(gate.exitCode).toBe(0);
    expect(gate.notes).toHaveLength(1);
  });

  it("notes an auditor's own account-compression", () => {
    const { exitCode, notes } = gateOf({ ownCompression: true });
    expect(exitCode).toBe(0);
    expect(notes.join(' ')).toContain('account-compression');
  });

  it('is stale when it lists a rule that does not exist', () => {
    expect(kinds(gateOf({ baseline: baseline([entry('accounts/gone')]) }))).toEqual(['stale']);
  });

  it('is stale for an entry whose rule does not exist, under a filter, too, but not for what is filtered out', () => {
    const filtered = {
      baseline: baseline([entry('accounts/other'), entry('accounts/nope')]),
      results: [result('accounts/one')],
      complete: false,
      unselected: new Set(['accounts/other']),
    };
    const gate = gateOf(filtered);
    expect([gate.exitCode, gate.problems.map(({ sentence }) => sentence)]).toEqual([
      5,
      ['accounts/nope is listed in the baseline, but there is no such rule.'],
    ]);
  });

  it('wants evidence of a sweep that was to run and did not begin, and does not say that there is none', () => {
    const started = { baseline: baseline([entry('accounts/any')]), unselected: new Set<string>() };
    for (const complete of [true, false]) {
      const selected = new Set(['accounts/one', 'accounts/any']);
      const { exitCode, problems } = gateOf({ ...started, selected, complete });
      expect([exitCode, problems[0]?.sentence]).toEqual([4, 'accounts/any did not run.']);
      expect(problems).toHaveLength(1);
    }
  });

  it('is red for a fence that held something back without a deviation', () => {
    const gate = gateOf({ results: [result('accounts/one', { fenced: { ghost: 3 } })] });
    expect(kinds(gate)).toEqual(['fence-without-deviation']);
    expect(gate.exitCode).toBe(5);
  });
});

describe('the gate on errors that the documents leave open', () => {
  const open = rule('accounts/one', { expects: { kind: 'rejects', code: null, error: null } });
  const matrix = [
    { expected: 'any error', observed: 'light-system:6048', verdict: 'match', count: 310 },
  ] as const;
  const results = [result('accounts/one', { matrix, ownCode: 0 })];
  const frozen = (...raised: readonly string[]) =>
    baseline([], { observed: raised.map((item) => ({ rule: 'accounts/one', raised: item })) });

  it('is green for the frozen one', () => {
    expect(gateOf({ rules: [open], results, baseline: frozen('light-system:6048') }).exitCode).toBe(0);
  });

  it('is red for another one', () => {
    const gate = gateOf({ rules: [open], results, baseline: frozen('light-system:6050') });
    expect(kinds(gate)).toEqual(['observed-changed']);
    expect(gate.exitCode).toBe(1);
  });

  it('only notes a frozen one that this run did not meet', () => {
    const gate = gateOf({ rules: [open], results, baseline: frozen('light-system:6048', 'runtime:X') });
    expect(gate.exitCode).toBe(0);
    expect(gate.notes[0]).toContain('runtime:X');
  });
});

describe('the exit code', () => {
  const problem = (kind: Problem['kind']): Problem => ({ kind, claim: null, sentence: '' });

  it.each([
    [['under-sampled', 'stale', 'unlisted-deviation', 'fault'], 3],
    [['under-sampled', 'stale', 'fails-differently'], 1],
    [['vacuous', 'fence-without-deviation'], 5],
    [['under-sampled'], 4],
    [[], 0],
  ] as const)('of %j is %i', (list, code) => {
    expect(exitCodeOf(list.map(problem))).toBe(code);
  });

  it('is 3 for a fault of the harness, as a verdict or from outside', () => {
    const fault = { claim: 'accounts/one', sentence: 'The validator crashed.', witness: null };
    expect(gateOf({ results: [deviating], faults: [fault] }).exitCode).toBe(3);
    const findings = [finding('accounts/one', { verdict: 'harness-fault' })];
    expect(gateOf({ results: [result('accounts/one', { findings })] }).exitCode).toBe(3);
  });
});
