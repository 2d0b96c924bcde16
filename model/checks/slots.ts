// When an invocation exercises the rules about the fixed slots and the remaining accounts.
import { FIXED_IDENTITY, FIXED_SLOTS, type SlotName } from '../../spec/invoke-cpi';
import { ABSENT, stateTreeOf } from '../../spec/world';
import type { Check, Checks } from '../check';
import { authorityOf, bringsNothing, slot, type Entries, type View } from '../view';

export const given = (view: View, name: SlotName): boolean => {
  const meta = slot(view, name);
  return meta !== undefined && meta.key !== ABSENT;
};
export const misplaced =
  (name: SlotName): Check =>
  (view) =>
    slot(view, name) !== undefined && slot(view, name)?.key !== FIXED_IDENTITY[name];
const whenExecuted =
  (check: Check): Check =>
  (view) =>
    view.executes && check(view);
export const writable =
  (name: SlotName): Check =>
  (view) =>
    slot(view, name)?.writable === true;
export const readOnly =
  (name: SlotName): Check =>
  (view) =>
    slot(view, name)?.writable === false;

export const movesSol = ({ data }: View): boolean => data.compressOrDecompressLamports !== null;
export const decompresses = (view: View): boolean => movesSol(view) && !view.data.isCompress;

const isPointedAt = ({ own }: View, position: number): boolean =>
  own.inputs.some(({ treeIndex, queueIndex }) => treeIndex === position || queueIndex === position) ||
  own.outputs.some(({ treeIndex }) => treeIndex === position);

/** Whether an entry points behind the last remaining account. */
export const outOfRangeIn = (
  { newAddresses, inputs, outputs }: Entries,
  { length }: View['remaining'],
): boolean =>
  [...newAddresses, ...inputs].some(
    ({ treeIndex, queueIndex }) => treeIndex >= length || queueIndex >= length,
  ) || outputs.some(({ treeIndex }) => treeIndex >= length);

export const outOfRange = ({ combined, remaining }: View): boolean => outOfRangeIn(combined, remaining);

export const wrongOutputTarget = ({ combined, remaining }: View): boolean =>
  combined.outputs.some((entry) => {
    const target = remaining[entry.treeIndex];
    return target !== undefined && stateTreeOf(target.key) === undefined;
  });

/** Some remaining account is none that an index points at. */
export const hasStrangers: Check = (view) =>
  view.remaining.some(({ key }, index) => stateTreeOf(key) === undefined && !isPointedAt(view, index));

export const usualUnusedSlot: Check = (view) => {
  const meta = slot(view, '_unused');
  return meta?.key === 'noop' && !meta.signer && !meta.writable;
};

export const SLOT_CHECKS: Checks = {
  'accounts/at-least-eleven': ({ accounts }) => accounts.length < FIXED_SLOTS,
  'accounts/fee-payer-signs': (view) => slot(view, 'fee_payer')?.signer === false,
  'accounts/fee-payer-writable': readOnly('fee_payer'),
  'accounts/authority-signer-optional': (view) => slot(view, 'authority')?.signer === false,
  'accounts/authority-writable-optional': writable('authority'),
  'accounts/registered-program-pda-identity': misplaced('registered_program_pda'),
  'accounts/registered-program-pda-writable-optional': writable('registered_program_pda'),
  'accounts/unused-slot-free': (view) => slot(view, '_unused') !== undefined && !usualUnusedSlot(view),
  'accounts/account-compression-authority-identity': misplaced('account_compression_authority'),
  'accounts/account-compression-authority-writable-optional': writable('account_compression_authority'),
  'accounts/account-compression-program-identity': misplaced('account_compression_program'),
  'accounts/invoking-program-identity': (view) => {
    const key = slot(view, 'invoking_program')?.key;
    return (
      key !== undefined &&
      key !== `program:${view.caller}` &&
      slot(view, 'authority')?.key !== authorityOf(key)
    );
  },
  'accounts/invoking-program-missing': (view) => slot(view, 'invoking_program')?.key === ABSENT,
  'accounts/sol-pool-identity': (view) => given(view, 'sol_pool_pda') && misplaced('sol_pool_pda')(view),
  'accounts/sol-pool-writable': whenExecuted(
    (view) => movesSol(view) && given(view, 'sol_pool_pda') && readOnly('sol_pool_pda')(view),
  ),
  'accounts/sol-pool-required': whenExecuted((view) => movesSol(view) && !given(view, 'sol_pool_pda')),
  'accounts/recipient-writable': whenExecuted(
    (view) =>
      decompresses(view) &&
      given(view, 'decompression_recipient') &&
      readOnly('decompression_recipient')(view),
  ),
  'accounts/recipient-required': whenExecuted(
    (view) => decompresses(view) && !given(view, 'decompression_recipient'),
  ),
  'accounts/system-program-identity': misplaced('system_program'),
  'accounts/context-account-writable': (view) =>
    view.mode !== 'none' &&
    view.contextKey !== null &&
    !(view.mode === 'set' && bringsNothing(view.own)) &&
    readOnly('cpi_context_account')(view),
  'accounts/trailing-accounts-free': hasStrangers,
  'accounts/remaining-order-free': ({ remaining }) => remaining[0]?.key.startsWith('tree:') === true,
  'accounts/remaining-index-in-range': whenExecuted(outOfRange),
  'accounts/remaining-tree-type': (view) => view.mode === 'execute' && wrongOutputTarget(view),
  'accounts/remaining-tree-type-at-once': (view) => view.mode === 'none' && wrongOutputTarget(view),
};
