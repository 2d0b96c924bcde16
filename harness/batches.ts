// What an insertion changes in the two batches that a v2 queue or tree keeps state of, by their public definition.
import { sized, type Pair, type Range } from './frozen';
import { BATCH, HASH, LIST_HEAD, u64 } from './tree-layout';

/** Where the batches' states begin, and how many bytes the account has. */
export type Batches = { readonly pair: Pair; readonly at: number };

const startOf = (at: number, batch: number): number => at + batch * BATCH.size;

/** How many values a batch has taken. */
export function taken(data: Buffer, at: number, batch: number): number {
  const start = startOf(at, batch);
  const perProof = u64(data, start + BATCH.proofSize);
  return u64(data, start + BATCH.inserted) + u64(data, start + BATCH.fullProofs) * perProof;
}

/** The counts of a batch that grew, its state once it is full, its first slot while that is not set. */
function stateRanges({ pair, at }: Batches, batch: number): Range[] {
  const start = startOf(at, batch);
  const isFull = taken(pair.now, at, batch) === u64(pair.now, start + BATCH.values);
  const isSlotSet = pair.before[start + BATCH.slotIsSet] !== 0;
  return [
    sized(start + BATCH.inserted, 8),
    sized(start + BATCH.fullProofs, 8),
    ...(isFull ? [sized(start + BATCH.state, 8)] : []),
    ...(isSlotSet ? [] : [sized(start + BATCH.slot, 8), sized(start + BATCH.slotIsSet, 1)]),
  ];
}

const chainBytes = (data: Buffer, at: number): number =>
  LIST_HEAD + (u64(data, at + BATCH.values) / u64(data, at + BATCH.proofSize)) * HASH;

/** Where the hash chains of both batches begin: they end the account. */
export const chainsAt = ({ pair: { now }, at }: Batches): number => now.length - 2 * chainBytes(now, at);

/** Where a batch's list of chains begins, which of them took values, and how many values one takes. */
export function chainsTouched(
  batches: Batches,
  batch: number,
): { readonly list: number; readonly first: number; readonly count: number; readonly perProof: number } {
  const { pair, at } = batches;
  const perProof = u64(pair.now, startOf(at, batch) + BATCH.proofSize);
  const list = chainsAt(batches) + batch * chainBytes(pair.now, at);
  const [before, now] = [taken(pair.before, at, batch), taken(pair.now, at, batch)];
  const first = Math.floor(before / perProof);
  return { list, first, count: Math.ceil(now / perProof) - first, perProof };
}

/** The list's length, and the chains that took values. */
function chainRanges(batches: Batches, batch: number): Range[] {
  const { list, first, count } = chainsTouched(batches, batch);
  return [sized(list, 8), sized(list + LIST_HEAD + first * HASH, count * HASH)];
}

/** By how much each batch grew, and what may change because of that. */
export function growth(batches: Batches): { readonly grown: readonly number[]; readonly ranges: Range[] } {
  const { pair, at } = batches;
  const grown = [0, 1].map((batch) => taken(pair.now, at, batch) - taken(pair.before, at, batch));
  const ranges = grown.flatMap((more, batch) =>
    more > 0 ? [...stateRanges(batches, batch), ...chainRanges(batches, batch)] : [],
  );
  return { grown, ranges };
}
