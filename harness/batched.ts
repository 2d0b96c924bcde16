// Reads what a transaction put into the batches of a v2 queue or tree: their hash chains, and how many bits of their filters.
import type { ObservedBatches, ObservedChain, ObservedFilter } from '../spec/outcome';
import { takesOutputs } from '../spec/world';
import { chainsTouched, growth, taken, type Batches } from './batches';
import type { Change } from './execution';
import { bitsSet, filtersOf } from './nullified';
import { HASH, hexAt, LIST_HEAD, QUEUE, TREE_V2, u64 } from './tree-layout';
import { readOr, Unreadable } from './unreadable';

/** @throws Unreadable for chains that the account has no room for. */
function chainsIn(batches: Batches, batch: number): ObservedChain[] {
  const { pair, at } = batches;
  const { list, first, count, perProof } = chainsTouched(batches, batch);
  if (!(list + LIST_HEAD + (first + count) * HASH <= pair.now.length))
    throw new Unreadable('There are more hash chains than the account has room for.');
  const [had, has] = [taken(pair.before, at, batch), taken(pair.now, at, batch)];
  return Array.from({ length: count }, (_, i) => {
    const chain = first + i;
    const [from, to] = [Math.max(had, chain * perProof), Math.min(has, (chain + 1) * perProof)];
    const place = list + LIST_HEAD + chain * HASH;
    return {
      batch,
      chain,
      before: from === chain * perProof ? null : hexAt(pair.before, place),
      more: to - from,
      now: chain < u64(pair.now, list) ? hexAt(pair.now, place) : '',
    };
  });
}

function filtersIn(batches: Batches, grown: readonly number[]): ObservedFilter[] {
  const { ranges, perValue } = filtersOf(batches);
  return ranges.flatMap((range, batch) => {
    const more = grown[batch] ?? 0;
    return more > 0 ? [{ batch, more, bits: bitsSet(batches.pair, range) ?? 0, bitsPerValue: perValue }] : [];
  });
}

const NOTHING: ObservedBatches = { chains: [], filters: [] };

/** Of a v2 queue or tree whose data changed; of one that is none any more nothing is told. */
export function batchesIn({ key, before, now }: Change): ObservedBatches {
  const pair = { before: before.data, now: now.data };
  if (pair.before.length !== pair.now.length) return NOTHING;
  const isQueue = takesOutputs(key);
  const batches = { pair, at: isQueue ? QUEUE.batches : TREE_V2.batches };
  return readOr(
    () => {
      const { grown } = growth(batches);
      const chains = grown.flatMap((more, batch) => (more > 0 ? chainsIn(batches, batch) : []));
      return { chains, filters: isQueue ? [] : filtersIn(batches, grown) };
    },
    () => NOTHING,
  );
}
