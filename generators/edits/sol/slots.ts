// Edits of the sol pool's and the recipient's slots: absent, wrong, read-only, without use; and SOL in a write.
import fc from 'fast-check';
import type { KeyRole } from '../../../spec/world';
import type { Edit } from '../../edit';
import { U64_MAX } from '../../values';
import {
  amount,
  both,
  COMPRESSING,
  DECOMPRESSING,
  drawn,
  EXECUTING,
  fixed,
  inSlot,
  keepAll,
  noPool,
  noRecipient,
  POOL,
  recipient,
  STILL,
  wallet,
  writable,
  zero,
} from './parts';

const anyAmount = fc.constantFrom<bigint | null>(null, 0n, 1n, 1_000_000n, U64_MAX);
const inWrite = fc
  .record({ lamports: anyAmount, isCompress: fc.boolean(), pool: fc.boolean(), to: fc.option(wallet) })
  .map(({ lamports, isCompress, pool, to }) =>
    both(
      amount(lamports, isCompress),
      pool || (lamports === null && to === null) ? POOL : keepAll,
      to === null ? keepAll : recipient(to),
    ),
  );

/** Another account than the pool, that no plan patches or makes writable elsewhere. */
const notThePool = fc.constantFrom<KeyRole>('wallet:2', 'wallet:3', 'fresh:2', 'context:5');

export const SOL_SLOT_EDITS: readonly Edit[] = [
  fixed('pool-to-compress', COMPRESSING, noPool),
  fixed('pool-to-compress', STILL, zero(true)),
  fixed('pool-to-decompress', DECOMPRESSING, noPool),
  fixed('pool-to-decompress', STILL, both(zero(false), recipient('wallet:1'))),
  fixed('recipient-to-decompress', DECOMPRESSING, noRecipient),
  fixed('recipient-to-decompress', STILL, both(zero(false), POOL)),
  { ...fixed('conserved', EXECUTING, keepAll), isShown: true },
  drawn('write-moves-nothing', ['sol-write', 'first-set', 'set', 'set'], inWrite),
  fixed('pool-unexpected', STILL, POOL),
  drawn('recipient-unexpected', [...COMPRESSING, ...STILL], wallet.map(recipient)),
  drawn(
    'pool-address',
    EXECUTING,
    notThePool.map((key) => inSlot('sol_pool_pda', writable(key))),
  ),
  fixed('read-only-slots', [...COMPRESSING, ...DECOMPRESSING], inSlot('sol_pool_pda', { writable: false })),
  fixed('read-only-slots', DECOMPRESSING, inSlot('decompression_recipient', { writable: false })),
  fixed('read-only-slots', STILL, inSlot('sol_pool_pda', { key: 'sol-pool', writable: false })),
  fixed('zero-moves-nothing', STILL, both(zero(true), POOL), both(zero(false), POOL, recipient('wallet:1'))),
];
