// Fences: on which side of a known deviation the plans of all other rules stay. A fence has its rule's id.

export type Fence = {
  /** Rule that goes on exercising the field in full. */
  readonly rule: string;
  /** The field of the plan, and the values that other rules' plans keep to. */
  readonly field: string;
  readonly keeps: string;
};

const fence = (rule: string, field: string, keeps: string): Fence => ({ rule, field, keeps });

/** Every fence that generators know how to apply. */
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
  fence('modes/execute-needs-no-content', 'content of an execution', 'at least one input or output'),
  fence('initialization/fee-payer-signs', 'fee_payer.signer of an initialisation', 'true'),
  fence('initialization/fee-payer-writable', 'fee_payer.writable of an initialisation', 'true'),
  fence('initialization/context-size', 'size of an account to initialise', '14,020 bytes'),
  fence('initialization/tree-owner', 'owner of associated_merkle_tree', 'account-compression'),
  fence('initialization/tree-is-state-tree', 'associated_merkle_tree', 'no batched address tree'),
  fence('effects/dataless-output-from-context', 'outputs of a context that is executed', 'with data'),
  fence('cpi-guide/self-recursion', 'callee of a call', 'not the caller itself'),
  fence('effects/no-data-spendable', 'accounts that histories spend', 'with data'),
];

const BY_RULE = new Map(FENCES.map((entry) => [entry.rule, entry]));
export const fenceOf = (rule: string): Fence | undefined => BY_RULE.get(rule);
