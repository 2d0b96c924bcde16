// Attempts with accounts and addresses that are only read.
import fc from 'fast-check';
import { indicesOf } from '../../invocation';
import type { Mutation } from '../../edit';
import { targetOf, withData } from '../../scenario';
import { fieldHex } from '../../values';
import { withMore, writable } from '../change';
import type { Tries } from '../try';

/** The indices of queue and tree, as the first output has them. */
const indices = (s: Parameters<Mutation>[0]): ReturnType<typeof indicesOf> =>
  indicesOf({ treeFirst: targetOf(s).data.outputs[0]?.treeIndex === 1 });

type Place = { readonly treeIndex: number; readonly queueIndex: number };
const accountRead =
  (accountHash: string, leafIndex: number, place?: Place): Mutation =>
  (s) => {
    const { tree, queue } = indices(s);
    const at = place ?? { treeIndex: tree, queueIndex: queue };
    return withData(s, () => ({
      readOnlyAccounts: [{ accountHash, ...at, leafIndex, proveByIndex: true, rootIndex: 0 }],
    }));
  };

const addressRead = (address: string): Mutation =>
  withMore(
    [writable('address-tree')],
    (treeIndex) => (s) => withData(s, () => ({ readOnlyAddresses: [{ address, treeIndex, rootIndex: 0 }] })),
  );

/** The sibling's two lists: no address, and one account that is proven by index. */
const listsBehind = (hash: string): string => `0000000001000000${hash}010000000000010000`;

export const READ_ONLY_TRIES: Tries = {
  'read-only-account-missing': {
    base: 'create',
    edit: fc.tuple(fieldHex, fc.nat(400)).map(([hash, leaf]) => accountRead(hash, leaf)),
  },
  'read-only-account-of-an-input': {
    base: 'spend',
    edit: fieldHex.map((hash) => accountRead(hash, 100)),
  },
  'read-only-account-in-no-queue': {
    base: 'create',
    edit: fieldHex.map((hash) => (s) => {
      const { tree } = indices(s);
      return accountRead(hash, 0, { treeIndex: tree, queueIndex: tree })(s);
    }),
  },
  'read-only-address': { base: 'create', edit: fieldHex.map(addressRead) },
  'read-only-account-in-a-write': { base: 'first-set', edit: fieldHex.map((hash) => accountRead(hash, 0)) },
  'read-only-behind': {
    base: 'create',
    edit: fieldHex.map((hash) => (s) => withData(s, () => ({ tail: listsBehind(hash) }))),
  },
};
