// Judges what was put into the batches of v2 queues and trees against what was seen before: hash chains and bloom filters.
import type { ObservedChain, ObservedFilter, WorldAfter } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { Effects } from '../spec/prediction';
import type { KeyRole } from '../spec/world';
import { showValue } from './show';

const hashText = (hash: Hex): string => (hash === '' ? 'not there' : showValue(hash));

/** In a queue a leaf is taken as it stands there; one that was spent since is no longer there, and in a tree there is none. */
function standing({ spent }: Effects, { leaves }: WorldAfter, key: KeyRole): (at: number) => Hex | undefined {
  const { first = 0, appended = [] } = leaves.get(key) ?? {};
  const gone = spent?.get(key);
  return (at) => (gone?.has(first + at) === true ? undefined : appended[at]);
}

const chainText = (key: KeyRole, { batch, chain, now }: ObservedChain, expected: Hex): string =>
  `hash chain ${chain} of batch ${batch} of ${key} is ${hashText(now)}, observed before: ${hashText(expected)}`;

/** One sentence naming the first hash chain that is not over what was put into it, or null. */
export function chainsProblem(effects: Effects, after: WorldAfter): string | null {
  for (const [key, { values, chainOf }] of effects.observed.chains ?? []) {
    const standsAt = standing(effects, after, key);
    let taken = 0;
    for (const found of after.batches?.get(key)?.chains ?? []) {
      const from = taken;
      taken += found.more;
      const own = values.slice(from, taken).map((value, i) => standsAt(from + i) ?? value());
      const expected = chainOf(found.before, own);
      if (found.now !== expected) return chainText(key, found, expected);
    }
    if (taken !== values.length)
      return `${taken} values were put into the batches of ${key}, observed before: ${values.length}`;
  }
  return null;
}

/** So many of the bits may have been set before, or be the same for two values: of 160,000 bits some tens are set. */
const MET = 1;

const isMissing = ({ more, bits, bitsPerValue }: ObservedFilter): boolean => bits < more * bitsPerValue - MET;

/** One sentence naming the first bloom filter in which too little was set for what was nullified, or null. */
export function filtersProblem({ observed: { filtered } }: Effects, { batches }: WorldAfter): string | null {
  if (filtered === undefined) return null;
  for (const [key, { filters }] of batches ?? []) {
    if (!key.startsWith('tree:')) continue;
    const wrong = filters.find((filter) => isMissing(filter) === filtered);
    if (wrong === undefined) continue;
    const { batch, bits, more, bitsPerValue } = wrong;
    const due = filtered ? more * bitsPerValue : 0;
    return `${bits} bits of the bloom filter of batch ${batch} of ${key} were set for ${more} spent accounts, observed before: ${due}`;
  }
  return null;
}
