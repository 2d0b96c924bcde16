// Edits of an Invoke that moves SOL, or says that it does: sol pool, recipient, sums.
import fc from 'fast-check';
import type { SlotName } from '../../../spec/invoke-cpi';
import type { AccountMeta } from '../../../spec/plan';
import { ABSENT, WALLET_COUNT, type KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { anyPosition, type Position } from '../../positions';
import { withData, type ScenarioKind } from '../../scenario';
import { changeNamed, outputAt, takeFlag } from './change';

const MOVING: readonly ScenarioKind[] = ['invoke-compress', 'invoke-decompress'];
const STILL: readonly ScenarioKind[] = ['invoke-create', 'invoke-spend'];

const fixed = (
  rule: string,
  kinds: readonly ScenarioKind[],
  change: readonly [SlotName, Partial<AccountMeta>],
): Edit => ({ rule: `invoke/${rule}`, kinds, mutation: fc.constant(changeNamed(...change)) });

const POOL: readonly [SlotName, Partial<AccountMeta>] = ['sol_pool_pda', { key: 'sol-pool', writable: true }];

const recipient = (key: KeyRole): Mutation => changeNamed('decompression_recipient', { key, writable: true });

const saysCompress: Mutation = (scenario) => withData(scenario, () => ({ isCompress: true }));
const both =
  (first: Mutation, second: Mutation): Mutation =>
  (scenario) =>
    second(first(scenario));

/** As much more or less, and never less than nothing. */
const changed = (lamports: bigint, by: bigint): bigint =>
  lamports + by < 0n || by === 0n ? lamports + 1n : lamports + by;

const amount: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(1n, -1n),
  fc.integer({ min: -1000, max: 1000 }).map(BigInt),
);

const outputOff = (at: Position, by: bigint): Mutation =>
  outputAt(at, ({ lamports }) => ({ lamports: changed(lamports, by) }));
const movedOff =
  (by: bigint): Mutation =>
  (scenario) =>
    withData(scenario, ({ compressOrDecompressLamports: moved }) => ({
      compressOrDecompressLamports: changed(moved ?? 0n, by),
    }));

export const INVOKE_SOL_EDITS: readonly Edit[] = [
  {
    rule: 'invoke/sol-pool-identity',
    kinds: MOVING,
    mutation: fc.nat(WALLET_COUNT - 1).map((n) => changeNamed('sol_pool_pda', { key: `wallet:${n}` })),
  },
  fixed('sol-pool-writable', MOVING, ['sol_pool_pda', { writable: false }]),
  fixed('sol-pool-to-compress', ['invoke-compress'], ['sol_pool_pda', { key: ABSENT, writable: false }]),
  fixed('sol-pool-to-decompress', ['invoke-decompress'], ['sol_pool_pda', { key: ABSENT, writable: false }]),
  fixed('sol-pool-optional-otherwise', STILL, POOL),
  fixed(
    'recipient-to-decompress',
    ['invoke-decompress'],
    ['decompression_recipient', { key: ABSENT, writable: false }],
  ),
  {
    rule: 'invoke/recipient-writable',
    kinds: ['invoke-decompress'],
    mutation: fc.constant(takeFlag('decompression_recipient', 'writable')),
  },
  {
    rule: 'invoke/compress-without-lamports',
    kinds: STILL,
    mutation: fc.constantFrom(saysCompress, both(saysCompress, changeNamed(...POOL))),
  },
  {
    rule: 'invoke/decompress-without-lamports',
    kinds: STILL,
    mutation: fc.constantFrom(recipient('wallet:1'), both(recipient('wallet:0'), changeNamed(...POOL))),
  },
  {
    rule: 'invoke/sum-check',
    kinds: ['invoke-create', 'invoke-compress'],
    mutation: fc.tuple(anyPosition, amount).map((drawn) => outputOff(...drawn)),
  },
  { rule: 'invoke/sum-check', kinds: MOVING, mutation: amount.map(movedOff) },
];
