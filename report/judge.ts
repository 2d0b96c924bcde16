// Compares what one transaction did with what the documents allow, and gives the verdict.
import type { TransactionOutcome } from '../spec/outcome';
import type { Alternative, Prediction } from '../spec/prediction';
import type { Verdict } from '../spec/verdict';
import type { Decision } from './decision';
import { decideAccepted } from './judge-accepted';
import { isUnseen } from './judge-observed';
import { decideRejected } from './judge-rejected';
import { expectedName, observedName } from './outcome-names';

export type JudgeInput = {
  readonly prediction: Prediction;
  readonly outcome: TransactionOutcome;
  /** Index of the transaction in its plan. */
  readonly index: number;
  /** Every code that one of the documents names. */
  readonly documentedCodes: ReadonlySet<number>;
  /** The instruction that failed is a call graph. */
  readonly inCalls?: boolean;
};

/** `taken` is the alternative that the programs chose, so that the model can go on from it; null unless all that is documented matches. */
export type Judged = { readonly verdict: Verdict; readonly taken: Alternative | null };

function decide(alternatives: readonly Alternative[], { outcome, documentedCodes }: JudgeInput): Decision {
  const { raised } = outcome;
  if (raised === null) return decideAccepted(alternatives, outcome);
  return decideRejected({ alternatives, outcome, raised, documentedCodes });
}

function unspecified(why: string, { outcome, index, inCalls }: JudgeInput): Judged {
  const observed = observedName(outcome.raised, inCalls);
  return {
    verdict: {
      kind: 'unspecified',
      transaction: index,
      expected: 'unspecified',
      observed,
      detail: why,
      because: [],
    },
    taken: null,
  };
}

const isHidden = (alternative: Alternative, { after }: TransactionOutcome): boolean =>
  alternative.kind === 'accepted' && isUnseen(alternative.effects, after);

const reasons = (alternatives: readonly Alternative[], taken: Alternative | null): readonly string[] =>
  taken === null ? [...new Set(alternatives.flatMap(({ because }) => because))] : taken.because;

/**
 * The verdict on one transaction. Only equality with one whole alternative is a `match`: code, program,
 * instruction and effects together.
 */
export function judgeTransaction(input: JudgeInput): Judged {
  const { prediction, outcome, index } = input;
  if (prediction.kind === 'unspecified') return unspecified(prediction.why, input);
  if (outcome.raised === null && prediction.alternatives.some((one) => isHidden(one, outcome)))
    return unspecified('not all that was handed on could be seen: the log was cut off', input);
  const { kind, detail, taken, aspect } = decide(prediction.alternatives, input);
  const verdict: Verdict = {
    kind,
    transaction: index,
    expected: expectedName(prediction.alternatives),
    observed: observedName(outcome.raised, input.inCalls) + (aspect === undefined ? '' : `, wrong ${aspect}`),
    detail,
    because: reasons(prediction.alternatives, taken),
  };
  return { verdict, taken };
}
