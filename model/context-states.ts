// What writes and executions make of a context account, rule by rule, so that a dropped rule shows.
import type { ContextState } from '../spec/context-state';
import type { KeyRole } from '../spec/world';
import { effectRule } from './areas';
import type { Holds, Step } from './step';
import { appended, slot, type Entries } from './view';
import { EMPTY_LISTS } from './world';

/** What an associated tree becomes in a model without the rule that it is kept. */
const FORGOTTEN: KeyRole = 'unknown:forgotten';

const associatedTree = (state: ContextState, holds: Holds): KeyRole =>
  holds('effects/associated-tree-kept') ? state.associatedTree : FORGOTTEN;

/** Part of `effects/execute-clears`: a model may be made wrong in just this. */
export const PAYER_CLEARED = 'effects/execute-clears/fee-payer';

/** After a first set: the fee payer, and what was sent and nothing else. */
export const firstSetState = ({ view, holds }: Step, state: ContextState): ContextState => {
  const before: Entries = holds(effectRule(view, 'first-set-clears')) ? EMPTY_LISTS : state;
  const payer = slot(view, 'fee_payer')?.key ?? null;
  return {
    feePayer: holds('effects/first-set-fee-payer') ? payer : state.feePayer,
    associatedTree: associatedTree(state, holds),
    ...(holds('effects/first-set-stores') ? appended(before, view.own) : before),
  };
};

/** After a set: what was sent stands behind what was there. */
export const setState = ({ view, holds }: Step, state: ContextState): ContextState => ({
  feePayer: state.feePayer,
  associatedTree: associatedTree(state, holds),
  ...(holds('effects/set-appends') ? appended(state, view.own) : state),
});

/** After an execution. */
export const clearedState = ({ view, holds }: Step, state: ContextState): ContextState =>
  holds(effectRule(view, 'execute-clears'))
    ? {
        feePayer: holds(PAYER_CLEARED) ? null : state.feePayer,
        associatedTree: associatedTree(state, holds),
        ...EMPTY_LISTS,
      }
    : state;
