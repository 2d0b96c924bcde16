// After a fault, the output names the case to replay, or promises none.
import { reportOf } from '../testing/reports';
import { ERRORS, result, rule, witness } from '../testing/samples';
import { plain } from './paint';
import { screen } from './screen';

const story = {
  errors: ERRORS,
  paint: plain,
  witnessOf: () => witness('accounts/one'),
  replayCommand: (path: string) => `replay ${path}`,
};
const rules = [rule('accounts/one')];
const results = [result('accounts/one')];

describe('the advice after a fault', () => {
  const after = (witness: string | null): string => {
    const fault = { claim: 'accounts/one', sentence: 'The validator crashed.', witness };
    return screen(reportOf({ rules, results, faults: [fault] }), story, { command: 'suite', folder: 'out' });
  };

  it('names the case that it stopped at, and where there is none promises none', () => {
    const path = 'witnesses/accounts--one--harness-fault.json';
    expect(after(path)).toContain(
      `  Run again; if it fails again, replay the case that it stopped at:\n  replay ${path}\n`,
    );
    expect(after(null)).toContain('  Run again.\n');
    expect(after(null)).not.toContain('it stopped at');
  });

  it('names the first case that the runtimes differ in where nobody has listed it, as it will differ again', () => {
    const apart = (part: string, known: string | null) => ({
      ...{ claim: 'accounts/one', part, bankrun: 'accepted', litesvm: 'light-system:6002', count: 2, known },
      witness: `witnesses/${part}.json`,
    });
    const plainly = reportOf({ rules, results, backend: 'both' });
    const gate = { ...plainly.gate, exitCode: 3 };
    const said = (...disagreements: readonly ReturnType<typeof apart>[]): string =>
      screen({ ...plainly, gate, disagreements }, story, { command: 'suite', folder: 'out' });
    const other = said(apart('fees', 'known-so'), apart('outcome', null), apart('leaves', null));
    expect(other.replace(/\s+/g, ' ')).toContain(
      'which running again will not change; replay the case: replay witnesses/outcome.json ',
    );
    expect(other).not.toContain('Run again');
    expect(said(apart('fees', 'known-so'))).toContain('  Run again.\n');
  });
});
