// Tests of the next baseline: what keeps its reason, where a new one comes from, which fences go up, what is said.
import { changesInWords, fencesAskedBy, nextBaseline, unexplained } from './baseline-update';
import { NO_REASON } from './baseline-reason';
import { reportOf } from './testing/reports';
import { baseline, entry, finding, result, rule } from './testing/samples';

const FENCED = 'accounts/at-least-eleven';
const ids = [FENCED, 'accounts/two', 'accounts/three'];
const rules = ids.map((id) => rule(id));
const results = [
  result(FENCED, { findings: [finding(FENCED)] }),
  result('accounts/two', { findings: [finding('accounts/two', { observed: 'light-system:6001' })] }),
  result('accounts/three'),
];
const report = reportOf({ rules, results });
const reasons = (made: ReturnType<typeof nextBaseline>): readonly (readonly string[])[] =>
  made.deviations.map((one) => [one.rule, one.reason]);

describe('the next baseline', () => {
  it('keeps the reason of an entry that stays, and drops one that vanished', () => {
    const before = baseline([entry(FENCED, { reason: 'since always' }), entry('accounts/three')]);
    const after = nextBaseline(report, { before, others: [] });
    expect(reasons(after)).toEqual([
      [FENCED, 'since always'],
      ['accounts/two', NO_REASON],
    ]);
    expect(changesInWords(before, after)).toEqual([
      'new       accounts/two: missing-error, expected 6020, observed light-system:6001',
      'vanished  accounts/three: missing-error, expected 6020, observed accepted',
      `fence up    ${FENCED}`,
    ]);
  });

  it('keeps a reason where only the expectation is worded otherwise', () => {
    const before = baseline([entry(FENCED, { reason: 'since always', expected: '6020|any error' })]);
    expect(reasons(nextBaseline(report, { before, others: [] }))[0]).toEqual([FENCED, 'since always']);
  });

  it('takes no reason of one part of a rule for another', () => {
    const expected = 'any error (an output)';
    const found = [result(FENCED, { findings: [finding(FENCED, { expected })] })];
    const reasonsFrom = (known: string): readonly string[] => {
      const before = baseline([entry(FENCED, { reason: 'since always', expected: known })]);
      const after = nextBaseline(reportOf({ rules, results: found }), { before, others: [] });
      return after.deviations.map(({ reason }) => reason);
    };
    expect(reasonsFrom('6028|any error (an output)')).toEqual(['since always']);
    expect(reasonsFrom('any error (an input)')).toEqual([NO_REASON]);
    expect(reasonsFrom('any error')).toEqual([NO_REASON]);
  });

  it("takes the reason of a new entry from the same outcome in another version's baseline, and of no other", () => {
    const others = [
      baseline([
        entry('accounts/two', { reason: 'not this', observed: 'accepted' }),
        entry('accounts/two', { reason: 'it always was', observed: 'light-system:6001' }),
      ]),
    ];
    const after = nextBaseline(report, { before: null, others });
    expect(reasons(after)).toEqual([
      [FENCED, NO_REASON],
      ['accounts/two', 'it always was'],
    ]);
    expect(unexplained(after)).toEqual([`${FENCED}: missing-error, expected 6020, observed accepted`]);
  });

  it('leaves the entries of claims alone that a filtered run did not ask about', () => {
    const before = baseline([entry('accounts/three', { reason: 'kept' }), entry('no/longer')]);
    const some = reportOf({ rules, results: [result(FENCED)], selected: new Set([FENCED]), complete: false });
    expect(reasons(nextBaseline(some, { before, others: [] }))).toEqual([['accounts/three', 'kept']]);
  });

  it('leaves the entries of sweeps alone that were not chosen, and of areas that are not spoken about', () => {
    const entries = ['accounts/orders', 'sol/conserved', 'accounts/two'].map((id) =>
      entry(id, { reason: 'kept' }),
    );
    const observed = ['accounts/orders', 'sol/conserved', 'no/longer'].map((id) => ({
      rule: id,
      raised: 'light-system:6048',
      witness: null,
    }));
    const before = { ...baseline(entries), observed };
    const some = reportOf({ rules, results: [result(FENCED)], selected: new Set([FENCED]), complete: false });
    const unasked = {
      isOutside: (id: string) => id.startsWith('sol/'),
      unselected: new Set(['accounts/orders', 'accounts/two']),
    };
    const after = nextBaseline(some, { before, others: [] }, unasked);
    expect(after.deviations.map((one) => one.rule).toSorted()).toEqual([
      'accounts/orders',
      'accounts/two',
      'sol/conserved',
    ]);
    expect(after.observed.map((one) => one.rule)).toEqual(['accounts/orders', 'sol/conserved']);
  });

  it('says nothing any more of a sweep that ran and did as documented', () => {
    const ran = reportOf({ rules, results: [...results, result('accounts/orders', { kind: 'sweep' })] });
    const before = baseline([entry('accounts/orders', { reason: 'gone' })]);
    const unasked = { isOutside: () => false, unselected: new Set<string>() };
    const after = nextBaseline(ran, { before, others: [] }, unasked);
    expect(after.deviations.map((one) => one.rule)).not.toContain('accounts/orders');
  });

  it('makes the same run green once its reasons are there', () => {
    const after = nextBaseline(report, { before: null, others: [] });
    const explained = { ...after, deviations: after.deviations.map((one) => ({ ...one, reason: 'so' })) };
    expect(report.gate.exitCode).toBe(1);
    const again = reportOf({ rules, results, baseline: explained });
    expect(again.gate).toMatchObject({ exitCode: 0, problems: [] });
  });
});

describe('the fences that a report asks for', () => {
  it('are those of the rules that deviate and have one', () => {
    expect(fencesAskedBy(report, new Set(['instruction-data/no-body']))).toEqual(
      new Set([FENCED, 'instruction-data/no-body']),
    );
    const conforming = reportOf({ rules, results: ids.map((id) => result(id)) });
    expect(fencesAskedBy(conforming, new Set([FENCED]))).toEqual(new Set());
  });
});
