// The cases of a claim, a batch at a time: however many there are, only one batch is in memory.
import fc from 'fast-check';

/** Which cases: those of this seed, so many, in batches of `size`. */
export type Drawn = { readonly seed: number; readonly numRuns: number; readonly size: number };

/**
 * Hands over the cases that `fc.sample` would make of the same seed all at once, in the same order.
 * @throws what `use` throws; nothing is handed over after that, and nothing is shrunk.
 */
export const inBatches = async <T>(
  cases: fc.Arbitrary<T>,
  { seed, numRuns, size }: Drawn,
  use: (batch: readonly T[]) => Promise<void>,
): Promise<void> => {
  let batch: T[] = [];
  const handOver = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await use(full);
  };
  const collect = fc.asyncProperty(cases, async (one) => {
    batch.push(one);
    if (batch.length === size) await handOver();
  });
  const { failed, errorInstance } = await fc.check(collect, { seed, numRuns, endOnFailure: true });
  if (failed) throw errorInstance;
  if (batch.length > 0) await handOver();
};
