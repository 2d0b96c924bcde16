// When an Invoke exercises the rules about its fixed slots and its remaining accounts.
import { nearTo, type KeyRole } from '../../spec/world';
import type { Checks } from '../check';
import { slot, type View } from '../view';
import {
  hasStrangers,
  misplaced,
  outOfRange,
  readOnly,
  usualUnusedSlot,
  writable,
  wrongOutputTarget,
} from './slots';

/** INVOKE.md, Remaining Accounts: the four groups in order; none for an account of no group. */
const groupOf = (key: KeyRole): number | null => {
  if (nearTo(key).startsWith('tree:')) return 0;
  if (nearTo(key).startsWith('queue:')) return 1;
  if (key.startsWith('address-tree')) return 2;
  return key === 'address-queue-v1' ? 3 : null;
};

const pointedAt = ({ own }: View): ReadonlySet<number> =>
  new Set([
    ...own.outputs.map(({ treeIndex }) => treeIndex),
    ...[...own.inputs, ...own.newAddresses].flatMap(({ treeIndex, queueIndex }) => [treeIndex, queueIndex]),
  ]);

const isOutOfOrder = (view: View): boolean => {
  const used = pointedAt(view);
  const groups = view.remaining.flatMap(({ key }, index) => (used.has(index) ? (groupOf(key) ?? []) : []));
  return groups.some((group, position) => group < (groups[position - 1] ?? 0));
};

const PLACES = 9;

export const INVOKE_SLOT_CHECKS: Checks = {
  'invoke/at-least-nine': ({ accounts }) => accounts.length < PLACES,
  'invoke/fee-payer-signs': (view) => slot(view, 'fee_payer')?.signer === false,
  'invoke/fee-payer-writable': readOnly('fee_payer'),
  'invoke/authority-signs': (view) => slot(view, 'authority')?.signer === false,
  'invoke/authority-writable-optional': writable('authority'),
  'invoke/authority-may-be-fee-payer': (view) =>
    slot(view, 'authority') !== undefined && slot(view, 'authority')?.key === slot(view, 'fee_payer')?.key,
  'invoke/registered-program-pda-identity': misplaced('registered_program_pda'),
  'invoke/registered-program-pda-writable-optional': writable('registered_program_pda'),
  'invoke/unused-slot-free': (view) => slot(view, '_unused') !== undefined && !usualUnusedSlot(view),
  'invoke/account-compression-authority-identity': misplaced('account_compression_authority'),
  'invoke/account-compression-authority-writable-optional': writable('account_compression_authority'),
  'invoke/account-compression-program-identity': misplaced('account_compression_program'),
  'invoke/system-program-identity': misplaced('system_program'),
  'invoke/remaining-order': isOutOfOrder,
  'invoke/trailing-accounts-free': hasStrangers,
  'invoke/remaining-index-in-range': outOfRange,
  'invoke/remaining-tree-type': wrongOutputTarget,
};
