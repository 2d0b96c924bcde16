// Fences of the areas read-only, account-info and re-initialization: their sweeps leave these edits out.
import type { Fence } from './fences';

type Half = readonly [name: string, field: string, keeps: string];

const BOTH: readonly Half[] = [
  ['authority-writable-optional', 'authority.writable', 'false'],
  ['registered-program-pda-identity', 'registered_program_pda.key', 'registered-program-pda'],
  [
    'execution-accounts-writable-optional',
    'registered_program_pda.writable and account_compression_authority.writable',
    'false',
  ],
  ['context-account-writable', 'cpi_context_account.writable', 'true'],
  ['unreadable-root', 'root index of what is read by proof', 'below 10'],
  ['account-misplaced', 'indices of a read-only account', 'of a state tree and its queue'],
  ['read-index-in-range', 'indices of read-only entries', 'among the remaining accounts'],
];
const READ_ONLY: readonly Half[] = [
  ...BOTH,
  ['enough-accounts', 'number of accounts', 'at least the fixed slots'],
  ['authority-signer-optional', 'authority.signer in mode 0', 'true'],
  ['invoking-program-slot', 'invoking_program.key', 'the calling program'],
];
const ACCOUNT_INFO: readonly Half[] = [
  ...BOTH,
  ['truncated', 'data.cutBytes', '0'],
  ['mode-zero', 'mode', '1'],
  ['write-flag-without-context', 'with_cpi_context of a write', 'true'],
  ['context-account-missing', 'cpi_context_account.key of a write', 'a context account'],
];
const REINITIALIZATION: readonly Half[] = [
  ['context-owner', 'owner of the account to migrate', 'light-system'],
  ['context-writable', 'cpi_context_account.writable of a migration', 'true'],
];

const inArea = (area: string, list: readonly Half[]): readonly Fence[] =>
  list.map(([name, field, keeps]) => ({ rule: `${area}/${name}`, field, keeps }));

export const SIBLING_FENCES: readonly Fence[] = [
  ...inArea('read-only', READ_ONLY),
  ...inArea('account-info', ACCOUNT_INFO),
  ...inArea('re-initialization', REINITIALIZATION),
];
