// What is left in the leaves at the end of a road: the hashes, and which of them are nullified.
import type { Comparison } from '../spec/law';
import type { ObservedLeaves } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { accepted, type DigestOf, type Passed } from './road';

/** Leaves by absolute index, and a v1 tree's root. */
type Left = { readonly slots: ReadonlyMap<number, Hex>; readonly root: Hex | null };

const NOTHING: Left = { slots: new Map(), root: null };

const leftBy = (
  { slots, root: before }: Left,
  { first, appended, rewritten, root }: ObservedLeaves,
): Left => ({
  slots: new Map([...slots, ...appended.map((hash, i) => [first + i, hash] as const), ...rewritten]),
  root: root ?? before,
});

/**
 * By account that takes outputs: each leaf that was appended or rewritten, as it is in the end. Within one transaction
 * a leaf can be appended and spent, so that what was appended is not comparable, but only what is left.
 */
function leftOf(road: readonly Passed[]): ReadonlyMap<KeyRole, Left> {
  const left = new Map<KeyRole, Left>();
  for (const { outcome } of accepted(road))
    for (const [key, leaves] of outcome.after.leaves) left.set(key, leftBy(left.get(key) ?? NOTHING, leaves));
  return left;
}

/** A hash depends on owner, leaf index and tree, so that other names or a past make other hashes. */
const haveOtherPlaces = ({ renamed, tailOnly }: Comparison): boolean => renamed === true || tailOnly === true;

const SPENT = '0'.repeat(64);

/** The leaf indices that are spent in the end, by account. */
export const nullified: DigestOf = (road, comparison) => {
  if (haveOtherPlaces(comparison)) return null;
  const spent = [...leftOf(road)].map(
    ([key, { slots }]) =>
      [
        key,
        [...slots].flatMap(([index, hash]) => (hash === SPENT ? [index] : [])).sort((a, b) => a - b),
      ] as const,
  );
  return Object.fromEntries(spent.filter(([, indices]) => indices.length > 0));
};

/** Every leaf by its index, and the root of a v1 tree; in another order outputs have other hashes. */
export const hashes: DigestOf = (road, comparison) => {
  if (haveOtherPlaces(comparison) || comparison.anyOrder === true) return null;
  return Object.fromEntries(
    [...leftOf(road)].map(([key, { slots, root }]) => [key, { ...Object.fromEntries(slots), root }]),
  );
};
