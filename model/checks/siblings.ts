// When an invocation of InvokeCpiWithReadOnly or InvokeCpiWithAccountInfo exercises the rules that both have.
import { FIXED_IDENTITY, SLOT_NAMES, type SlotName } from '../../spec/invoke-cpi';
import { ABSENT, stateTreeOf, type KeyRole } from '../../spec/world';
import type { Check, Checks } from '../check';
import { namedProgram } from '../meant';
import { authorityOf, bringsNothing, firstTree, slot, type View } from '../view';
import { isEmpty } from '../world';
import {
  accountsByProof,
  isPlaced,
  readAccounts,
  readAddresses,
  readsMissing,
  readsSpent,
} from './read-entries';
import { movesSol, wrongOutputTarget } from './slots';
import { lessOutThanIn } from './sol';

/** Which bytes name a mode. */
const MODES = [0, 1];
/** Every address tree has its first roots; none has as many as these. */
const KNOWN_ROOTS = 10;

export const namesNoMode = ({ data: { modeByte } }: View): boolean =>
  modeByte !== undefined && !MODES.includes(modeByte);
export const byOptions = ({ layout }: View): boolean => layout !== SLOT_NAMES;

const flag =
  (name: SlotName, key: 'signer' | 'writable', value: boolean): Check =>
  (view) =>
    slot(view, name)?.[key] === value;
const misplaced =
  (name: SlotName): Check =>
  (view) => {
    const key = slot(view, name)?.key;
    return key !== undefined && key !== FIXED_IDENTITY[name];
  };
const isGiven = (view: View, name: SlotName): boolean => (slot(view, name)?.key ?? ABSENT) !== ABSENT;
const executing =
  (check: Check): Check =>
  (view) =>
    view.executes && check(view);

const callerIs = (view: View): KeyRole => `program:${view.caller}`;

const spendsAnothers: Check = (view) => view.data.inputs.some(({ owner }) => owner !== namedProgram(view));

const treeDiffers: Check = (view) => {
  const tree = firstTree(view, view.combined);
  return view.context !== null && tree !== undefined && tree !== view.context.state.associatedTree;
};
const payerDiffers: Check = (view) =>
  view.context !== null && view.context.state.feePayer !== slot(view, 'fee_payer')?.key;

const ADDRESS_TREES: ReadonlySet<KeyRole | undefined> = new Set<KeyRole>(['address-tree', 'address-tree-2']);
const isAddressTree = ({ remaining }: View, index: number): boolean =>
  ADDRESS_TREES.has(remaining[index]?.key);
const knownRoot = ({ rootIndex }: { readonly rootIndex: number }): boolean => rootIndex < KNOWN_ROOTS;

const unreadable = (view: View): boolean =>
  readAddresses(view).some((address) => !knownRoot(address) || !isAddressTree(view, address.treeIndex)) ||
  readAccounts(view).some((account) => !isPlaced(view, account)) ||
  accountsByProof(view).some((account) => !knownRoot(account));

/** Refused for want of a proof, or for a wrong one, and for nothing else that is read. */
const byProof =
  (entries: (view: View) => readonly unknown[], hasProof: boolean): Check =>
  (view) =>
    view.executes && entries(view).length > 0 && !unreadable(view) && (view.data.proof !== null) === hasProof;

/** A context is written by one instruction and written or executed by another. */
export const writesOrExecutes: Check = ({ mode }) => mode !== 'none';

/** The checks, by the second half of their ids. */
export const SIBLING_CHECKS: Checks = {
  'mode-byte': namesNoMode,
  bump: ({ data }) => data.bump !== undefined,
  'invoking-program': (view) => namedProgram(view) !== callerIs(view),
  'authority-is-pda': (view) => {
    const key = slot(view, 'authority')?.key;
    return key !== undefined && key !== authorityOf(callerIs(view));
  },
  'transaction-hash-free': ({ data }) => data.withTransactionHash === true,
  'transaction-hash': ({ executes, data, combined }) =>
    executes && data.withTransactionHash === true && combined.inputs.length > 0,
  'transaction-hash-of-outputs': ({ executes, data, combined: { inputs, outputs } }) =>
    executes && data.withTransactionHash === true && inputs.length === 0 && outputs.length > 0,
  'transaction-hash-unasked': ({ executes, data, combined: { inputs, outputs } }) =>
    executes && data.withTransactionHash !== true && inputs.length + outputs.length > 0,
  'outputs-created': ({ executes, combined: { outputs } }) => executes && outputs.length > 0,
  truncated: ({ data }) => data.cutBytes > 0,
  'enough-accounts': ({ accounts, layout }) => accounts.length < layout.length,
  'fee-payer-signs': flag('fee_payer', 'signer', false),
  'fee-payer-writable': flag('fee_payer', 'writable', false),
  'authority-signs': (view) => byOptions(view) && flag('authority', 'signer', false)(view),
  'authority-writable-optional': flag('authority', 'writable', true),
  'registered-program-pda-identity': executing(misplaced('registered_program_pda')),
  'account-compression-authority-identity': executing(misplaced('account_compression_authority')),
  'account-compression-program-identity': misplaced('account_compression_program'),
  'system-program-identity': misplaced('system_program'),
  'execution-accounts-writable-optional': (view) =>
    flag('registered_program_pda', 'writable', true)(view) ||
    flag('account_compression_authority', 'writable', true)(view),
  'context-account-writable': (view) =>
    view.mode !== 'none' &&
    view.contextKey !== null &&
    !(view.mode === 'set' && bringsNothing(view.own)) &&
    flag('cpi_context_account', 'writable', false)(view),
  'sol-pool-identity': (view) => isGiven(view, 'sol_pool_pda') && misplaced('sol_pool_pda')(view),
  'sol-pool-writable': executing(
    (view) => isGiven(view, 'sol_pool_pda') && flag('sol_pool_pda', 'writable', false)(view),
  ),
  'recipient-writable': executing(
    (view) =>
      isGiven(view, 'decompression_recipient') && flag('decompression_recipient', 'writable', false)(view),
  ),
  'remaining-tree-type': executing(wrongOutputTarget),
  'input-owner': executing(spendsAnothers),
  'empty-context': (view) => view.mode === 'execute' && view.context !== null && isEmpty(view.context.state),
  'fee-payer-mismatch': (view) => (view.mode === 'set' || view.mode === 'execute') && payerDiffers(view),
  'tree-mismatch': (view) => view.mode === 'execute' && treeDiffers(view),
  'written-and-executed': writesOrExecutes,
  'mixed-on-one-context': writesOrExecutes,
  'first-set-clears': ({ mode, context }) =>
    mode === 'first-set' && context !== null && !isEmpty(context.state),
  'execute-clears': ({ mode }) => mode === 'execute',
  'sol-moved': (view) => view.executes && movesSol(view),
  'less-out-than-in': lessOutThanIn,
  'read-by-index': (view) => view.executes && readAccounts(view).some(({ proveByIndex }) => proveByIndex),
  'read-again-and-spent': (view) => view.executes && readAccounts(view).length > 0,
  'read-missing': executing(readsMissing),
  'read-and-spent-at-once': executing(readsSpent),
  'account-without-proof': byProof(accountsByProof, false),
  'account-with-wrong-proof': byProof(accountsByProof, true),
  'address-without-proof': byProof(readAddresses, false),
  'address-with-wrong-proof': byProof(readAddresses, true),
  'unreadable-root': executing(
    (view) => !readAddresses(view).every(knownRoot) || !accountsByProof(view).every(knownRoot),
  ),
  'account-misplaced': executing((view) =>
    readAccounts(view).some(
      (account) =>
        account.treeIndex < view.remaining.length &&
        account.queueIndex < view.remaining.length &&
        !isPlaced(view, account),
    ),
  ),
  'address-misplaced': executing((view) =>
    readAddresses(view).some(
      ({ treeIndex }) => treeIndex < view.remaining.length && !isAddressTree(view, treeIndex),
    ),
  ),
  'read-index-in-range': executing(
    (view) =>
      readAddresses(view).some(({ treeIndex }) => treeIndex >= view.remaining.length) ||
      readAccounts(view).some(
        ({ treeIndex, queueIndex }) => Math.max(treeIndex, queueIndex) >= view.remaining.length,
      ),
  ),
  'accounts-not-written': (view) => view.writes && readAccounts(view).length > 0,
  'addresses-not-written': (view) => view.writes && readAddresses(view).length > 0,
};

const outOfRange: Check = ({ combined, remaining }) =>
  combined.outputs.some(({ treeIndex }) => treeIndex >= remaining.length) ||
  combined.inputs.some(({ treeIndex, queueIndex }) => Math.max(treeIndex, queueIndex) >= remaining.length);

const inArea = (area: string, checks: Checks): Checks =>
  Object.fromEntries(Object.entries(checks).map(([name, check]) => [`${area}/${name}`, check]));

const hasBoth = ({ data: { inputs, outputs, infosApart } }: View): boolean =>
  infosApart !== true && inputs.length > 0 && outputs.length > 0;

/** First sets in InvokeCpi's slots have rules in the area limits. */
const isOtherWrite = (view: View): boolean => view.writes && (byOptions(view) || view.mode === 'set');

export const READ_ONLY_CHECKS = inArea('read-only', {
  ...SIBLING_CHECKS,
  'accounts-not-written': (view) => isOtherWrite(view) && readAccounts(view).length > 0,
  'addresses-not-written': (view) => isOtherWrite(view) && readAddresses(view).length > 0,
  'authority-signer-optional': (view) => !byOptions(view) && flag('authority', 'signer', false)(view),
  'invoking-program-slot': (view) => {
    const key = slot(view, 'invoking_program')?.key;
    return key !== undefined && key !== callerIs(view);
  },
  'output-owner': (view) =>
    view.own.outputs.some(({ data, owner }) => data !== null && owner !== namedProgram(view)),
});

export const ACCOUNT_INFO_CHECKS = inArea('account-info', {
  ...SIBLING_CHECKS,
  'mode-zero': (view) => !byOptions(view),
  'write-flag-without-context': ({ data, writes }) => data.withoutContext === true && writes,
  'context-account-missing': (view) => view.writes && slot(view, 'cpi_context_account')?.key === ABSENT,
  'index-in-range': executing(outOfRange),
  'owner-implied': (view) => view.executes && view.own.outputs.length > 0,
  'input-and-output': (view) => view.executes && hasBoth(view),
  'address-shared': (view) =>
    view.writes && hasBoth(view) && view.own.outputs.some(({ address }) => address !== null),
  'infos-apart': ({ data, executes }) => executes && data.infosApart === true,
  'empty-infos': ({ data }) => (data.emptyInfos ?? 0) > 0,
  'write-needs-no-trees': (view) =>
    view.writes && view.remaining.every(({ key }) => stateTreeOf(key) === undefined),
});
