// What a run comes to, in a sentence: a tool that failed says nothing as a whole, and takes back nothing that was found.
import type { Problem } from '../report-types';
import { reportOf } from '../testing/reports';
import { result, rule } from '../testing/samples';
import { resultOf } from './summary';

const problem = (kind: Problem['kind']): Problem => ({ kind, claim: 'accounts/new', sentence: 'It is so.' });
const gate = (exitCode: number, ...kinds: readonly Problem['kind'][]) => ({
  gate: { exitCode, problems: kinds.map(problem), notes: [] },
  rules: [],
  sweeps: [],
});

describe('The result', () => {
  it('of a run that failed is no statement', () => {
    expect(resultOf(gate(3, 'fault', 'under-sampled'))).toBe(
      'The harness or the validator failed: no statement about the programs.',
    );
  });

  it('says of one that failed that what it had found stands', () => {
    expect(resultOf(gate(3, 'fault', 'unlisted-deviation'))).toBe(
      'The harness or the validator failed: no statement about the programs as a whole, but 1 problem of theirs was found, and stands.',
    );
    expect(resultOf(gate(3, 'fault', 'unlisted-deviation', 'fails-differently'))).toMatch(
      /2 problems .* stand\.$/,
    );
  });

  it('is that of the exit code without a fault', () => {
    expect(resultOf(gate(1, 'unlisted-deviation'))).toBe('Not conformant.');
  });

  it('of too little evidence does not hide that valid plans did something else than documented', () => {
    const few = (...seen: readonly string[]) =>
      resultOf(
        reportOf({
          rules: [rule('accounts/one')],
          results: [
            result('accounts/one', {
              inconclusive: seen.length,
              matrix: seen.map((observed) => ({
                expected: 'accepted',
                observed,
                verdict: 'inconclusive',
                count: 1,
              })),
            }),
          ],
        }),
      );
    expect(few('light-system:6002')).toBe('Too little evidence: no statement about the programs.');
    expect(few('light-system:6002', 'accepted, wrong context')).toMatch(/another effect than documented\.$/);
  });
});
