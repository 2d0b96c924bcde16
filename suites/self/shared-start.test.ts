// Cases of claims with long plans show the same whether what plan and twin begin with runs once or twice.
import fc from 'fast-check';
import { FENCES } from '../../spec/fences';
import type { Runner } from '../runner';
import { claimById } from '../claims';
import { canonical } from '../compare/sights';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const CASES = 12;
const CLAIMS = [
  'effects/inputs-nullified',
  'initialization/once',
  'validation/tree-on-execute',
  'limits/output-data',
  'instruction-data/truncated',
  'modes/already-set',
];

let runner: Runner & { readonly close: () => void };
beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());

test.each(CLAIMS)('%s', async (id) => {
  const cases = claimById(id)?.cases(ALL_FENCES) ?? fc.constant(undefined);
  const plans = fc
    .sample(cases, { seed: 11, numRuns: CASES })
    .flatMap((one) => (one === undefined || one.twin === null ? [] : [one.twin, one.plan]));
  expect(plans).toHaveLength(2 * CASES);
  const together = (await runner.runAll?.(plans)) ?? [];
  const alone: unknown[] = [];
  for (const plan of plans) alone.push(await runner.run(plan));
  expect(together.map(canonical)).toEqual(alone.map(canonical));
});
