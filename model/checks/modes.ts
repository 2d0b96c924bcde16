// When an invocation exercises the rules about modes and flags.
import type { Checks } from '../check';
import { bringsNothing, type View } from '../view';
import { isEmpty } from '../world';

/** Something of it is not proven by index. */
export const needsProof = ({ combined }: View): boolean =>
  combined.newAddresses.length > 0 || combined.inputs.some((input) => !input.proveByIndex);

/** Under another root than the first, of which nobody has said that it exists, or in no address tree. */
const cannotBeProven = ({ combined, remaining }: View): boolean =>
  combined.inputs.some(({ proveByIndex, rootIndex }) => !proveByIndex && rootIndex > 0) ||
  combined.newAddresses.some(
    ({ rootIndex, treeIndex }) => rootIndex > 0 || remaining[treeIndex]?.key !== 'address-tree',
  );

export const MODE_CHECKS: Checks = {
  'modes/context-account-required': (view) => view.mode !== 'none' && view.contextKey === null,
  'modes/write-without-account': (view) => view.writes && view.contextKey === null,
  'modes/context-data-missing': (view) => view.mode === 'none' && view.contextKey !== null,
  'modes/already-set': (view) =>
    view.mode === 'first-set' && view.context !== null && !isEmpty(view.context.state),
  'modes/both-flags': (view) => view.mode === 'both',
  'modes/write-ignores-proof': (view) => view.writes && view.data.proof !== null,
  'modes/write-needs-no-content': (view) => view.mode === 'first-set' && bringsNothing(view.own),
  'modes/write-needs-no-trees': (view) => view.writes && view.remaining.length === 0,
  'modes/execute-needs-no-content': (view) =>
    view.mode === 'execute' && bringsNothing(view.own) && !bringsNothing(view.combined),
  'modes/execute-refuses-unprovable': (view) => view.executes && cannotBeProven(view),
  'modes/execute-verifies-proof': (view) => view.executes && needsProof(view),
};
