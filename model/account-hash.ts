// The hash of a compressed account, which is the leaf that stands for it, by the public definition.
import type { WorldFacts } from '../spec/facts';
import type { StoredData } from '../spec/context-state';
import type { Hex } from '../spec/plan';
import { isV1, type KeyRole } from '../spec/world';
import { fromHex, remembered, toField, toHex } from './field';

/** What of an account is hashed; its data only as discriminator and data hash. */
export type Hashed = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: StoredData | null;
};

/** `tree` is the state tree, also where the leaf waits in its queue. */
export type LeafPlace = { readonly tree: KeyRole; readonly leafIndex: number };

/** A byte in front of lamports and discriminators keeps them from meaning one another. */
const LAMPORTS_DOMAIN = 1n << 64n;
const DISCRIMINATOR_DOMAIN = 2n << 64n;

const reversed = (value: bigint, bytes: number): bigint => {
  const digits = value.toString(16).padStart(bytes * 2, '0');
  return BigInt(`0x${(digits.match(/../g) ?? []).reverse().join('')}`);
};

/** v1 trees write their numbers the other way round. */
const number = (value: bigint, { tree }: LeafPlace, bytes: number): bigint =>
  isV1(tree) ? reversed(value, bytes) : value;

const fields = new WeakMap<Uint8Array, bigint>();

/** Of an address: asked for again and again, always by the same bytes. */
const addressField = (address: Uint8Array): bigint => {
  const known = fields.get(address) ?? toField(address);
  fields.set(address, known);
  return known;
};

const U32_BYTES = 4;
const U64_BYTES = 8;

const numbersOf = (account: Hashed, place: LeafPlace, { addressOf }: WorldFacts): readonly bigint[] => {
  const { owner, lamports, address, data } = account;
  return [
    addressField(addressOf(owner)),
    number(BigInt(place.leafIndex), place, U32_BYTES),
    addressField(addressOf(place.tree)),
    ...(lamports === 0n ? [] : [LAMPORTS_DOMAIN + number(lamports, place, U64_BYTES)]),
    ...(address === null ? [] : [fromHex(address)]),
    ...(data === null ? [] : [DISCRIMINATOR_DOMAIN + fromHex(data.discriminator), fromHex(data.dataHash)]),
  ];
};

/** 32 bytes: Poseidon of owner, leaf index, tree, then lamports, address and data where the account has them. */
export const accountHash = (account: Hashed, place: LeafPlace, facts: WorldFacts): Hex =>
  toHex(remembered(numbersOf(account, place, facts)));
