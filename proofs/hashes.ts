// The public definitions of addresses and of account hashes, computed by the tool that makes proofs.
import { addressOf } from '../harness/keys';
import type { CallerName, KeyRole } from '../spec/world';
import type { ProvenLeaf } from '../spec/proof';
import type { TokenShare } from '../spec/token';
import { numberOf, poseidon, toField } from './field';

/** v1: tree and seed decide. 32 bytes as a number. */
export const addressV1 = (tree: KeyRole, seed: string): bigint =>
  toField(addressOf(tree), Buffer.from(seed, 'hex'));

/** v2: the program that asks for it as well. */
export const addressV2 = (tree: KeyRole, seed: string, program: CallerName): bigint =>
  toField(Buffer.from(seed, 'hex'), addressOf(tree), addressOf(`program:${program}`));

function littleEndian(value: bigint, size: 4 | 8): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.subarray(0, size);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The data hash of a compressed token account; the bytes of its amount are hashed as they are stored, the lowest first. */
export const tokenHash = (mint: KeyRole, { owner, amount }: TokenShare): bigint =>
  poseidon(toField(addressOf(mint)), toField(addressOf(owner)), numberOf(littleEndian(amount, 8)));

/** The leaf that stands for an account in a v1 state tree: all its numbers are little-endian there. */
export function leafV1({ owner, lamports, address, data }: ProvenLeaf, tree: KeyRole, index: number): bigint {
  return poseidon(
    toField(addressOf(owner)),
    numberOf(littleEndian(BigInt(index), 4)),
    toField(addressOf(tree)),
    ...(lamports === 0n ? [] : [numberOf(Buffer.concat([Buffer.of(1), littleEndian(lamports, 8)]))]),
    ...(address === null ? [] : [numberOf(hex(address))]),
    ...(data === null
      ? []
      : [numberOf(Buffer.concat([Buffer.of(2), hex(data.discriminator)])), numberOf(hex(data.dataHash))]),
  );
}
