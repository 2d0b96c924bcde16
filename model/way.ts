// The ways through a transaction that the fold keeps: those accepted so far, and those that ended in a rejection.
import type { AllowedRejection } from '../spec/prediction';
import type { Step } from './path';
import type { ModelOptions } from './options';
import type { Rejection } from './rejection';
import type { Branch } from './ruling';
import type { View } from './view';
import type { ModelWorld } from './world';

/** Everything up to here was accepted. */
export type Way = Omit<Branch, 'as'> & { readonly steps: readonly Step[] };

/** A rejection, and the steps in front of it; the refused invocation is the last one, if it was one. */
export type RejectedWay = {
  readonly rejection: AllowedRejection;
  readonly because: readonly string[];
  readonly steps: readonly Step[];
};

/** The way that ends in a rejection; `view` is null for an instruction that is no invocation. */
export const refuse = (
  before: Way,
  { as, because, ...rejection }: Rejection,
  view: View | null,
): RejectedWay => ({
  rejection,
  because,
  steps: view === null ? before.steps : [...before.steps, { view, as, after: null, because }],
});

/** That a rejected transaction leaves nothing behind: a model may be made wrong in this. */
export const ROLLED_BACK = 'runtime/rolled-back';

/** The world behind a rejected transaction: the one in front of it. */
export const leftBy = ({ steps }: RejectedWay, start: ModelWorld, { dropped }: ModelOptions): ModelWorld =>
  dropped.has(ROLLED_BACK) ? (steps.findLast(({ after }) => after !== null)?.after ?? start) : start;
