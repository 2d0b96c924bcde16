// The published programs for a group of tests that ask them the same plans more than once: opened before, closed behind.
import type { Runner } from '../runner';
import { openRunner } from './open-runner';
import { remembering } from './remembering';

/** Called within a `describe`; what it returns gives the runner to a test. */
export const realPrograms = (): (() => Runner) => {
  let backend: Awaited<ReturnType<typeof openRunner>>;
  let real: Runner;
  beforeAll(async () => {
    backend = await openRunner();
    real = remembering(backend);
  });
  afterAll(() => {
    backend.close();
  });
  return () => real;
};
