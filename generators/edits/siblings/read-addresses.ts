// Edits by which a call reads an address, and the roots under which it is to be proven.
import fc from 'fast-check';
import type { ReadOnlyAddress } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { COMPUTE_UNITS } from '../../invocation';
import { withData, withTarget, withTransaction } from '../../scenario';
import { fieldHex } from '../../values';
import { remainingOf } from './draft';

export const withUnits: Mutation = (s) =>
  withTransaction(s, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

const KNOWN_ROOT = 9;
export const FAR_ROOT = fc.integer({ min: 1000, max: 65_535 });
export const knownRoot = fc.nat(KNOWN_ROOT);

export const withAddressTree: Mutation = (s) =>
  withTarget(withUnits(s), (i) => ({
    ...i,
    accounts: [...i.accounts, { key: 'address-tree', signer: false, writable: true }],
  }));

type Place = number | 'tree' | 'behind';
export const readAddress =
  (entry: Omit<ReadOnlyAddress, 'treeIndex'>, proof: string | null, place: Place = 'tree'): Mutation =>
  (s) => {
    const count = remainingOf(s);
    const treeIndex = place === 'tree' ? count - 1 : place === 'behind' ? count : place;
    return withData(s, () => ({ readOnlyAddresses: [{ ...entry, treeIndex }], proof }));
  };
export const address = (rootIndex: fc.Arbitrary<number>) => fc.record({ address: fieldHex, rootIndex });
