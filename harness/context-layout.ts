// Where things lie in a v2 CPI context account; the offsets of everything behind a list follow from capacities.

export const CONTEXT_DISCRIMINATOR = '22b8b70e6450b77c';
export const FEE_PAYER_AT = 8;
export const ASSOCIATED_TREE_AT = 40;
/** Associated queue and reserved bytes: set once, no part of the state; nothing changes them. */
export const RESERVED = { from: 72, to: 136 } as const;
const LISTS_AT = RESERVED.to;
/** Bytes per entry: new addresses, read-only addresses, read-only accounts, inputs, outputs. */
const ENTRY_SIZES = [70, 35, 41, 123, 115] as const;

/** One list: its first entry's offset, its entries' size, how many are in use and how many fit. */
export type ListLayout = {
  readonly at: number;
  readonly entrySize: number;
  readonly length: number;
  readonly capacity: number;
};

/** The five lists, and where the outputs' data begins: total size u16, count u16, then u16 length and bytes each. */
export type ContextLayout = { readonly lists: readonly ListLayout[]; readonly outputDataAt: number };

function layList(data: Buffer, at: number, entrySize: number): ListLayout | undefined {
  if (at + 2 > data.length) return undefined;
  const [length = 0, capacity = 0] = [data[at], data[at + 1]];
  if (length > capacity || at + 2 + capacity * entrySize > data.length) return undefined;
  return { at: at + 2, entrySize, length, capacity };
}

const endOf = ({ at, entrySize, capacity }: ListLayout): number => at + entrySize * capacity;

/** Lays out an account's data; undefined when it is no well-formed context account. */
export function layOut(data: Buffer): ContextLayout | undefined {
  if (data.length < LISTS_AT || data.toString('hex', 0, 8) !== CONTEXT_DISCRIMINATOR) return undefined;
  const lists: ListLayout[] = [];
  let at: number = LISTS_AT;
  for (const entrySize of ENTRY_SIZES) {
    const list = layList(data, at, entrySize);
    if (list === undefined) return undefined;
    lists.push(list);
    at = endOf(list);
  }
  return at + 4 > data.length ? undefined : { lists, outputDataAt: at };
}

/** The offset of a list's i-th entry. */
export const entryAt = ({ at, entrySize }: ListLayout, i: number): number => at + i * entrySize;

/** The bytes of a list's unused entries. */
export const unused = (data: Buffer, list: ListLayout): Buffer =>
  data.subarray(entryAt(list, list.length), endOf(list));
