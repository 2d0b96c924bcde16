// Tests of version 0 transactions: Solana's own library reads from the bytes what the plan says.
import { AddressLookupTableAccount, PublicKey, VersionedTransaction, type MessageV0 } from '@solana/web3.js';
import type { PlannedTransaction } from '../../spec/plan';
import type { TableState, Versioned } from '../../spec/table';
import type { KeyRole } from '../../spec/world';
import { addressOf } from '../keys';
import { encodeTable } from '../table-account';
import { encodeTransaction } from './transaction';

const SLOT = 7n;
const TABLES: ReadonlyMap<KeyRole, TableState> = new Map([
  ['table:1', { addresses: ['wallet:1', 'data:1', 'program:B', 'wallet:2'] }],
  ['table:2', { addresses: ['data:2', 'wallet:3'] }],
]);

const planned = (versioned: Versioned): PlannedTransaction => ({
  feePayer: 'payer:0',
  computeUnitLimit: null,
  computeUnitPrice: null,
  versioned,
  instructions: [
    {
      kind: 'call',
      program: 'program:A',
      accounts: [
        { key: 'data:2', signer: false, writable: true },
        { key: 'wallet:0', signer: true, writable: false },
        { key: 'program:B', signer: false, writable: false },
        { key: 'data:1', signer: false, writable: true },
      ],
      steps: [],
    },
  ],
});

const encode = (versioned: Versioned) =>
  encodeTransaction(planned(versioned), () => undefined, { tables: TABLES });

const tableAccount = (key: KeyRole): AddressLookupTableAccount =>
  new AddressLookupTableAccount({
    key: new PublicKey(addressOf(key)),
    state: AddressLookupTableAccount.deserialize(encodeTable(TABLES.get(key) ?? { addresses: [] }, SLOT)),
  });

const messageOf = (versioned: Versioned): MessageV0 => {
  const { message } = VersionedTransaction.deserialize(encode(versioned).bytes);
  if (message.version === 'legacy') throw new Error('a legacy message');
  return message;
};

const resolved = (versioned: Versioned) => {
  const message = messageOf(versioned);
  const keys = message.getAccountKeys({
    addressLookupTableAccounts: [tableAccount('table:1'), tableAccount('table:2')],
  });
  const [instruction] = message.compiledInstructions;
  const place = (index: number) => ({
    key: keys.get(index)?.toBase58(),
    signer: message.isAccountSigner(index),
    writable: message.isAccountWritable(index),
  });
  return { message, list: instruction?.accountKeyIndexes.map(place) };
};

const address = (key: KeyRole): string => new PublicKey(addressOf(key)).toBase58();
const LOOKUPS = {
  lookups: [
    { table: 'table:1', indices: [2, 1, 0] },
    { table: 'table:2', indices: [0] },
  ],
} as const;

describe('A transaction with lookups', () => {
  it('passes the accounts in the plan’s order with the plan’s privileges, wherever they come from', () => {
    expect(resolved(LOOKUPS).list).toEqual([
      { key: address('data:2'), signer: false, writable: true },
      { key: address('wallet:0'), signer: true, writable: false },
      { key: address('program:B'), signer: false, writable: false },
      { key: address('data:1'), signer: false, writable: true },
    ]);
  });

  it('lists the fee payer, signers and called programs, and looks up the positions that the plan names', () => {
    const { message } = resolved(LOOKUPS);
    expect(message.staticAccountKeys.map((key) => key.toBase58())).toEqual(
      (['payer:0', 'wallet:0', 'program:A'] as const).map(address),
    );
    expect(
      message.addressTableLookups.map(({ writableIndexes, readonlyIndexes }) => [
        writableIndexes,
        readonlyIndexes,
      ]),
    ).toEqual([
      [[1], [2, 0]],
      [[0], []],
    ]);
  });

  it('names every account once, with those that it may write', () => {
    const { keys, writable } = encode(LOOKUPS);
    expect([...keys].sort()).toEqual([
      'data:1',
      'data:2',
      'payer:0',
      'program:A',
      'program:B',
      'wallet:0',
      'wallet:1',
    ]);
    expect([...writable].sort()).toEqual(['data:1', 'data:2', 'payer:0']);
  });

  it('lists an account besides where the plan says so, and looks up what no table has', () => {
    const message = messageOf({
      lookups: [{ table: 'table:1', indices: [1, 9] }],
      alsoListed: ['data:1', 'wallet:7'],
    });
    expect(message.staticAccountKeys.map((key) => key.toBase58())).toEqual(
      expect.arrayContaining((['data:1', 'wallet:7', 'data:2'] as const).map(address)),
    );
    expect(message.addressTableLookups.map((one) => [one.writableIndexes, one.readonlyIndexes])).toEqual([
      [[1], [9]],
    ]);
  });

  it('is of version 0 even if it looks up nothing', () => {
    expect(messageOf({ lookups: [] }).addressTableLookups).toEqual([]);
  });
});

describe('A table', () => {
  const read = (state: TableState, slot = SLOT) =>
    AddressLookupTableAccount.deserialize(encodeTable(state, slot));
  const addresses: readonly KeyRole[] = ['wallet:1', 'data:1'];

  it('says what the plan says of it', () => {
    expect(read({ addresses })).toMatchObject({
      deactivationSlot: (1n << 64n) - 1n,
      lastExtendedSlot: 0,
      lastExtendedSlotStartIndex: 0,
      authority: new PublicKey(addressOf('payer:0')),
      addresses: addresses.map((key) => new PublicKey(addressOf(key))),
    });
    expect(read({ addresses, frozen: true }).authority).toBeUndefined();
    expect(read({ addresses, addedNow: 1 })).toMatchObject({
      lastExtendedSlot: 7,
      lastExtendedSlotStartIndex: 1,
    });
    expect(read({ addresses, deactivated: 'now' }).deactivationSlot).toBe(SLOT);
  });

  it('was deactivated long ago in a slot that is not among the latest 512', () => {
    expect(read({ addresses, deactivated: 'long-ago' }, 1000n).deactivationSlot).toBe(487n);
    expect(read({ addresses, deactivated: 'long-ago' }, 1n).deactivationSlot).toBe(2n);
  });
});
