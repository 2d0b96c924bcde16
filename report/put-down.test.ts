// What a sweep met of known rules stands in its row, in the order of their ids, and is told on the screen.
import { baseline, ERRORS, result, rule, witness } from './testing/samples';
import { reportOf } from './testing/reports';
import { parseReport, writeReport } from './report';
import { plain } from './terminal/paint';
import { screen } from './terminal/screen';

const SWEEP = 'accounts/any';
const sweep = result(SWEEP, {
  kind: 'sweep',
  putDown: [
    { rule: 'accounts/two', observed: 'light-system:panic', count: 3 },
    { rule: 'accounts/one', observed: 'light-system:20009', count: 2 },
  ],
});
const report = reportOf({
  rules: [rule('accounts/one')],
  results: [result('accounts/one'), sweep],
  baseline: baseline([]),
});

describe('What a sweep put down to rules', () => {
  it('is in the report, by rule, and fits its schema', () => {
    expect(parseReport(writeReport(report), 'report.json').sweeps[0]?.putDown).toEqual([
      { rule: 'accounts/one', observed: 'light-system:20009', count: 2 },
      { rule: 'accounts/two', observed: 'light-system:panic', count: 3 },
    ]);
  });

  it('is told with the evidence and beside the sweep, and is no problem', () => {
    const story = {
      errors: ERRORS,
      paint: plain,
      witnessOf: () => witness('accounts/one'),
      replayCommand: () => '',
    };
    const text = screen(report, story, { command: 'suite', folder: 'out' }).replace(/\s+/g, ' ');
    expect(text).toContain(
      '5 cases of sweeps ended as a rule that they exercise is known to: accounts/two (3), accounts/one (2).',
    );
    expect(text).toMatch(/accounts\/any conforms, 5 put down to rules/);
    expect(report.gate.problems).toEqual([]);
  });
});
