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
