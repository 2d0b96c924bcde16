// Tests of baselines: reading, the proposal made from a report, and that the gate accepts what is proposed.
import { fencesOf, makeBaseline, parseBaseline, writeBaseline } from './baseline';
import { NO_REASON } from './baseline-reason';
import { baseline, entry, finding, result, rule } from './testing/samples';
import { reportOf } from './testing/reports';

describe('a baseline file', () => {
  it('comes back as it was written', () => {
    const sample = baseline([entry('accounts/one', { fence: 'slot-3' })], {
      observed: [{ rule: 'a/b', raised: 'x:1' }],
    });
    expect(parseBaseline(writeBaseline(sample), 'b.json')).toEqual(sample);
  });

  it('is refused without a reason, in one sentence', () => {
    const text = writeBaseline(baseline([entry('accounts/one', { reason: '' })]));
    expect(() => parseBaseline(text, 'b.json')).toThrow(
      'b.json: deviations[0].reason must be a reason, in words, but is "".',
    );
  });

  it('names the fences of its deviations', () => {
    expect(fencesOf(baseline([entry('a/b', { fence: 'x' }), entry('a/c')]))).toEqual(new Set(['x']));
    expect(fencesOf(null)).toEqual(new Set());
  });
});

describe('a proposed baseline', () => {
  const open = rule('accounts/open', { expects: { kind: 'rejects', code: null, error: null } });
  const rules = [rule('accounts/one'), rule('accounts/two'), open];
  const results = [
    result('accounts/one', { findings: [finding('accounts/one')] }),
    result('accounts/two', { ownCode: 0 }),
    result('accounts/open', {
      matrix: [{ expected: 'any error', observed: 'runtime:X', verdict: 'match', count: 310 }],
    }),
    result('accounts/any', { kind: 'sweep', findings: [finding('accounts/any')] }),
  ];
  const proposed = makeBaseline(reportOf({ rules, results }), null);

  it('lists every deviation, unreached error and open error', () => {
    expect(proposed.deviations.map((item) => [item.rule, item.status, item.reason, item.witness])).toEqual([
      ['accounts/one', 'deviates', NO_REASON, '0.28.3/accounts--one--missing-error.json'],
      ['accounts/any', 'deviates', NO_REASON, '0.28.3/accounts--any--missing-error.json'],
      ['accounts/two', 'unreached', NO_REASON, null],
    ]);
    expect(proposed.observed).toEqual([{ rule: 'accounts/open', raised: 'runtime:X' }]);
  });

  it('makes the same run green once each entry has a reason', () => {
    const deviations = proposed.deviations.map((item) => ({ ...item, reason: 'it is so' }));
    const accepted = { ...proposed, deviations };
    expect(reportOf({ rules, results, baseline: accepted }).gate).toMatchObject({
      exitCode: 0,
      problems: [],
    });
  });

  it('is refused by the gate while an entry has no reason', () => {
    const { gate } = reportOf({ rules, results, baseline: proposed });
    expect(gate.exitCode).toBe(5);
    expect(gate.problems.map(({ kind }) => kind)).toEqual(['unexplained', 'unexplained', 'unexplained']);
    expect(gate.problems[0]?.sentence).toContain('has no reason yet: say why in words');
  });

  it('keeps the reason and the fence of an entry that a person wrote', () => {
    const before = baseline([entry('accounts/one', { reason: 'it is so', fence: 'f' })]);
    expect(makeBaseline(reportOf({ rules, results }), before).deviations[0]).toMatchObject({
      reason: 'it is so',
      fence: 'f',
    });
  });
});
