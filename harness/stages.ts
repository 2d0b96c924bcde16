// Where a backend's time goes: milliseconds of each stage, added up while it runs; only a benchmark asks for it.
import type { Validator } from './validator';

export type Stages = {
  building: number;
  /** Accounts put back, patched, or made to hold data. */
  setting: number;
  running: number;
  reading: number;
  decoding: number;
};

/** Stages without any time. */
export const newStages = (): Stages => ({ building: 0, setting: 0, running: 0, reading: 0, decoding: 0 });

/** Adds what `work` takes to a stage; without stages it is only done. */
export function timed<T>(stages: Stages | undefined, stage: keyof Stages, work: () => T): T {
  if (stages === undefined) return work();
  const start = performance.now();
  const result = work();
  stages[stage] += performance.now() - start;
  return result;
}

async function awaited<T>(stages: Stages, stage: keyof Stages, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  stages[stage] += performance.now() - start;
  return result;
}

/** The validator with its calls timed. */
export const withStages = (validator: Validator, stages: Stages): Validator => ({
  ...validator,
  prepare: (address, account) => {
    const place = validator.prepare(address, account);
    return () => timed(stages, 'setting', place);
  },
  send: (bytes) => awaited(stages, 'running', () => validator.send(bytes)),
  read: (addresses) => awaited(stages, 'reading', () => validator.read(addresses)),
});
