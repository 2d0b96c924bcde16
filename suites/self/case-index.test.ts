// A case of a claim is known by its index: it is the same alone as among all the others.
import fc from 'fast-check';
import { seedOf } from '../claim-run';
import { claimById } from '../claims';
import { caseOf } from '../run-claim';

const NO_FENCES: ReadonlySet<string> = new Set();

describe('A case', () => {
  it('is the same by its index alone as among all the cases of a run', () => {
    const claim = claimById('modes/sequence');
    if (claim === undefined) throw new Error('There is no such claim.');
    const options = { seed: 9, fences: NO_FENCES };
    const all = fc.sample(claim.cases(NO_FENCES), { seed: seedOf(options.seed, claim.id), numRuns: 30 });
    expect([0, 4, 29].map((index) => caseOf(claim.id, index, options))).toEqual([all[0], all[4], all[29]]);
    expect(all[0]).not.toEqual(all[4]);
  });
});
