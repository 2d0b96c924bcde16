// The effects oracle catches what is wrong in one detail: a leaf, an index, a lamport, a slot.
import type { ObservedLeaves, ObservedNullified, WorldAfter } from '../../spec/outcome';
import type { KeyRole } from '../../spec/world';
import { kindsOf, lying, otherByte, type Lie, type Row } from './effect-lies';
import { realPrograms } from './real-programs';

const eachLeaves =
  (change: (leaves: ObservedLeaves) => ObservedLeaves): Lie =>
  ({ leaves }) => ({ leaves: new Map([...leaves].map(([key, own]) => [key, change(own)])) });

const eachTree =
  (change: (tree: ObservedNullified) => ObservedNullified): Lie =>
  ({ nullified }) => ({ nullified: new Map([...nullified].map(([key, own]) => [key, change(own)])) });

const swapped = <T>([first, second, ...rest]: readonly T[]): readonly T[] =>
  first === undefined || second === undefined ? [] : [second, first, ...rest];

const shifted = (lamports: WorldAfter['lamports'], to: KeyRole, from: KeyRole): WorldAfter['lamports'] =>
  new Map(lamports).set(to, (lamports.get(to) ?? 0n) + 1n).set(from, (lamports.get(from) ?? 0n) - 1n);

const moreLamports =
  (key: KeyRole, more: bigint): Lie =>
  ({ lamports }) => ({ lamports: new Map(lamports).set(key, (lamports.get(key) ?? 0n) + more) });

/** Who pays gives one lamport more to a queue that takes a fee. */
const overpaid: Lie = ({ lamports }) => {
  const queue = [...lamports].find(([key, gain]) => key.startsWith('queue:') && gain > 0n)?.[0];
  const payer = [...lamports].find(([key, gain]) => key.startsWith('payer:') && gain < 0n)?.[0];
  return queue === undefined || payer === undefined ? {} : { lamports: shifted(lamports, queue, payer) };
};

const REAL: readonly Row[] = [
  [
    'one byte of a leaf',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, appended: own.appended.map(otherByte) })),
    'wrong-effect',
  ],
  [
    'leaves one index further',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, first: own.first + 1 })),
    'wrong-effect',
  ],
  [
    'two leaves swapped without their indices',
    'effects/outputs-hashed',
    eachLeaves((own) => ({
      ...own,
      appended: own.appended.length < 2 ? own.appended : swapped(own.appended),
    })),
    'wrong-effect',
  ],
  [
    'a foreign leaf of the queue overwritten',
    'effects/outputs-hashed',
    eachLeaves((own) => ({
      ...own,
      rewritten: new Map([...own.rewritten, [own.first + 20, '11'.repeat(32)]]),
    })),
    'wrong-effect',
  ],
  [
    'a byte of the queue’s metadata',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, stray: 'byte 7' })),
    'wrong-effect',
  ],
  [
    'a byte of a state tree that a spend does not touch',
    'effects/spent-leaf',
    eachTree((own) => ({ ...own, stray: 'byte 7' })),
    'wrong-effect',
  ],
  [
    'a leaf more nullified in a state tree',
    'effects/spent-leaf',
    eachTree((own) => ({ ...own, count: own.count + 1 })),
    'wrong-effect',
  ],
  [
    'nothing nullified in a state tree',
    'effects/spent-leaf',
    () => ({ nullified: new Map() }),
    'wrong-effect',
  ],
  [
    'the root of another tree',
    'effects/v1-root',
    eachLeaves((own) => ({ ...own, root: own.root === null ? null : otherByte(own.root) })),
    'wrong-effect',
  ],
  [
    'a spent leaf that stays',
    'effects/spent-leaf',
    eachLeaves((own) => ({ ...own, rewritten: new Map() })),
    'observed-changed',
  ],
  [
    'data of the payer changed',
    'effects/outputs-hashed',
    ({ rewritten }) => ({ rewritten: [...rewritten, 'payer:0', 'payer:1', 'payer:2', 'payer:3'] }),
    'wrong-effect',
  ],
  [
    'one lamport to the wrong account',
    'effects/fees',
    ({ lamports }) => ({ lamports: shifted(lamports, 'queue:1', 'queue:2') }),
    'observed-changed',
  ],
  [
    'bytes of a context that nothing explains',
    'effects/first-set-stores',
    ({ contexts }) => ({
      contexts: new Map([...contexts].map(([key, one]) => [key, { ...one, leftoverBytes: true }])),
    }),
    'wrong-effect',
  ],
  ...['modes/sequence', 'modes/interleaved', 'effects/valid'].map((claim): Row => [
    `one lamport too much to a queue in ${claim}`,
    claim,
    overpaid,
    'observed-changed',
  ]),
  [
    'one lamport too much to a queue from a context that a plan initialised',
    'initialization/ready-for-use',
    (after) => ([...after.contexts.keys()].some((key) => key.startsWith('fresh:')) ? overpaid(after) : {}),
    'observed-changed',
  ],
  [
    'one byte of a leaf that an Invoke creates',
    'invoke/outputs-created',
    eachLeaves((own) => ({ ...own, appended: own.appended.map(otherByte) })),
    'wrong-effect',
  ],
  [
    'one lamport too much in the sol pool by an Invoke',
    'invoke/sol-moved',
    ({ lamports }) => ({ lamports: shifted(lamports, 'sol-pool', 'payer:0') }),
    'wrong-effect',
  ],
  ['one lamport too much to a queue by an Invoke', 'invoke/valid', overpaid, 'observed-changed'],
  [
    'a context written by an Invoke',
    'invoke/valid',
    ({ rewritten }) => ({ rewritten: [...rewritten, 'context:1', 'context:2', 'context:3'] }),
    'wrong-effect',
  ],
  ['no fees at all', 'effects/fees', () => ({ lamports: new Map() }), 'observed-changed'],
  ['one lamport from nowhere', 'effects/outputs-hashed', moreLamports('queue:1', 1n), 'wrong-effect'],
];

describe('A lie about one detail', () => {
  const real = realPrograms();

  test.each(REAL)('%s is caught', async (_title, claim, lie, expected) => {
    const open = claim === 'initialization/ready-for-use' ? ['unspecified'] : []; // of some of its plans no document speaks
    expect((await kindsOf(real(), claim)).filter((kind) => !open.includes(kind))).toEqual(['match']);
    expect(await kindsOf(lying(real(), lie), claim)).toContain(expected);
  });
});
