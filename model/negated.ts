// A model that is wrong on purpose by one rule turned round: what breaks it is accepted, and what keeps it is refused.
import type { AllowedRejection, Alternative } from '../spec/prediction';
import type { PlannedTransaction } from '../spec/plan';
import type { Rule } from '../spec/rule';
import type { ModelOptions } from './options';
import type { PredictedTransaction } from './predict';
import type { ModelWorld } from './world';

type Predict = (
  world: ModelWorld,
  transaction: PlannedTransaction,
  options: ModelOptions,
) => PredictedTransaction;

type Asked = {
  readonly world: ModelWorld;
  readonly transaction: PlannedTransaction;
  readonly options: ModelOptions;
};

/** Of a rule that demands an error, that one; of a freedom, any. */
const rejectionBy = ({ expects }: Rule, failedAt: number): AllowedRejection => {
  const { code, error } = expects.kind === 'rejects' ? expects : { code: null, error: null };
  return {
    failedAt,
    codes: new Set(code === null ? [] : [code]),
    errors: new Set(code !== null || error === null ? [] : [error]),
    anyUndocumented: code === null && error === null,
  };
};

/** The same refusals, and in place of every acceptance one more; a mere transfer is none of the rule's business. */
const refused = (
  rule: Rule,
  truth: PredictedTransaction,
  { world, transaction }: Asked,
): PredictedTransaction => {
  const position = transaction.instructions.findIndex(({ kind }) => kind !== 'transfer');
  const { prediction, worlds, paths } = truth;
  if (position === -1 || prediction.kind === 'unspecified') return truth;
  const kept = prediction.alternatives.flatMap((one, at) => (one.kind === 'rejected' ? [at] : []));
  const refusal: Alternative = {
    kind: 'rejected',
    rejection: rejectionBy(rule, position),
    because: [rule.id],
  };
  if (kept.length === prediction.alternatives.length) return truth;
  return {
    ...truth,
    prediction: {
      kind: 'specified',
      alternatives: [...kept.flatMap((at) => prediction.alternatives[at] ?? []), refusal],
    },
    worlds: [...kept.map((at) => worlds[at] ?? world), world],
    paths: [...kept.flatMap((at) => paths[at] ?? []), { steps: [], rejected: true }],
  };
};

/** What the documents would allow if they said the contrary of this rule; `predict` says what they do allow. */
export const predictNegated = (predict: Predict, rule: Rule, asked: Asked): PredictedTransaction => {
  const { world, transaction, options } = asked;
  const truth = predict(world, transaction, options);
  if (!truth.exercised.has(rule.id)) return refused(rule, truth, asked);
  if (rule.expects.kind === 'accepts') return truth;
  return predict(world, transaction, { ...options, dropped: new Set([...options.dropped, rule.id]) });
};
