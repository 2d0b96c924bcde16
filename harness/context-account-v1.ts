// Decodes a version 1 CPI context account: fee payer, tree, and the instruction data of the writes as they were sent (Borsh).
import type { ContextState, ObservedContext, StoredInput } from '../spec/context-state';
import { readAccount, readOutputAccount } from './compressed-account';
import type { LeafOffsetOf } from './context-entries';
import { ASSOCIATED_TREE_AT, FEE_PAYER_AT } from './context-layout';
import { hex, list, option, take, u16, u32, u64, u8, type Cursor } from './cursor';
import { roleOf } from './keys';
import { readOr, Unreadable } from './unreadable';
import { CONTEXT_V1_DISCRIMINATOR } from '../spec/cpi-context';

const KEY = 32;
const PROOF = 128;
const FLAGS = 3;
/** No list has more than an account can hold. */
const MOST = 20_488;

const count = (cursor: Cursor): number => {
  const found = u32(cursor);
  if (found > MOST) throw new Unreadable('The list is longer than the account.');
  return found;
};

const readNewAddress = (cursor: Cursor): ContextState['newAddresses'][number] => ({
  seed: hex(cursor),
  queueIndex: u8(cursor),
  treeIndex: u8(cursor),
  rootIndex: u16(cursor),
});

const readInputAccount =
  (leafOffsetOf: LeafOffsetOf) =>
  (cursor: Cursor): StoredInput => {
    const { data, ...account } = readAccount(cursor);
    const [treeIndex, queueIndex, leafIndex] = [u8(cursor), u8(cursor), u32(cursor)];
    const input = {
      ...account,
      data: data && { discriminator: data.discriminator, dataHash: data.dataHash },
      treeIndex,
      queueIndex,
      leafOffset: leafOffsetOf(queueIndex, leafIndex),
      proveByIndex: u8(cursor) !== 0,
      rootIndex: u16(cursor),
    };
    take(cursor, 1); // read-only
    return input;
  };

type Entries = Pick<ContextState, 'newAddresses' | 'inputs' | 'outputs'>;

/** How what is stored was sent: what its leaf indices mean, and whether signer seeds stand in front of the flags. */
export type Reading = { readonly leafOffsetOf: LeafOffsetOf; readonly hasSeeds: boolean };

/** One instruction's data; what is stored besides the entries is no part of the documented state. */
const readInstruction =
  ({ leafOffsetOf, hasSeeds }: Reading) =>
  (cursor: Cursor): Entries => {
    option(cursor, (at) => take(at, PROOF));
    const newAddresses = list(cursor, readNewAddress, count);
    const inputs = list(cursor, readInputAccount(leafOffsetOf), count);
    const outputs = list(cursor, readOutputAccount, count);
    for (let i = 0; i < 2; i++) option(cursor, u64); // relay fee, lamports
    take(cursor, 1); // is_compress
    if (hasSeeds) list(cursor, (at) => take(at, count(at)), count);
    option(cursor, (at) => take(at, FLAGS));
    return { newAddresses, inputs, outputs };
  };

/** The entries of all writes in order; undefined where the data does not hold together. */
function entriesIn(data: Buffer, reading: Reading): Entries | undefined {
  const cursor: Cursor = { data, at: ASSOCIATED_TREE_AT + KEY };
  const writes = readOr(
    () => list(cursor, readInstruction(reading), count),
    () => undefined,
  );
  return (
    writes && {
      newAddresses: writes.flatMap((write) => write.newAddresses),
      inputs: writes.flatMap((write) => write.inputs),
      outputs: writes.flatMap((write) => write.outputs),
    }
  );
}

export const isContextV1 = (data: Buffer): boolean =>
  data.length > ASSOCIATED_TREE_AT + KEY && data.toString('hex', 0, 8) === CONTEXT_V1_DISCRIMINATOR;

/**
 * Decodes a version 1 account's data; undefined when it is not well formed.
 * It has no capacities, and nothing is said about what an earlier content leaves behind the present one.
 */
export function decodeContextV1(data: Buffer, reading: Reading): ObservedContext | undefined {
  const entries = isContextV1(data) ? entriesIn(data, reading) : undefined;
  if (entries === undefined) return undefined;
  const feePayer = data.subarray(FEE_PAYER_AT, FEE_PAYER_AT + KEY);
  const state: ContextState = {
    feePayer: feePayer.every((byte) => byte === 0) ? null : roleOf(feePayer),
    associatedTree: roleOf(data.subarray(ASSOCIATED_TREE_AT, ASSOCIATED_TREE_AT + KEY)),
    ...entries,
  };
  return { state, size: data.length, capacities: [], leftoverBytes: false };
}
