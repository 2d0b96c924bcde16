// The read-only entries of instruction data, and the hash of the account that a plan names instead of spelling it out.
import { keccak_256 } from '@noble/hashes/sha3';
import { poseidon4 } from 'poseidon-lite/poseidon4';
import { poseidon5 } from 'poseidon-lite/poseidon5';
import { poseidon6 } from 'poseidon-lite/poseidon6';
import { poseidon7 } from 'poseidon-lite/poseidon7';
import { poseidon3 } from 'poseidon-lite/poseidon3';
import { fixedSlotsOf } from '../../spec/layouts';
import type {
  Hex,
  InvokeData,
  Invocation,
  ReadAccount,
  ReadOnlyAccount,
  ReadOnlyAddress,
} from '../../spec/plan';
import { stateTreeOf, type KeyRole } from '../../spec/world';
import { addressOf, type Address } from '../keys';
import { putList, type PlacedLeaf } from './compressed-accounts';
import { putFlag, putHex, putU16, putU32, putU8, type Writer } from './writer';

/** The leaf index (u32) that an entry of the invocation means. */
export type PlacedLeafIndexOf = (placed: PlacedLeaf) => number;

const HASHES = [poseidon3, poseidon4, poseidon5, poseidon6, poseidon7];
const FEWEST = 3;
const DIGITS = 64;
const LAMPORTS = 1n << 64n;
const DISCRIMINATOR = 2n << 64n;

const bigEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** keccak256 of the address and 0xff, without its first byte. */
const inField = (address: Address): bigint =>
  bigEndian(keccak_256(Uint8Array.of(...address, 0xff)).subarray(1));

/** The hash by which a v2 state tree knows a compressed account (public definition): 32 bytes. */
export function accountHash(account: ReadAccount, tree: KeyRole, leafIndex: number): Hex {
  const { owner, lamports, address, data } = account;
  const numbers = [inField(addressOf(owner)), BigInt(leafIndex), inField(addressOf(tree))];
  if (lamports !== 0n) numbers.push(LAMPORTS + lamports);
  if (address !== null) numbers.push(BigInt(`0x${address}`));
  if (data !== null)
    numbers.push(DISCRIMINATOR + BigInt(`0x${data.discriminator}`), BigInt(`0x${data.dataHash}`));
  const hash = HASHES[numbers.length - FEWEST];
  if (hash === undefined) throw new Error(`No account has ${numbers.length} numbers to hash.`);
  return hash(numbers).toString(16).padStart(DIGITS, '0');
}

const treeAt = (invocation: Invocation, treeIndex: number): KeyRole => {
  const key = invocation.accounts[fixedSlotsOf(invocation) + treeIndex]?.key ?? 'tree:1';
  return stateTreeOf(key) ?? key;
};

/** Hash and leaf index as they are sent. */
export function sentAs(
  account: ReadOnlyAccount,
  invocation: Invocation,
  leafIndexOf: PlacedLeafIndexOf,
): Pick<ReadOnlyAccount, 'accountHash' | 'leafIndex'> {
  const { of, queueIndex, treeIndex } = account;
  if (of === undefined) return account;
  const leafIndex = leafIndexOf({ queueIndex, leafOffset: of.leafOffset });
  return { leafIndex, accountHash: accountHash(of, treeAt(invocation, treeIndex), leafIndex) };
}

function putReadOnlyAddress(writer: Writer, { address, rootIndex, treeIndex }: ReadOnlyAddress): void {
  putHex(writer, address, 32);
  putU16(writer, rootIndex);
  putU8(writer, treeIndex);
}

/** Read-only addresses, then read-only accounts. */
export function putReadOnly(writer: Writer, invocation: Invocation, leafIndexOf: PlacedLeafIndexOf): void {
  const { readOnlyAddresses, readOnlyAccounts }: InvokeData = invocation.data;
  putList(writer, readOnlyAddresses, putReadOnlyAddress);
  putList(writer, readOnlyAccounts, (w, account) => {
    const { accountHash: sent, leafIndex } = sentAs(account, invocation, leafIndexOf);
    putHex(w, sent, 32);
    putU8(w, account.treeIndex);
    putU8(w, account.queueIndex);
    putU32(w, leafIndex);
    putFlag(w, account.proveByIndex, 'proveByIndex');
    putU16(w, account.rootIndex);
  });
}
