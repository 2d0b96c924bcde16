// Tests of the order of findings: what is new and smallest is told first, and no file or baseline entry moves for it.
import type { Finding } from '../spec/result';
import { makeBaseline } from './baseline';
import { findingReports, findingWitnesses } from './findings';
import { baseline, entry, finding, INVOCATION, planOf, result, rule } from './testing/samples';
import { reportOf } from './testing/reports';

const RULE = 'accounts/one';

const after = (steps: number, observed: string): Finding => {
  const made = finding(RULE, { observed });
  return { ...made, witness: { ...made.witness, plan: planOf(...Array(steps).fill(INVOCATION)) } };
};

const LONG = after(3, 'a');
const SHORT = after(1, 'b');
const SHORTEST_KNOWN = after(1, '0');
const shown = result(RULE, { findings: [SHORT, LONG, SHORTEST_KNOWN] });
const known = baseline([entry(RULE, { observed: '0' })]);

describe('The findings of a claim', () => {
  it('are told the new ones first, of those that of fewest steps, then the known ones', () => {
    const told = findingReports(shown, known).map(({ observed, listed }) => [observed, listed]);
    expect(told).toEqual([
      ['b', false],
      ['a', false],
      ['0', true],
    ]);
  });

  it('keep the names of their files, whatever is told first', () => {
    const names = findingWitnesses(shown).map(([path, { observed }]) => [path, observed]);
    expect(names.map(([, observed]) => observed)).toEqual(['0', 'a', 'b']);
    for (const { observed, witness } of findingReports(shown, known))
      expect(names).toContainEqual([witness, observed]);
  });

  it('keep their places in a baseline that is made of them', () => {
    const report = reportOf({ rules: [rule(RULE)], results: [shown], baseline: known });
    expect(makeBaseline(report, known).deviations.map(({ observed }) => observed)).toEqual(['0', 'a', 'b']);
  });
});
