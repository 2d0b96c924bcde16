// When an invocation violates the context account's own checks.
import { CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import type { Check, Checks } from '../check';
import { firstTree, slot, type View } from '../view';
import { endsInLists, isEmpty, type ModelContext } from '../world';

/** The account in slot 10 as a context, right or wrong; undefined for an account that never was one. */
const named = ({ world, contextKey }: View): ModelContext | undefined =>
  contextKey === null ? undefined : world.contexts.get(contextKey);

const feePayerDiffers: Check = (view) =>
  view.context !== null && view.context.state.feePayer !== slot(view, 'fee_payer')?.key;

/** What a write brings, or what an execution combines: the context's entries come first. */
const firstTreeDiffers: Check = (view) => {
  const tree = firstTree(view, view.combined);
  return view.context !== null && tree !== undefined && tree !== view.context.state.associatedTree;
};

const holdsNothing: Check = (view) => view.context !== null && isEmpty(view.context.state);

const endsWithinLists: Check = (view) => {
  const context = named(view);
  return context !== undefined && endsInLists(context);
};

export const VALIDATION_CHECKS: Checks = {
  'validation/context-owner': (view) => view.contextKey !== null && named(view)?.owner !== 'light-system',
  'validation/context-discriminator': (view) =>
    view.contextKey !== null && named(view)?.discriminator !== view.world.shape.contextDiscriminator,
  'validation/context-cut': (view) => view.mode !== 'none' && endsWithinLists(view),
  'validation/fee-payer-on-set': (view) => view.mode === 'set' && feePayerDiffers(view),
  'validation/fee-payer-on-execute': (view) => view.mode === 'execute' && feePayerDiffers(view),
  'validation/tree-on-execute': (view) => view.mode === 'execute' && firstTreeDiffers(view),
  'validation/tree-on-write': (view) => view.writes && firstTreeDiffers(view),
  'validation/not-empty-on-execute': (view) => view.mode === 'execute' && holdsNothing(view),
  'validation/not-empty-on-set': (view) => view.mode === 'set' && holdsNothing(view),
  'validation/deactivated': (view) =>
    view.mode !== 'none' && named(view)?.discriminator === CONTEXT_V1_DISCRIMINATOR,
};
