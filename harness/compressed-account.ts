// Reads compressed accounts as instruction data and older context accounts serialize them.
import type { StoredOutput } from '../spec/context-state';
import { readPattern } from './context-entries';
import { hex, option, take, u32, u64, u8, type Cursor } from './cursor';
import { roleOf } from './keys';

const KEY = 32;

/** Owner, lamports, address, and data in full. */
export const readAccount = (cursor: Cursor): Omit<StoredOutput, 'treeIndex'> => ({
  owner: roleOf(take(cursor, KEY)),
  lamports: u64(cursor),
  address: option(cursor, hex),
  data: option(cursor, () => ({
    discriminator: hex(cursor, 8),
    bytes: readPattern(take(cursor, u32(cursor))),
    dataHash: hex(cursor),
  })),
});

/** An account to create: behind it the index of what takes it. */
export const readOutputAccount = (cursor: Cursor): StoredOutput => ({
  ...readAccount(cursor),
  treeIndex: u8(cursor),
});
