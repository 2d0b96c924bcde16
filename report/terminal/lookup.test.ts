// Tests of what can be looked up besides rules and laws: sweeps, and the items of the coverage.
import { COVERAGE } from '../../spec/coverage';
import { entry, ERRORS, result, rule, witness } from '../testing/samples';
import { reportOf } from '../testing/reports';
import { explainCoverage } from './explain-coverage';
import { plain } from './paint';
import { explainSweep, sweepList } from './sweep-text';

describe('sweeps and coverage items', () => {
  const sweep = { id: 'modes/any', title: 'Nothing breaks', draws: 'any plan', defaultRuns: 500 };
  const explained = {
    sweep,
    errors: ERRORS,
    paint: plain,
    entries: [],
    witness: { file: 'w.json', content: witness('modes/any') },
    run: null,
    replayCommand: (file: string) => `suite replay ${file}`,
    loaded: null,
  };
  const [item] = COVERAGE;
  const named = item?.id ?? '';

  it('are listed with what a sweep draws and how many cases', () => {
    const list = sweepList([sweep], plain);
    for (const part of ['modes/any', '500 cases', 'Nothing breaks.', 'draws: any plan', '1 sweep.'])
      expect(list).toContain(part);
  });

  it('are explained: a sweep by its deviations and a case', () => {
    const output = explainSweep({ ...explained, entries: [entry('modes/any')] });
    for (const part of ['500 in a full run', 'any plan', 'the program does not look', 'suite replay w.json'])
      expect(output).toContain(part);
    expect(output).toContain('1. program A calls InvokeCpi as first set on context:2');
    expect(explainSweep(explained)).toContain('the baseline lists none');
    expect(explainSweep({ ...explained, witness: undefined })).toContain('No case to show');
  });

  it('are explained: an item by its text, its count, and what blocks it', () => {
    if (item === undefined) throw new Error('There is no coverage item.');
    const row = reportOf({
      rules: [rule('accounts/one')],
      results: [result('accounts/one')],
      coverage: [item],
    }).coverage[0];
    const output = explainCoverage({ item: { ...item, blockedBy: ['a/b'] }, row, paint: plain });
    for (const part of [named, item.text, '0 times, missing', 'a deviation of a/b'])
      expect(output).toContain(part);
    expect(explainCoverage({ item, row: undefined, paint: plain })).toContain('there is no report');
  });
});
