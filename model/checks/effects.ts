// When an accepted invocation shows a rule's effect, and when an input cannot be spent.
import type { StoredInput } from '../../spec/context-state';
import type { Checks } from '../check';
import { isV1, takesOutputs } from '../../spec/world';
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

/** The input is an account that the plan has created and nobody has spent. */
export const isSpendable = (view: View, input: StoredInput): boolean => {
  const tree = view.remaining[input.treeIndex]?.key;
  const leaf = tree === undefined ? undefined : view.world.leaves.get(tree)?.[input.leafOffset];
  return leaf !== undefined && !leaf.spent && sameAccount(leaf, input) && isQueueOf(view, input);
};

const positions = ({ inputs }: View['combined']): readonly string[] =>
  inputs.map((input) => `${input.treeIndex}/${input.leafOffset}`);

const spendsTwice = ({ combined }: View): boolean =>
  new Set(positions(combined)).size < combined.inputs.length;

/** An input that is proven by index is none that can be spent, or is spent twice. */
export const spendsInVain = (view: View): boolean =>
  view.executes &&
  (spendsTwice(view) ||
    view.combined.inputs.some((input) => input.proveByIndex && !isSpendable(view, input)));

const appends = ({ executes, combined }: View): boolean => executes && combined.outputs.length > 0;

const spends = ({ executes, combined }: View): boolean =>
  executes && combined.inputs.some((input) => input.proveByIndex);

export const isV1Tree = ({ remaining }: View, index: number): boolean => {
  const key = remaining[index]?.key;
  return key !== undefined && isV1(key) && takesOutputs(key);
};

const isV2Queue = ({ remaining }: View, index: number): boolean => {
  const key = remaining[index]?.key;
  return key !== undefined && !isV1(key) && takesOutputs(key);
};

/** A proof that is brought for what needs one. */
const asksProof = (view: View): boolean =>
  view.executes &&
  view.data.proof !== null &&
  (view.combined.newAddresses.length > 0 || view.combined.inputs.some((input) => !input.proveByIndex));

export const EFFECT_CHECKS: Checks = {
  'effects/proof-statement': asksProof,
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
  'effects/inputs-nullified': spendsInVain,
  'effects/no-data-spendable': (view) =>
    view.executes && view.combined.inputs.some((input) => input.data === null && isSpendable(view, input)),
  'effects/sol-moved': (view) => view.executes && movesSol(view),
  'effects/outputs-hashed': appends,
  'effects/dataless-output-from-context': ({ mode, context }) =>
    mode === 'execute' && context?.state.outputs.some(({ data }) => data === null) === true,
  'effects/v1-root': (view) =>
    view.executes && view.combined.outputs.some(({ treeIndex }) => isV1Tree(view, treeIndex)),
  'effects/leaf-order': (view) => view.executes && view.combined.outputs.length > 1,
  'effects/fees': (view) => view.executes && view.combined.outputs.length + view.combined.inputs.length > 0,
  'effects/transaction-hash': (view) => view.executes && (appends(view) || spends(view)),
  'effects/event-outputs': appends,
  'effects/event-inputs': spends,
  'effects/event-context-outputs': ({ mode, context }) =>
    mode === 'execute' && (context?.state.outputs.length ?? 0) > 0,
  'effects/event-sequences': (view) => appends(view) || spends(view),
  'effects/event-transaction-hash': (view) => appends(view) || spends(view),
  'effects/event-counts': (view) => appends(view) || spends(view),
  'effects/spent-leaf': spends,
  'effects/queue-chain': (view) =>
    view.executes && view.combined.outputs.some(({ treeIndex }) => isV2Queue(view, treeIndex)),
  'effects/nullifier-chain': spends,
  'effects/nullifier-filter': spends,
};
