// Tests of the judge on hash chains and bloom filters.
import type { ObservedBatches, ObservedChain } from '../spec/outcome';
import type { ExpectedChain } from '../spec/prediction';
import type { KeyRole } from '../spec/world';
import { accepts, judge } from './testing/outcomes';

const queue: KeyRole = 'queue:1';
const tree: KeyRole = 'tree:1';

/** Stands for a chain: what was hashed, in order. */
const chainOf: ExpectedChain['chainOf'] = (before, values) =>
  [...(before === null ? [] : [before]), ...values].join('+');
const expected: ExpectedChain = { values: [() => 'a', () => 'b', () => 'c'], chainOf };
const found = (chain: number, more: number, now: string, before: string | null = null): ObservedChain => ({
  batch: 1,
  chain,
  before,
  more,
  now,
});

type Case = {
  readonly key?: KeyRole;
  readonly spent?: readonly number[];
  readonly appended?: readonly string[];
  readonly filtered?: boolean;
};
const verdictOn = (
  batches: Partial<ObservedBatches>,
  { key = tree, spent = [], appended = [], filtered }: Case = {},
) => {
  const standing = { first: 7, appended, rewritten: new Map(), root: null, stray: null };
  const nothing = { order: false, lamports: null, spentLeaf: null, handed: null };
  const alternative = accepts({
    spent: spent.length === 0 ? null : new Map([[queue, new Set(spent)]]),
    observed: { ...nothing, chains: new Map([[key, expected]]), ...(filtered !== undefined && { filtered }) },
  });
  const seen = new Map([[key, { chains: [], filters: [], ...batches }]]);
  return judge([alternative], {
    world: {
      batches: seen,
      leaves: new Map(key === queue ? [[queue, standing]] : []),
      nullified: new Map([[tree, { count: spent.length, stray: null }]]),
    },
  }).verdict;
};

describe('The hash chains of a batch', () => {
  it('match over what came to them, one behind the other', () => {
    expect(verdictOn({ chains: [found(0, 2, 'z+a+b', 'z'), found(1, 1, 'c')] }).kind).toBe('match');
  });

  it('are told with tree, batch, what is found and what is expected', () => {
    expect(verdictOn({ chains: [found(0, 2, 'z+a+b', 'z'), found(1, 1, 'x')] })).toMatchObject({
      kind: 'observed-changed',
      detail: 'hash chain 1 of batch 1 of tree:1 is x, observed before: c',
    });
  });

  it('are told where there is none', () => {
    expect(verdictOn({ chains: [found(0, 3, '')] })).toMatchObject({
      detail: 'hash chain 0 of batch 1 of tree:1 is not there, observed before: a+b+c',
    });
  });

  it.each([
    [0, []],
    [2, [found(0, 2, 'a+b')]],
  ])('are told where %i of three values came to them', (count, chains) => {
    expect(verdictOn({ chains })).toMatchObject({
      kind: 'observed-changed',
      detail: `${count} values were put into the batches of tree:1, observed before: 3`,
    });
  });

  it('of a queue are over the leaves that stand in it, and over those that were spent at once', () => {
    const leaves = { key: queue, appended: ['A', '0', 'C'], spent: [8] };
    expect(verdictOn({ chains: [found(0, 3, 'a+b+c')] }, leaves)).toMatchObject({
      detail: 'hash chain 0 of batch 1 of queue:1 is a+b+c, observed before: A+b+C',
    });
  });
});

describe('The bloom filter of a batch', () => {
  const bits = (number: number, more = 1) => ({
    chains: [found(0, 3, 'a+b+c')],
    filters: [{ batch: 0, more, bits: number, bitsPerValue: 3 }],
  });

  it.each([
    [3, 1],
    [2, 1],
    [8, 3],
  ])('matches with %i bits for %i accounts', (number, more) => {
    expect(verdictOn(bits(number, more), { filtered: true }).kind).toBe('match');
  });

  it.each([
    [0, 1],
    [1, 1],
    [4, 2],
    [7, 3],
  ])('is told with %i bits for %i accounts', (number, more) => {
    expect(verdictOn(bits(number, more), { filtered: true })).toMatchObject({
      kind: 'observed-changed',
      detail: `${number} bits of the bloom filter of batch 0 of tree:1 were set for ${more} spent accounts, observed before: ${more * 3}`,
    });
  });

  it('is not looked at where nobody asks', () => {
    expect(verdictOn(bits(0)).kind).toBe('match');
  });
});
