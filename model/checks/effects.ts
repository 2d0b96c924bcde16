// When an accepted invocation shows a rule's effect, and when an input cannot be spent.
import type { StoredInput } from '../../spec/outcome';
import type { Checks } from '../check';
import { movesSol } from './slots';
import { treeAt, type View } from '../view';
import { isEmpty, type Leaf } from '../world';

const sameAccount = (leaf: Leaf, input: StoredInput): boolean =>
  leaf.owner === input.owner &&
  leaf.lamports === input.lamports &&
  leaf.address === input.address &&
  leaf.data?.discriminator === input.data?.discriminator &&
  leaf.data?.dataHash === input.data?.dataHash;

const isQueueOf = (view: View, input: StoredInput): boolean => {
  const key = view.remaining[input.queueIndex]?.key;
  return (
    key?.startsWith('queue:') === true && treeAt(view, input.queueIndex) === treeAt(view, input.treeIndex)
  );
};

const isSpendable = (view: View, input: StoredInput): boolean => {
  const tree = view.remaining[input.treeIndex]?.key;
  const leaf = tree === undefined ? undefined : view.world.leaves.get(tree)?.[input.leafOffset];
  return leaf !== undefined && !leaf.spent && sameAccount(leaf, input) && isQueueOf(view, input);
};

const positions = ({ inputs }: View['combined']): readonly string[] =>
  inputs.map((input) => `${input.treeIndex}/${input.leafOffset}`);

const spendsTwice = ({ combined }: View): boolean =>
  new Set(positions(combined)).size < combined.inputs.length;

export const EFFECT_CHECKS: Checks = {
  'effects/first-set-fee-payer': ({ mode }) => mode === 'first-set',
  'effects/first-set-stores': ({ mode }) => mode === 'first-set',
  'effects/first-set-clears': ({ mode, context }) =>
    mode === 'first-set' && context !== null && !isEmpty(context.state),
  'effects/set-appends': ({ mode }) => mode === 'set',
  'effects/write-returns-early': ({ writes }) => writes,
  'effects/execute-combines': ({ mode, context }) =>
    mode === 'execute' && (context?.state.outputs.length ?? 0) > 0,
  'effects/execute-clears': ({ mode }) => mode === 'execute',
  'effects/associated-tree-kept': ({ mode }) => mode !== 'none',
  'effects/size-and-capacities': ({ mode }) => mode !== 'none',
  'effects/outputs-created': ({ mode, own }) => mode === 'none' && own.outputs.length > 0,
  'effects/inputs-nullified': (view) =>
    view.executes &&
    (spendsTwice(view) ||
      view.combined.inputs.some((input) => input.proveByIndex && !isSpendable(view, input))),
  'effects/no-data-spendable': (view) =>
    view.executes && view.combined.inputs.some((input) => input.data === null && isSpendable(view, input)),
  'effects/sol-moved': (view) => view.executes && movesSol(view),
};
