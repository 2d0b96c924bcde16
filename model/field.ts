// Numbers of the BN254 field and their Poseidon hash, as the public definitions of compressed accounts use them.
import { keccak_256 } from '@noble/hashes/sha3';
import { poseidon2 } from 'poseidon-lite/poseidon2';
import { poseidon3 } from 'poseidon-lite/poseidon3';
import { poseidon4 } from 'poseidon-lite/poseidon4';
import { poseidon5 } from 'poseidon-lite/poseidon5';
import { poseidon6 } from 'poseidon-lite/poseidon6';
import { poseidon7 } from 'poseidon-lite/poseidon7';
import type { Hex } from '../spec/plan';

const POSEIDON = [poseidon2, poseidon3, poseidon4, poseidon5, poseidon6, poseidon7];
const FEWEST = 2;
const DIGITS = 64;

/** Poseidon (circom's, over BN254) of two to seven numbers. Half a millisecond and more: do not ask twice. */
export const poseidon = (numbers: readonly bigint[]): bigint => {
  const hash = POSEIDON[numbers.length - FEWEST];
  if (hash === undefined) throw new Error(`There is no Poseidon of ${numbers.length} numbers here.`);
  return hash([...numbers]);
};

/** A plan and its twin hash the same things, so that what was hashed last is often asked for again. */
const MEMORY = 4096;
const memory = new Map<string, bigint>();

/** The same, for what is likely to be asked for again. */
export const remembered = (numbers: readonly bigint[]): bigint => {
  const key = numbers.join();
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY) memory.clear();
  const hash = poseidon(numbers);
  memory.set(key, hash);
  return hash;
};

export const toHex = (number: bigint): Hex => number.toString(16).padStart(DIGITS, '0');
export const fromHex = (hex: Hex): bigint => BigInt(`0x${hex}`);

/** Bytes as a field element: keccak256 of them and 0xff, the first byte zero. */
export const toField = (bytes: Uint8Array): bigint => {
  const hash = keccak_256(Uint8Array.of(...bytes, 0xff));
  hash[0] = 0;
  return fromHex(Buffer.from(hash).toString('hex'));
};
