// Tests of entries of a baseline that hold up to a day: red with a sentence of their own, and kept by updates.
import { makeBaseline, parseBaseline, writeBaseline } from './baseline';
import { nextBaseline } from './baseline-update';
import type { Gate } from './report-types';
import { parseReport, writeReport } from './report';
import { reportOf } from './testing/reports';
import { baseline, entry, finding, result, rule } from './testing/samples';

const rules = [rule('accounts/one')];
const results = [result('accounts/one', { findings: [finding('accounts/one')], ownCode: 0 })];
const beside = { reason: 'known', link: 'https://example.org/7', expires: '2026-03-31' } as const;
const listed = baseline([entry('accounts/one', beside)]);
const reportOn = (today: string): ReturnType<typeof reportOf> =>
  reportOf({ rules, results, baseline: listed, today });
const gateOn = (today: string): Gate => reportOn(today).gate;

describe('an entry with a last day', () => {
  it('holds on that day and before, with the same bytes of report', () => {
    expect(gateOn('2026-03-31')).toMatchObject({ exitCode: 0, problems: [] });
    expect(writeReport(reportOn('2026-03-31'))).toBe(writeReport(reportOn('2025-01-01')));
  });

  it('is red afterwards, says what to do, and says the same on every later day', () => {
    expect(gateOn('2026-04-01')).toMatchObject({
      exitCode: 5,
      problems: [
        {
          kind: 'expired',
          claim: 'accounts/one',
          sentence:
            "The baseline's entry for accounts/one (observed accepted) expired after 2026-03-31: decide anew (https://example.org/7), and give it another day (what is proposed keeps the old one) or take it out.",
        },
      ],
    });
    const text = writeReport(reportOn('2026-04-01'));
    expect(writeReport(reportOn('2030-01-01'))).toBe(text);
    expect(parseReport(text, 'x').gate.exitCode).toBe(5);
  });

  it('is not asked about by a run of other rules', () => {
    const other = { rules: [...rules, rule('accounts/two')], results: [result('accounts/two')] };
    const gate = reportOf({ ...other, baseline: listed, today: '2030-01-01', complete: false }).gate;
    expect(gate.problems.filter(({ kind }) => kind === 'expired')).toEqual([]);
  });

  it('keeps link and day through a proposal and an update, and hands no day on to another version', () => {
    const report = reportOn('2026-01-01');
    expect(makeBaseline(report, listed).deviations).toMatchObject([beside]);
    expect(nextBaseline(report, { before: listed, others: [] }).deviations).toMatchObject([beside]);
    const [taken] = nextBaseline(report, { before: null, others: [listed] }).deviations;
    expect(taken).toMatchObject({ reason: 'known', link: beside.link });
    expect(taken?.expires).toBeUndefined();
  });

  it('is written and read as it was, and refused where it is no day or no address', () => {
    expect(parseBaseline(writeBaseline(listed), 'x')).toEqual(listed);
    const bad = (change: object): string =>
      writeBaseline(baseline([{ ...entry('accounts/one', beside), ...change }]));
    expect(() => parseBaseline(bad({ expires: '31.3.2026' }), 'x.json')).toThrow(
      'x.json: deviations[0].expires must be a day such as 2026-01-31, the last on which the entry holds, but is "31.3.2026".',
    );
    expect(() => parseBaseline(bad({ link: 'ask me' }), 'x.json')).toThrow(
      /link must be a web address, where the deviation is discussed, but is "ask me"/,
    );
  });
});
