// Edits of the eleven fixed slots: signer, writable, identity, absent.
import fc from 'fast-check';
import { FIXED_SLOTS, type SlotName } from '../../spec/invoke-cpi';
import type { AccountMeta } from '../../spec/plan';
import { ABSENT, CALLERS, WALLET_COUNT, type KeyRole, type Missed } from '../../spec/world';
import {
  ALL_KINDS,
  changeSlot,
  CONTEXT_KINDS,
  EXECUTING_KINDS,
  standIn,
  WRITE_KINDS,
  type Edit,
  type Mutation,
} from '../edit';
import { missedByte, strangerOr } from '../near';
import { targetOf, withTarget, type ScenarioKind } from '../scenario';
import { withSomeOutput } from './flags';

/** Accounts that no slot asks for and no valid plan makes writable. */
const STRANGERS: readonly KeyRole[] = [
  'wallet:2',
  'wallet:1',
  'noop',
  'address-tree',
  'registered-program-pda',
  'account-compression-authority',
  'account-compression',
  'solana-system',
  ABSENT,
];
const strangerTo = (right: KeyRole): fc.Arbitrary<KeyRole> =>
  fc.constantFrom(...STRANGERS.filter((key) => key !== right));

const fixed = (
  rule: string,
  kinds: readonly ScenarioKind[],
  change: readonly [SlotName, Partial<AccountMeta>],
): Edit => ({
  rule,
  kinds,
  mutation: fc.constant(changeSlot(...change)),
});

const identity = (rule: string, name: SlotName, right: KeyRole & Missed): Edit => ({
  rule,
  kinds: [...EXECUTING_KINDS, ...WRITE_KINDS],
  mutation: strangerOr(strangerTo(right), right).map((key) => changeSlot(name, standIn(key))),
});

const keepFirst =
  (count: number): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({ ...invocation, accounts: invocation.accounts.slice(0, count) }));

/** Another program of ours than the target's own, by distance. */
const otherProgram =
  (distance: number): Mutation =>
  (scenario) => {
    const { caller } = targetOf(scenario);
    const other = CALLERS[(CALLERS.indexOf(caller) + distance) % CALLERS.length] ?? caller;
    return changeSlot('invoking_program', { key: `program:${other}` })(scenario);
  };

/** An account whose address is nearly that of the target's own program. */
const nearlyItself = missedByte.map((byte): Mutation => (scenario) => {
  const { caller } = targetOf(scenario);
  return changeSlot('invoking_program', { key: `near:${byte}:program:${caller}` })(scenario);
});

const aWallet = fc.nat(WALLET_COUNT - 1).map((n): KeyRole => `wallet:${n}`);

const anyUnused = fc
  .record({
    key: fc.constantFrom<KeyRole>(
      'wallet:1',
      'wallet:2',
      'address-tree',
      'account-compression',
      'sol-pool',
      ABSENT,
    ),
    signer: fc.boolean(),
    writable: fc.boolean(),
  })
  .map(({ key, signer, writable }) => {
    const isWallet = key.startsWith('wallet:');
    return changeSlot('_unused', { key, signer: signer && isWallet, writable: writable && isWallet });
  });

const CONTEXT_READ_ONLY = ['cpi_context_account', { writable: false }] as const;
const SOL: readonly ScenarioKind[] = ['compress', 'decompress'];

export const SLOT_EDITS: readonly Edit[] = [
  {
    rule: 'accounts/at-least-eleven',
    kinds: ALL_KINDS,
    mutation: fc.nat(FIXED_SLOTS - 1).map((missing) => keepFirst(FIXED_SLOTS - 1 - missing)),
  },
  fixed('accounts/fee-payer-signs', ALL_KINDS, ['fee_payer', { signer: false }]),
  fixed('accounts/fee-payer-writable', ALL_KINDS, ['fee_payer', { writable: false }]),
  fixed('accounts/authority-signer-optional', ALL_KINDS, ['authority', { signer: false }]),
  fixed('accounts/authority-writable-optional', ALL_KINDS, ['authority', { writable: true }]),
  identity('accounts/registered-program-pda-identity', 'registered_program_pda', 'registered-program-pda'),
  fixed('accounts/registered-program-pda-writable-optional', ALL_KINDS, [
    'registered_program_pda',
    { writable: true },
  ]),
  { rule: 'accounts/unused-slot-free', kinds: ALL_KINDS, mutation: anyUnused },
  identity(
    'accounts/account-compression-authority-identity',
    'account_compression_authority',
    'account-compression-authority',
  ),
  fixed('accounts/account-compression-authority-writable-optional', ALL_KINDS, [
    'account_compression_authority',
    { writable: true },
  ]),
  identity(
    'accounts/account-compression-program-identity',
    'account_compression_program',
    'account-compression',
  ),
  {
    rule: 'accounts/invoking-program-identity',
    kinds: ALL_KINDS,
    mutation: fc.oneof(
      fc.integer({ min: 1, max: CALLERS.length - 1 }).map(otherProgram),
      strangerTo(ABSENT).map((key) => changeSlot('invoking_program', { key })),
      nearlyItself,
    ),
  },
  fixed('accounts/invoking-program-missing', ALL_KINDS, ['invoking_program', { key: ABSENT }]),
  {
    rule: 'accounts/sol-pool-identity',
    kinds: SOL,
    mutation: strangerOr(strangerOr(aWallet, 'sol-pool'), 'light-system').map((key) =>
      changeSlot('sol_pool_pda', { key }),
    ),
  },
  fixed('accounts/sol-pool-writable', SOL, ['sol_pool_pda', { writable: false }]),
  fixed('accounts/sol-pool-required', SOL, ['sol_pool_pda', { key: ABSENT }]),
  fixed('accounts/recipient-writable', ['decompress'], ['decompression_recipient', { writable: false }]),
  fixed('accounts/recipient-required', ['decompress'], ['decompression_recipient', { key: ABSENT }]),
  identity('accounts/system-program-identity', 'system_program', 'solana-system'),
  {
    ...fixed('accounts/context-account-writable', CONTEXT_KINDS, CONTEXT_READ_ONLY),
    prepare: withSomeOutput,
  },
];
