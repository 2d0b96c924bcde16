// Which accounts an execution may write or change, by what it names.
import { isV1, type KeyRole } from '../spec/world';
import { slot, type View } from './view';

/** Trees and queues that the entries name: the others must stay as they are. */
export const rewritten = (view: View): ReadonlySet<KeyRole> => {
  const { inputs, outputs, newAddresses } = view.combined;
  const indices = [
    ...outputs.map(({ treeIndex }) => treeIndex),
    ...[...inputs, ...newAddresses].flatMap(({ treeIndex, queueIndex }) => [treeIndex, queueIndex]),
  ];
  const keys = indices.flatMap((index) => view.remaining[index]?.key ?? []);
  return new Set(view.mode === 'execute' && view.contextKey !== null ? [...keys, view.contextKey] : keys);
};

const WALLETS = ['fee_payer', 'sol_pool_pda', 'decompression_recipient'] as const;

const isTreeV1 = (key: KeyRole): boolean => isV1(key) || key === 'address-tree-v1';

/** That they do is this version's way; which of them and how much `effects/fees` says. */
const paidTrees = ({ world, remaining }: View): readonly KeyRole[] =>
  world.shape.listedTreesTakeFees === true ? remaining.map(({ key }) => key).filter(isTreeV1) : [];

/** Besides those that are rewritten, lamports move between these. */
export const touched = (view: View, changed: ReadonlySet<KeyRole>): ReadonlySet<KeyRole> =>
  new Set([...changed, ...paidTrees(view), ...WALLETS.flatMap((name) => slot(view, name)?.key ?? [])]);
