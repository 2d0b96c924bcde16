// What new addresses are: the public derivation, and what must be seen of those that an execution derives.
import type { WorldFacts } from '../spec/facts';
import type { StoredAddress } from '../spec/context-state';
import type { ExpectedAddresses } from '../spec/prediction';
import type { Hex } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { toField, toHex } from './field';
import type { ModelOptions } from './options';
import type { View } from './view';
import type { Writer } from './world';

const V1: KeyRole = 'address-tree-v1';
const V2: KeyRole = 'address-tree';
const NOBODY = new Uint8Array(32);

const bytesOf = (hex: Hex): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const joinedBytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** One new address of an execution, with who asks for it. */
export type Asked = {
  readonly address: StoredAddress;
  readonly writer: Writer;
  readonly tree: KeyRole | undefined;
};

/** The new addresses of an execution: the context's, then its own. */
export const askedIn = (view: View): readonly Asked[] =>
  view.combined.newAddresses.flatMap((address, at) => {
    const writer = view.writers[at];
    return writer === undefined ? [] : [{ address, writer, tree: view.remaining[address.treeIndex]?.key }];
  });

export const isAddressTree = (key: KeyRole | undefined): boolean => key === V1 || key === V2;
export const isV1Address = ({ tree }: Asked): boolean => tree === V1;
export const isV2Address = ({ tree }: Asked): boolean => tree === V2;

const remembered = new Map<string, Hex>();
const MEMORY = 4096;
const hashed = (bytes: Uint8Array): Hex => {
  const key = Buffer.from(bytes).toString('latin1');
  const known = remembered.get(key) ?? toHex(toField(bytes));
  if (remembered.size >= MEMORY) remembered.clear();
  remembered.set(key, known);
  return known;
};

/** Which program an address counts as, as observed: what InvokeCpi has written to a context without an input beside it counts as nobody's. */
const programOf = ({ writer }: Asked, isOwn: boolean, { addressOf }: WorldFacts): Uint8Array =>
  writer.isBound || isOwn ? addressOf(writer.program) : NOBODY;

/** 32 bytes; the public definition (field elements of keccak256): v1 of tree and seed, v2 of seed, tree and program. */
const derive = (asked: Asked, isOwn: boolean, facts: WorldFacts): Hex => {
  const seed = bytesOf(asked.address.seed);
  const tree = facts.addressOf(asked.tree ?? V2);
  if (isV1Address(asked)) return hashed(joinedBytes(tree, seed));
  return hashed(joinedBytes(seed, tree, programOf(asked, isOwn, facts)));
};

/** All new addresses of an execution, as observed; null without facts. */
export const derivedIn = (view: View): readonly Hex[] | null => {
  const { facts } = view;
  if (facts === null) return null;
  const asked = askedIn(view);
  const ownFrom = asked.length - view.own.newAddresses.length;
  return asked.map((one, at) => derive(one, at >= ownFrom, facts));
};

/** Pairs in one v2 tree with one seed and two programs. */
export const pairsIn = (view: View): readonly (readonly [number, number])[] => {
  const asked = askedIn(view);
  return asked.flatMap((one, first) =>
    asked.flatMap((other, second) =>
      first < second &&
      isV2Address(one) &&
      isV2Address(other) &&
      one.address.seed === other.address.seed &&
      one.writer.program !== other.writer.program
        ? [[first, second] as const]
        : [],
    ),
  );
};

const BOUND = 'addresses/of-their-program';
const LOGGED = 'addresses/derived-as-logged';

/** What must be seen of the addresses where a proof is refused. */
export const expectedAddresses = (
  view: View,
  { rules, dropped, observed }: ModelOptions,
): ExpectedAddresses => {
  const isBound = rules.some(({ id }) => id === BOUND) && !dropped.has(BOUND);
  const logged = observed.has(LOGGED) ? derivedIn(view) : null;
  return {
    distinct: isBound ? pairsIn(view) : [],
    observed: logged !== null && dropped.has(LOGGED) ? logged.toReversed().map(() => '') : logged,
  };
};
