// Attempts with sums that do not fit, and with SOL whose accounts are missing or without use.
import fc from 'fast-check';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { withData } from '../../scenario';
import { hex, U64_MAX } from '../../values';
import { appended, inputs, outputs, slotAbsent, slotIs, writable } from '../change';
import type { Tries } from '../try';

const some = fc.integer({ min: 1, max: 1_000_000 }).map(BigInt);
const POOL: KeyRole = 'sol-pool';

const poolGiven = slotIs('sol_pool_pda', { key: POOL, writable: true });
const recipientGiven = fc
  .constantFrom<KeyRole>('wallet:1', 'wallet:2')
  .map((key) => slotIs('decompression_recipient', { key, writable: true }));

/** Two outputs whose lamports are 2^64, which is nothing to who counts modulo 2^64. */
const wrapping =
  (lamports: bigint): Mutation =>
  (s) =>
    withData(s, ({ outputs: [first, second = first] }) => ({
      outputs:
        first === undefined || second === undefined
          ? []
          : [
              { ...first, lamports },
              { ...second, lamports: U64_MAX - lamports + 1n },
            ],
    }));

export const LAMPORT_TRIES: Tries = {
  'lamports-left-over': {
    base: 'compress',
    edit: some.map(
      (more) => (s) =>
        withData(s, (data) => ({
          compressOrDecompressLamports: (data.compressOrDecompressLamports ?? 0n) + more,
        })),
    ),
  },
  'outputs-exceed': {
    base: 'create',
    edit: fc.oneof(
      fc.oneof(some, fc.constant(U64_MAX)).map((lamports) => outputs(() => ({ lamports }))),
      fc.oneof(some, fc.constant(1n << 63n)).map(wrapping),
    ),
  },
  'inputs-overflow': {
    base: 'spend-two-trees',
    edit: fc
      .oneof(some, fc.constant(1n))
      .map((less) => inputs((_, at) => ({ lamports: at === 0 ? U64_MAX : less }))),
  },
  'compressed-overflow': {
    base: 'spend-two-trees',
    modes: 'eleven',
    edit: fc.oneof(some, fc.constant(1n)).map(
      (lamports) => (s) =>
        withData(inputs((_, at) => ({ lamports: at === 0 ? U64_MAX : 0n }))(poolGiven(s)), () => ({
          isCompress: true,
          compressOrDecompressLamports: lamports,
        })),
    ),
  },
  'relay-fee': {
    base: 'create',
    edit: fc.oneof(some, fc.constant(0n)).map((relayFee) => (s) => withData(s, () => ({ relayFee }))),
  },
  'relay-fee-behind': {
    base: 'create',
    edit: hex(8).map((fee) => (s) => withData(s, () => ({ tail: `01${fee}` }))),
  },
  'compress-without-pool': {
    base: 'compress',
    modes: 'eleven',
    edit: fc.constant(slotAbsent('sol_pool_pda')),
  },
  'decompress-without-pool': {
    base: 'decompress',
    modes: 'eleven',
    edit: fc.constant(slotAbsent('sol_pool_pda')),
  },
  'decompress-without-recipient': {
    base: 'decompress',
    modes: 'eleven',
    edit: fc.constant(slotAbsent('decompression_recipient')),
  },
  'compress-with-recipient': { base: 'compress', modes: 'eleven', edit: recipientGiven },
  'recipient-without-use': { base: 'create', modes: 'eleven', edit: recipientGiven },
  'pool-without-use': { base: 'create', modes: 'eleven', edit: fc.constant(poolGiven) },
  'compress-without-amount': {
    base: 'create',
    edit: fc.constant((s) => withData(s, () => ({ isCompress: true }))),
  },
  'compress-of-nothing': {
    base: 'create',
    edit: fc.constant((s) => withData(s, () => ({ isCompress: true, compressOrDecompressLamports: 0n }))),
  },
  'pool-or-recipient-behind': {
    base: 'create',
    edit: fc
      .constantFrom<readonly KeyRole[]>(['sol-pool'], ['wallet:1'], ['sol-pool', 'wallet:1'])
      .map((keys) => appended(...keys.map(writable))),
  },
  'decompress-without-amount': {
    base: 'create',
    modes: 'eleven',
    edit: recipientGiven.map((give) => (s) => poolGiven(give(s))),
  },
};
