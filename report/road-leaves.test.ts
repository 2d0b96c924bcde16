// Tests of what two roads leave in the leaves: hashes, indices, roots, and what is nullified.
import type { ObservedLeaves } from '../spec/outcome';
import { compareRoads } from './relation';
import { outcome, rejected, road, what } from './testing/roads';

const SPENT = '0'.repeat(64);
const leavesAt = (first: number, appended: readonly string[], rest: Partial<ObservedLeaves> = {}) => {
  const own: ObservedLeaves = {
    first,
    appended,
    rewritten: new Map(),
    root: null,
    stray: null,
    ...rest,
  };
  return outcome({ leaves: new Map([['queue:1', own]]) });
};
const spending = (index: number): Partial<ObservedLeaves> => ({ rewritten: new Map([[index, SPENT]]) });

describe('The leaves that two roads leave', () => {
  it('are the same however they are divided, also where one is spent as soon as it exists', () => {
    const together = road(leavesAt(7, [SPENT, 'bb']));
    expect(what(together, road(leavesAt(7, ['aa']), leavesAt(8, ['bb'], spending(7))))).toBeUndefined();
  });

  it('differ in a hash, in its index, in the root of a tree', () => {
    const one = road(leavesAt(7, ['aa', 'bb']));
    expect(compareRoads(one, road(leavesAt(7, ['aa', 'bc'])), {})).toEqual({
      what: 'other leaf hashes',
      detail: 'queue:1.8: bb by one road, bc by the other',
    });
    expect(what(one, road(leavesAt(7, ['bb', 'aa'])))).toBe('other leaf hashes');
    expect(what(one, road(leavesAt(8, ['aa', 'bb'])))).toBe('other leaf hashes');
    expect(what(one, road(leavesAt(7, ['aa', 'bb'], { root: 'cc' })))).toBe('other leaf hashes');
  });

  it('differ in what is nullified, in any order too', () => {
    const one = road(leavesAt(7, ['aa']), leavesAt(8, ['bb'], spending(7)));
    const other = road(leavesAt(7, ['aa']), leavesAt(8, ['bb']));
    expect(what(one, other)).toBe('other nullifiers');
    expect(what(one, other, { anyOrder: true })).toBe('other nullifiers');
  });

  it('may have other hashes where they come in another order, at other places or behind a past', () => {
    const [one, other] = [road(leavesAt(7, ['aa'])), road(leavesAt(7, ['bb']))];
    for (const how of ['anyOrder', 'renamed', 'tailOnly'] as const)
      expect(what(one, other, { [how]: true })).toBeUndefined();
  });

  it('do not count where a transaction was refused', () => {
    const refused = { ...leavesAt(7, ['aa']), raised: rejected(6002).raised };
    expect(what(road(refused, outcome()), road(outcome(), outcome()))).toBeUndefined();
  });
});
