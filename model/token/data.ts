// The data of a compressed token account and its hash, by the public definition of compressed tokens: mint, owner, amount.
import type { WorldFacts } from '../../spec/facts';
import type { AccountData, Hex } from '../../spec/plan';
import type { TokenForm, TokenShare } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import { poseidon, toField, toHex } from '../field';

const DISCRIMINATORS: Readonly<Record<TokenForm, Hex>> = {
  plain: '0200000000000000',
  'marked-2': '0200000000000000',
  'marked-3': '0000000000000003',
};
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

const backwards = (hex: Hex): Hex => (hex.match(/../g) ?? []).reverse().join('');

export type Form = { readonly addressOf?: AddressOf | undefined; readonly form?: TokenForm };

/** The account data of that many tokens; `dataHash` is Poseidon of mint, owner and the amount's bytes. */
export const tokenData = (
  mint: KeyRole,
  { owner, amount }: TokenShare,
  { addressOf = byName, form = 'plain' }: Form = {},
): AccountData => {
  const [mintBytes, ownerBytes, amountHex] = [addressOf(mint), addressOf(owner), little(amount)];
  const hex = `${digits(mintBytes)}${digits(ownerBytes)}${amountHex}${PLAIN}`;
  return {
    discriminator: DISCRIMINATORS[form],
    bytes: { fill: -1, length: hex.length / 2, hex },
    dataHash: hashOf(mintBytes, ownerBytes, form === 'plain' ? amountHex : backwards(amountHex)),
  };
};
