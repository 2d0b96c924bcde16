// Fences: on which side of a known deviation the plans of all other rules stay. A fence has its rule's id.
import { SIBLING_FENCES } from './fences-siblings';

export type Fence = {
  /** Rule that goes on exercising the field in full. */
  readonly rule: string;
  /** The field of the plan, and the values that other rules' plans keep to. */
  readonly field: string;
  readonly keeps: string;
};

const fence = (rule: string, field: string, keeps: string): Fence => ({ rule, field, keeps });

const ofInvoke = (rule: string, field: string, keeps: string): Fence => fence(`invoke/${rule}`, field, keeps);
const INVOKE_FENCES: readonly Fence[] = [
  ofInvoke('at-least-nine', 'number of accounts of an Invoke', 'at least 9'),
  ofInvoke('fee-payer-signs', 'fee_payer.signer of an Invoke', 'true'),
  ofInvoke('authority-signs', 'authority.signer of an Invoke', 'true'),
  ofInvoke(
    'registered-program-pda-identity',
    'registered_program_pda.key of an Invoke',
    'registered-program-pda',
  ),
  ofInvoke(
    'registered-program-pda-writable-optional',
    'registered_program_pda.writable of an Invoke',
    'false',
  ),
  ofInvoke(
    'account-compression-authority-writable-optional',
    'account_compression_authority.writable of an Invoke',
    'false',
  ),
  ofInvoke(
    'account-compression-program-identity',
    'account_compression_program.key of an Invoke',
    'account-compression',
  ),
  ofInvoke('system-program-identity', 'system_program.key of an Invoke', 'solana-system'),
  ofInvoke('remaining-order', 'remaining accounts of an Invoke', 'in the documented order'),
  ofInvoke(
    'remaining-index-in-range',
    'indices of new addresses of an Invoke',
    'among the remaining accounts',
  ),
  ofInvoke('relay-fee-optional', 'data.relayFee of an Invoke', 'none'),
  ofInvoke('no-body', 'data.cutBytes of an Invoke', '0'),
  ofInvoke('sol-pool-optional-otherwise', 'sol_pool_pda of an Invoke that moves no SOL', 'absent'),
  ofInvoke('compress-without-lamports', 'data.isCompress of an Invoke that moves no SOL', 'false'),
  ofInvoke('decompress-without-lamports', 'decompression_recipient of an Invoke that moves no SOL', 'absent'),
  ofInvoke('sum-check', 'lamports of an Invoke', 'what comes in goes out'),
  ofInvoke('address-needs-proof', 'new addresses of an Invoke', 'none'),
  ofInvoke('address-proof-verified', 'new addresses of an Invoke', 'none'),
];

/** Every fence that generators know how to apply. */
/** The fences that the newest version needs. */
export const FENCES: readonly Fence[] = [
  fence('accounts/authority-signer-optional', 'authority.signer', 'true'),
  fence('accounts/authority-writable-optional', 'authority.writable', 'false'),
  fence('accounts/registered-program-pda-writable-optional', 'registered_program_pda.writable', 'false'),
  fence(
    'accounts/account-compression-authority-writable-optional',
    'account_compression_authority.writable',
    'false',
  ),
  fence('accounts/at-least-eleven', 'number of accounts', 'at least 11'),
  fence('accounts/registered-program-pda-identity', 'registered_program_pda.key', 'registered-program-pda'),
  fence(
    'accounts/account-compression-authority-identity',
    'account_compression_authority.key',
    'account-compression-authority',
  ),
  fence('accounts/context-account-writable', 'cpi_context_account.writable', 'true'),
  fence('accounts/remaining-index-in-range', 'indices of an execution', 'among the remaining accounts'),
  fence(
    'accounts/remaining-tree-type',
    'account that the first output of an execution points at',
    'a state tree or queue',
  ),
  fence(
    'validation/context-owner',
    'cpi_context_account.key and owner',
    'a context account of the Light system program',
  ),
  fence('validation/context-discriminator', 'discriminator of cpi_context_account', 'version 2'),
  fence('validation/deactivated', 'discriminator of cpi_context_account', 'version 2'),
  fence('validation/not-empty-on-set', 'context of a set', 'not empty'),
  fence('limits/new-addresses', 'new addresses in a context', 'at most 10'),
  fence('limits/inputs', 'inputs in a context', 'at most 20'),
  fence('limits/outputs', 'outputs in a context', 'at most 30'),
  fence('limits/output-data', 'output data in a context', 'what fits into 14,020 bytes'),
  fence('limits/full-context-executes', 'outputs of one execution', 'at most 10'),
  fence(
    'signer-checks/delegated-authority',
    'invoking_program and authority',
    'not of a program above the caller',
  ),
  fence('instruction-data/no-body', 'data.cutBytes', '0'),
  fence('instruction-data/relay-fee-optional', 'data.relayFee', 'none'),
  fence('validation/tree-on-write', 'state trees of a write', 'the tree of the context'),
  fence('limits/single-tree', 'state trees of an execution', 'the tree of the context'),
  fence('instruction-data/truncated', 'data.cutBytes', '0'),
  fence('modes/execute-refuses-unprovable', 'root index of what is executed and needs a proof', '0'),
  fence('modes/write-needs-no-content', 'content of a first set', 'at least one entry'),
  fence('modes/write-needs-no-trees', 'trees and queues of a write', 'listed'),
  fence('modes/execute-needs-no-content', 'content of an execution', 'at least one input or output'),
  fence('initialization/fee-payer-signs', 'fee_payer.signer of an initialisation', 'true'),
  fence('initialization/fee-payer-writable', 'fee_payer.writable of an initialisation', 'true'),
  fence('initialization/context-size', 'size of an account to initialise', '14,020 bytes'),
  fence('initialization/tree-owner', 'owner of associated_merkle_tree', 'account-compression'),
  fence('initialization/tree-is-state-tree', 'associated_merkle_tree', 'no batched address tree'),
  fence('effects/dataless-output-from-context', 'outputs of a context that is executed', 'with data'),
  fence('cpi-guide/self-recursion', 'callee of a call', 'not the caller itself'),
  fence('effects/no-data-spendable', 'accounts that histories spend', 'with data'),
  fence(
    'addresses/of-their-program',
    'seeds of v2 addresses that InvokeCpi writes to contexts',
    'one program each',
  ),
  fence('addresses/input-must-exist', 'inputs of an execution', 'created before it'),
  fence('sol/more-out-than-in', 'lamports that an execution takes out', 'at most what goes in'),
  fence('sol/compression-beyond-u64', 'inputs and compressed SOL together', 'below 2^64 lamports'),
  ...INVOKE_FENCES,
  ...SIBLING_FENCES,
];

/** Of rules that the newest version keeps and older ones do not. */
export const FORMER_FENCES: readonly Fence[] = [
  fence('effects/first-set-stores', 'new addresses in a write', 'none'),
  fence('effects/set-appends', 'content of a set', 'at least one input or output'),
  fence('effects/fees', 'what other claims ask about fees', 'nothing'),
  fence('limits/read-only-accounts', 'read-only accounts in a write', 'none'),
  fence('limits/read-only-addresses', 'read-only addresses in a write', 'none'),
  fence('modes/execute-verifies-proof', 'entries of an execution', 'none that needs a proof'),
  fence('initialization/once', 'an account to initialise', 'no context yet'),
  fence(
    'read-only/written-and-executed',
    'account mode of InvokeCpiWithReadOnly',
    '0, where a rule is about either',
  ),
  fence('effects/no-data-spendable', 'accounts that histories spend', 'with data'),
];

/** The fences of every version. */
export const EVERY_FENCE: readonly Fence[] = [...FENCES, ...FORMER_FENCES];

/** Of the versions before 0.27.0, which have v1 trees only. */
export const ANCHOR_FENCES: readonly Fence[] = [
  fence('effects/first-set-fee-payer', 'flags of a first set', 'both set'),
  fence('accounts/unused-slot-free', 'account in slot 3', 'noop, without flags'),
  fence('instruction-data/length-prefix-skipped', 'data.lengthPrefix', 'the true length'),
  fence('initialization/fee-payer-zero', 'fee payer in an account to initialise', 'none'),
  fence('initialization/at-least-three', 'number of accounts of an initialisation', 'at least 3'),
  fence('initialization/context-owner', 'owner of an account to initialise', 'light-system'),
  fence('initialization/context-uninitialised', 'discriminator of an account to initialise', 'zero'),
  fence('initialization/tree-discriminator', 'associated_merkle_tree', 'a state tree'),
];

const BY_RULE = new Map([...EVERY_FENCE, ...ANCHOR_FENCES].map((entry) => [entry.rule, entry]));

/** The ids of all of them. */
export const fenceNames = (): readonly string[] => [...BY_RULE.keys()];

export const fenceOf = (rule: string): Fence | undefined => BY_RULE.get(rule);
