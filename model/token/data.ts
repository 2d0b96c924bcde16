// The data of a compressed token account and its hash, by the public definition of compressed tokens: mint, owner, amount.
import type { WorldFacts } from '../../spec/facts';
import type { AccountData, Hex } from '../../spec/plan';
import type { TokenShare } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import { poseidon, toField, toHex } from '../field';

/** 2, as the token program writes it into accounts that transfers and mints of this kind create. */
const DISCRIMINATOR: Hex = '0200000000000000';
/** No delegate, not frozen, no extensions. */
const PLAIN = '000000';
const AMOUNT_BYTES = 8;

type AddressOf = WorldFacts['addressOf'];

/** Without facts a name stands for its address: they are the same where the addresses are. */
const byName: AddressOf = (key) => new TextEncoder().encode(key);

const digits = (bytes: Uint8Array): Hex => Buffer.from(bytes).toString('hex');

/** Eight bytes, the lowest first. */
const little = (amount: bigint): Hex => {
  const bytes = Buffer.alloc(AMOUNT_BYTES);
  bytes.writeBigUInt64LE(amount);
  return bytes.toString('hex');
};

const known = new Map<string, Hex>();
const MEMORY = 4096;

/** A hash takes half a millisecond, and plan and twin ask for the same ones. */
const hashOf = (mint: Uint8Array, owner: Uint8Array, amount: Hex): Hex => {
  const key = `${digits(mint)}${digits(owner)}${amount}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MEMORY) known.clear();
  const hash = toHex(poseidon([toField(mint), toField(owner), BigInt(`0x${amount}`)]));
  known.set(key, hash);
  return hash;
};

/** The account data of that many tokens; `dataHash` is Poseidon of mint, owner and the amount's bytes as they are stored. */
export const tokenData = (
  mint: KeyRole,
  { owner, amount }: TokenShare,
  addressOf: AddressOf = byName,
): AccountData => {
  const [mintBytes, ownerBytes, amountHex] = [addressOf(mint), addressOf(owner), little(amount)];
  const hex = `${digits(mintBytes)}${digits(ownerBytes)}${amountHex}${PLAIN}`;
  return {
    discriminator: DISCRIMINATOR,
    bytes: { fill: -1, length: hex.length / 2, hex },
    dataHash: hashOf(mintBytes, ownerBytes, amountHex),
  };
};
