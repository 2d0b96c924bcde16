// Which read-only entries an invocation brings, and what is wrong with them.
import type { ReadAccount, ReadOnlyAccount, ReadOnlyAddress } from '../../spec/plan';
import { stateTreeOf, type KeyRole } from '../../spec/world';
import { treeAt, type View } from '../view';
import type { Leaf } from '../world';

export const readAccounts = ({ data }: View): readonly ReadOnlyAccount[] => data.readOnlyAccounts;
export const readAddresses = ({ data }: View): readonly ReadOnlyAddress[] => data.readOnlyAddresses;

export const accountsByProof = (view: View): readonly ReadOnlyAccount[] =>
  readAccounts(view).filter(({ proveByIndex }) => !proveByIndex);

const readsAsSibling = ({ instruction }: View): boolean =>
  instruction === 'InvokeCpiWithReadOnly' || instruction === 'InvokeCpiWithAccountInfo';

/** Whether something is read that a proof must show. */
export const readsByProof = (view: View): boolean =>
  readsAsSibling(view) && (accountsByProof(view).length > 0 || readAddresses(view).length > 0);

const treeKey = ({ remaining }: View, { treeIndex }: ReadOnlyAccount): KeyRole | undefined => {
  const key = remaining[treeIndex]?.key;
  return key?.startsWith('tree:') === true ? key : undefined;
};

/** Its indices point at a state tree and the queue of that tree. */
export const isPlaced = (view: View, account: ReadOnlyAccount): boolean => {
  const tree = treeKey(view, account);
  const queue = view.remaining[account.queueIndex]?.key;
  return tree !== undefined && queue?.startsWith('queue:') === true && stateTreeOf(queue) === tree;
};

const isSame = (leaf: Leaf, of: ReadAccount): boolean =>
  leaf.owner === of.owner &&
  leaf.lamports === of.lamports &&
  leaf.address === of.address &&
  leaf.data?.discriminator === of.data?.discriminator &&
  leaf.data?.dataHash === of.data?.dataHash;

const exists = (view: View, account: ReadOnlyAccount): boolean => {
  const tree = treeKey(view, account);
  const { of } = account;
  if (tree === undefined || of === undefined) return false;
  const leaf = view.world.leaves.get(tree)?.[of.leafOffset];
  return leaf !== undefined && !leaf.spent && isSame(leaf, of);
};

/** An account that is read by index and is not there. */
export const readsMissing = (view: View): boolean =>
  readAccounts(view).some(
    (account) => account.proveByIndex && isPlaced(view, account) && !exists(view, account),
  );

/** An account that is read and spent by the same execution. */
export const readsSpent = (view: View): boolean =>
  readAccounts(view).some((account) =>
    view.combined.inputs.some(
      ({ treeIndex, leafOffset }) =>
        account.of?.leafOffset === leafOffset &&
        treeAt(view, treeIndex) === treeKey(view, account) &&
        exists(view, account),
    ),
  );
