// Where a version's v1 trees take fees though nothing goes to them, their lamports may change and nothing else of them.
import fc from 'fast-check';
import { valid } from '../../generators/valid';
import { DOCUMENTS } from '../../model/options';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import { EVERY_FENCE } from '../../spec/fences';
import type { Effects } from '../../spec/prediction';
import type { Plan, PlannedTransaction } from '../../spec/plan';
import { shapeOf } from '../../spec/versions';

/** An execution in front of a v1 tree that it lists and does not use. */
const listing = (plan: Plan): PlannedTransaction => {
  const [transaction] = plan.transactions;
  if (transaction === undefined) throw new Error('A valid plan has a transaction.');
  const instructions = transaction.instructions.map((one) =>
    one.kind === 'invocation'
      ? { ...one, accounts: [...one.accounts, { key: 'tree:6' as const, signer: false, writable: true }] }
      : one,
  );
  return { ...transaction, instructions };
};

const effectsOn = (version: string): Effects => {
  const fences = new Set(EVERY_FENCE.map(({ rule }) => rule));
  const [drawn] = fc.sample(valid(fences, ['direct']), { seed: 1, numRuns: 1 });
  if (drawn === undefined) throw new Error('Nothing was drawn.');
  const shape = shapeOf(version);
  const { prediction } = predictTransaction(worldBefore(drawn.plan, shape), listing(drawn.plan), {
    ...DOCUMENTS,
    shape,
  });
  const alternatives = prediction.kind === 'specified' ? prediction.alternatives : [];
  const accepted = alternatives.find((one) => one.kind === 'accepted');
  if (accepted === undefined) throw new Error('The plan is not accepted.');
  return accepted.effects;
};

it.each(['0.27.0', '0.27.1-alpha.2'])('lets a listed v1 tree gain lamports on %s', (version) => {
  const { mayChange, mayRewrite } = effectsOn(version);
  expect(mayChange.has('tree:6')).toBe(true);
  expect(mayRewrite.has('tree:6')).toBe(false);
});

it('lets no tree gain anything on 0.28.3 that no output goes to', () => {
  expect(effectsOn('0.28.3').mayChange.has('tree:6')).toBe(false);
});
