// What a run comes to, in a sentence: a tool that failed says nothing as a whole, and takes back nothing that was found.
import type { Problem } from '../report-types';
import { resultOf } from './summary';

const problem = (kind: Problem['kind']): Problem => ({ kind, claim: 'accounts/new', sentence: 'It is so.' });
const gate = (exitCode: number, ...kinds: readonly Problem['kind'][]) => ({
  exitCode,
  problems: kinds.map(problem),
  notes: [],
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
});
