// Batches: the cases are those of fc.sample, in order, and what fails in one is not run again.
import fc from 'fast-check';
import { inBatches } from './in-batches';

const values = fc.record({ text: fc.string(), number: fc.bigInt(), list: fc.array(fc.nat()) });

describe('The cases of a claim in batches', () => {
  it.each([0, 1, 4, 5, 11])('are those of fc.sample, %s of them', async (numRuns) => {
    const seen: unknown[] = [];
    const sizes: number[] = [];
    await inBatches(values, { seed: 7, numRuns, size: 4 }, async (batch) => {
      sizes.push(batch.length);
      seen.push(...batch);
    });
    expect(seen).toEqual(numRuns === 0 ? [] : fc.sample(values, { seed: 7, numRuns }));
    expect(sizes.slice(0, -1).every((size) => size === 4)).toBe(true);
  });

  it('end where a batch fails, with its own error and without another try', async () => {
    const error = new Error('the validator is gone');
    let tries = 0;
    const run = inBatches(values, { seed: 7, numRuns: 20, size: 4 }, async () => {
      tries += 1;
      if (tries === 2) throw error;
    });
    await expect(run).rejects.toBe(error);
    expect(tries).toBe(2);
  });
});
