// Numbers of the BN254 field as the prover's statements use them: Poseidon, and bytes as field elements.
import { keccak_256 } from '@noble/hashes/sha3';
import { poseidon2 } from 'poseidon-lite/poseidon2';
import { poseidon3 } from 'poseidon-lite/poseidon3';
import { poseidon4 } from 'poseidon-lite/poseidon4';
import { poseidon5 } from 'poseidon-lite/poseidon5';
import { poseidon6 } from 'poseidon-lite/poseidon6';
import { poseidon7 } from 'poseidon-lite/poseidon7';

const BY_COUNT = [poseidon2, poseidon3, poseidon4, poseidon5, poseidon6, poseidon7];

/** Circom's Poseidon of two to seven numbers. */
export function poseidon(...numbers: readonly bigint[]): bigint {
  const hash = BY_COUNT[numbers.length - 2];
  if (hash === undefined) throw new RangeError(`There is no Poseidon of ${numbers.length} numbers here.`);
  return hash([...numbers]);
}

/** A big-endian number. */
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** keccak256 of the bytes and 0xff, with the first byte zero, so that it lies in the field. */
export function toField(...parts: readonly Uint8Array[]): bigint {
  const hash = keccak_256(Uint8Array.from(Buffer.concat([...parts, Buffer.of(0xff)])));
  hash[0] = 0;
  return numberOf(hash);
}

/** 64 hexadecimal digits. */
export const digits = (number: bigint): string => number.toString(16).padStart(64, '0');
/** As the prover wants its numbers. */
export const prefixed = (number: bigint): string => `0x${number.toString(16)}`;
