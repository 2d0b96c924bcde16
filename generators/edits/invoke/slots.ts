// Edits of Invoke's nine fixed slots: signer, writable, identity, too few.
import fc from 'fast-check';
import type { SlotName } from '../../../spec/invoke-cpi';
import type { AccountMeta } from '../../../spec/plan';
import { ABSENT, type KeyRole, type Missed } from '../../../spec/world';
import { standIn, type Edit, type Mutation } from '../../edit';
import { nearly } from '../../near';
import { withTarget, type ScenarioKind } from '../../scenario';
import { byWallet, changeNamed, INVOKE_KINDS, keyIn, takeFlag } from './change';

/** Accounts that no slot asks for and no valid plan makes writable. */
const STRANGERS: readonly KeyRole[] = [
  'wallet:2',
  'noop',
  'address-tree',
  'registered-program-pda',
  'account-compression-authority',
  'account-compression',
  'solana-system',
  ABSENT,
];

const edit = (rule: string, mutation: Mutation, kinds: readonly ScenarioKind[] = INVOKE_KINDS): Edit => ({
  rule: `invoke/${rule}`,
  kinds,
  mutation: fc.constant(mutation),
});

/** One of the strangers, or an account whose address is nearly the right one. */
const identity = (rule: string, name: SlotName, right: Missed): readonly Edit[] => {
  const strangers = fc.constantFrom(...STRANGERS.filter((key) => key !== right));
  const takes = (keys: fc.Arbitrary<KeyRole>): Edit => ({
    rule: `invoke/${rule}`,
    kinds: INVOKE_KINDS,
    mutation: keys.map((key) => changeNamed(name, standIn(key))),
  });
  return [takes(strangers), { ...takes(nearly(right)), isAlone: true }];
};

const keepFirst =
  (count: number): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({ ...invocation, accounts: invocation.accounts.slice(0, count) }));

const anyUnused: fc.Arbitrary<Partial<AccountMeta>> = fc
  .record({
    key: fc.constantFrom<KeyRole>('wallet:3', 'wallet:2', 'address-tree', 'account-compression', 'context:1'),
    signer: fc.boolean(),
    writable: fc.boolean(),
  })
  .map(({ key, signer, writable }) => {
    const isWallet = key.startsWith('wallet:');
    return { key, signer: signer && isWallet, writable: writable && isWallet };
  });

const asFeePayer: Mutation = (scenario) =>
  changeNamed('authority', { key: keyIn(scenario, 'fee_payer'), signer: true })(scenario);

/** Nothing is spent, so that the authority owns nothing. */
const CREATING: readonly ScenarioKind[] = ['invoke-create', 'invoke-compress'];

export const INVOKE_SLOT_EDITS: readonly Edit[] = [
  {
    rule: 'invoke/at-least-nine',
    kinds: INVOKE_KINDS,
    mutation: fc.nat(8).map((missing) => keepFirst(8 - missing)),
  },
  edit('fee-payer-signs', takeFlag('fee_payer', 'signer')),
  edit('fee-payer-writable', takeFlag('fee_payer', 'writable')),
  edit('authority-signs', takeFlag('authority', 'signer')),
  edit('authority-writable-optional', changeNamed('authority', { writable: true })),
  { ...edit('authority-may-be-fee-payer', asFeePayer, CREATING), prepare: byWallet },
  ...identity('registered-program-pda-identity', 'registered_program_pda', 'registered-program-pda'),
  edit('registered-program-pda-writable-optional', changeNamed('registered_program_pda', { writable: true })),
  {
    rule: 'invoke/unused-slot-free',
    kinds: INVOKE_KINDS,
    mutation: anyUnused.map((change) => changeNamed('_unused', change)),
  },
  ...identity(
    'account-compression-authority-identity',
    'account_compression_authority',
    'account-compression-authority',
  ),
  edit(
    'account-compression-authority-writable-optional',
    changeNamed('account_compression_authority', { writable: true }),
  ),
  ...identity('account-compression-program-identity', 'account_compression_program', 'account-compression'),
  ...identity('system-program-identity', 'system_program', 'solana-system'),
];
