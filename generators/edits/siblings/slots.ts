// Edits of data and slots that both sibling instructions have.
import fc from 'fast-check';
import { SLOT_NAMES, type SlotName } from '../../../spec/invoke-cpi';
import { fixedSlotsOf } from '../../../spec/layouts';
import { ABSENT, CALLERS, type CallerName, type KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { anyPosition, type Position } from '../../positions';
import { MANY_BASES, targetOf, withData, withTarget, type SiblingBase } from '../../scenario';
import { alikeOutputs } from '../alike-outputs';
import { nearTree } from '../alike-trees';
import { append } from '../invoke/change';
import {
  always,
  changeNamed,
  remainingOf,
  EXECUTING,
  EXECUTIONS,
  sends,
  WRITES,
  BY_OPTIONS,
  type Draft,
} from './draft';
import { withAnyOutput } from './effects';
import { FORMS_OF } from './forms';

const LARGEST_BYTE = 255;
/** The bump of every caller's authority. */
const RIGHT_BUMP = 255;

const STRANGERS: readonly KeyRole[] = [
  'wallet:2',
  'wallet:3',
  'noop',
  'registered-program-pda',
  'account-compression-authority',
  'account-compression',
  'solana-system',
  ABSENT,
];

const identity = (name: SlotName, right: KeyRole, bases: readonly SiblingBase[]): Draft => ({
  name: `${name.replaceAll('_', '-')}-identity`,
  bases,
  mutation: fc
    .constantFrom(...STRANGERS.filter((key) => key !== right))
    .map((key) => changeNamed(name, { key })),
});

const other = (caller: CallerName, distance: number): CallerName =>
  CALLERS[(CALLERS.indexOf(caller) + distance) % CALLERS.length] ?? caller;
const distance = fc.integer({ min: 1, max: CALLERS.length - 1 });

const anotherProgram: fc.Arbitrary<Mutation> = fc.oneof(
  distance.map(
    (by): Mutation =>
      (s) =>
        sends(() => ({ invokingProgram: `program:${other(targetOf(s).caller, by)}` }))(s),
  ),
  fc
    .constantFrom<KeyRole>('wallet:1', ABSENT, 'account-compression', 'solana-system')
    .map((key) => sends(() => ({ invokingProgram: key }))),
);

const notTheAuthority: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constantFrom<KeyRole>('wallet:2', 'wallet:3').map((key) => changeNamed('authority', { key })),
  fc.constantFrom('other', 'cpi_authority2').map(
    (seed): Mutation =>
      (s) =>
        changeNamed('authority', { key: `pda:${targetOf(s).caller}:${seed}` })(s),
  ),
);

/** One of the outputs, and those behind it, go to another account, which stands behind all others. */
const outputTo =
  (key: KeyRole, at: Position): Mutation =>
  (s) => {
    const treeIndex = remainingOf(s);
    const pointed = withData(s, ({ outputs }) => ({
      outputs: outputs.map((output, i) => (i < at(outputs.length) ? output : { ...output, treeIndex })),
    }));
    return append([{ key, signer: false, writable: true }])(pointed);
  };

/** Some of the fixed slots, and nothing behind them. */
const tooFew = fc.nat(SLOT_NAMES.length).map(
  (count): Mutation =>
    (s) =>
      withTarget(s, (invocation) => ({
        ...invocation,
        accounts: invocation.accounts.slice(0, count % fixedSlotsOf(invocation)),
      })),
);

const EXECUTION_SLOTS: readonly SiblingBase[] = [...EXECUTING, 'compress', 'decompress'];
const SOL: readonly SiblingBase[] = ['compress', 'decompress'];

const asksForHash = always(sends(() => ({ withTransactionHash: true })));

export const DATA_DRAFTS: readonly Draft[] = [
  {
    name: 'mode-byte',
    mutation: fc.integer({ min: 2, max: LARGEST_BYTE }).map((modeByte) => sends(() => ({ modeByte }))),
  },
  { name: 'bump', mutation: fc.nat(RIGHT_BUMP - 1).map((bump) => sends(() => ({ bump }))) },
  { name: 'invoking-program', mutation: anotherProgram },
  { name: 'authority-is-pda', mutation: notTheAuthority },
  { name: 'transaction-hash-free', mutation: asksForHash },
  {
    name: 'transaction-hash',
    bases: ['spend', 'decompress', 'execute-spend', 'spend-several', 'spend-many', 'execute-many'],
    mutation: asksForHash,
    isShown: true,
  },
  {
    name: 'transaction-hash-of-outputs',
    bases: ['direct', 'compress', 'execute'],
    mutation: asksForHash,
    isShown: true,
  },
  {
    name: 'transaction-hash-unasked',
    bases: ['direct', 'spend', 'decompress', 'execute', 'execute-spend'],
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'outputs-created',
    bases: ['direct', 'execute', ...MANY_BASES],
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'outputs-created',
    bases: ['direct', 'execute'],
    forms: FORMS_OF['account-info'],
    besides: nearTree,
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'outputs-created',
    bases: ['direct', 'execute'],
    // An account info's owner is its program.
    forms: FORMS_OF['read-only'],
    besides: alikeOutputs,
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'truncated',
    mutation: fc.integer({ min: 1, max: 60 }).map((cutBytes) => sends(() => ({ cutBytes }))),
  },
];

export const SLOT_DRAFTS: readonly Draft[] = [
  { name: 'enough-accounts', mutation: tooFew },
  { name: 'fee-payer-signs', mutation: always(changeNamed('fee_payer', { signer: false })) },
  { name: 'fee-payer-writable', mutation: always(changeNamed('fee_payer', { writable: false })) },
  {
    name: 'authority-signs',
    forms: BY_OPTIONS,
    mutation: always(changeNamed('authority', { signer: false })),
  },
  { name: 'authority-writable-optional', mutation: always(changeNamed('authority', { writable: true })) },
  identity('registered_program_pda', 'registered-program-pda', EXECUTION_SLOTS),
  identity('account_compression_authority', 'account-compression-authority', EXECUTION_SLOTS),
  identity('account_compression_program', 'account-compression', EXECUTION_SLOTS),
  identity('system_program', 'solana-system', EXECUTION_SLOTS),
  {
    name: 'execution-accounts-writable-optional',
    bases: EXECUTION_SLOTS,
    mutation: fc
      .constantFrom<SlotName>('registered_program_pda', 'account_compression_authority')
      .map((name) => changeNamed(name, { writable: true })),
  },
  {
    name: 'context-account-writable',
    bases: [...WRITES, ...EXECUTIONS],
    mutation: always(changeNamed('cpi_context_account', { writable: false })),
  },
  {
    name: 'sol-pool-identity',
    bases: SOL,
    mutation: fc
      .constantFrom<KeyRole>('wallet:2', 'wallet:3')
      .map((key) => changeNamed('sol_pool_pda', { key })),
  },
  {
    name: 'sol-pool-writable',
    bases: SOL,
    mutation: always(changeNamed('sol_pool_pda', { writable: false })),
  },
  {
    name: 'recipient-writable',
    bases: ['decompress'],
    mutation: always(changeNamed('decompression_recipient', { writable: false })),
  },
  {
    name: 'remaining-tree-type',
    bases: ['direct', 'execute', 'create-many', 'spend-several', 'spend-many'],
    prepare: withAnyOutput,
    mutation: fc
      .tuple(fc.constantFrom<KeyRole>('wallet:1', 'sol-pool', 'address-tree'), anyPosition)
      .map((drawn) => outputTo(...drawn)),
  },
];
