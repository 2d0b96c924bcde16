// Every generated case can be told: within 100 columns, every instruction with its number, nothing left unnamed.
import fc from 'fast-check';
import type { Backend } from '../../harness/backend';
import { historyOf, type Run } from '../../report/history';
import { historyText } from '../../report/terminal/history-text';
import { plain } from '../../report/terminal/paint';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import type { Plan } from '../../spec/plan';
import { CLAIMS } from '../claims';
import { runCase } from '../run-case';
import { openRunner } from './open-runner';

const tell = (plan: Plan, run: Run | null, rule: string): string =>
  historyText({ history: historyOf(plan, run), errors: DOCUMENTED_ERRORS, paint: plain, rule, detail: '' });

const expectReadable = (plan: Plan, text: string): void => {
  const steps = plan.transactions.flatMap(({ instructions }) => instructions);
  steps.forEach((_, index) => expect(text).toMatch(new RegExp(`^ +${index + 1}\\. `, 'm')));
  expect(text).not.toMatch(/undefined|object Object|NaN/);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
};

describe('The story', () => {
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => {
    runner.close();
  });

  // Attempts at codes are many and alike: one in ten.
  const told = CLAIMS.filter(({ area }, at) => area !== 'codes' || at % 10 === 0);
  test.each(told.map((claim) => [claim.id, claim] as const))(
    'of cases of %s is readable',
    async (id, claim) => {
      for (const generated of fc.sample(claim.cases(new Set()), { seed: 3, numRuns: 3 })) {
        expectReadable(generated.plan, tell(generated.plan, null, id));
        const { observation, judged, verdict } = await runCase(runner, generated);
        if (observation.transactions.length === 0) continue; // too large to be sent
        const run: Run = { observation, predictions: judged.predictions, verdict };
        expectReadable(generated.plan, tell(generated.plan, run, id));
      }
    },
  );
});
