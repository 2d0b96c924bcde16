// Attempts with lists that are full, or longer than they have room for: no document says what comes of these.
import type { Hex } from '../plan';
import { invokeCpi, type Attempt, type Attempts, type Outcome } from './make';

/** What is written beforehand, into which account, at which offset. */
export type Word = readonly [offset: number, hex: Hex];
export type Said = {
  readonly key: RegExp;
  readonly words: readonly Word[];
  /** How long the account is made, too. */
  readonly size?: number;
};

const QUEUE = /^queue:[1-5]$/;
const TREE = /^tree:[1-5]$/;
const ADDRESS_TREE = /^address-tree$/;
const VERSION_1_TREE = /^tree:6$/;
const CONTEXT = /^context:/;

/** Eight bytes, of which the first makes the number. */
const word = (value: number): Hex => value.toString(16).padStart(2, '0').padEnd(16, '0');
/** The lists of a context begin with their length and how many they have room for. */
const ROOM: readonly Word[] = [
  [136, '0a'],
  [838, '0a'],
  [1190, '0a'],
  [1602, '14'],
  [4064, '1e'],
];
const oneMore = ([offset, hex]: Word): Word => [
  offset,
  (Number.parseInt(hex, 16) + 1).toString(16).padStart(2, '0'),
];

const ROOT_AT = 680;
const ROOTS = 688;
const ROOM_FOR_ROOTS = 696;
const HASH_CHAINS = 47_104;
/** Of a queue: the values of either batch, and the hash chains of the first. */
const VALUES = 552;
const OTHER_VALUES = 2_168;
const HASH_CHAINS_OF_VALUES = 3_784;

/** The last list of a tree has room for nothing, and nothing is there. */
const EMPTY_LAST = { words: [[47_288, word(0)]], size: 47_296 } as const;

/** Its bloom filters have no bytes, and it ends in front of them. */
const NO_FILTERS = { words: [[288, word(0)]], size: 7_104 } as const;

/** By the name of the attempt. A tree has room for 200 roots and five hash chains, a queue for 50 values. */
export const SAID: Readonly<Record<string, Said>> = {
  'context-list-full': { key: CONTEXT, words: ROOM },
  'context-list-longer-than-room': { key: CONTEXT, words: ROOM.map(oneMore) },
  'tree-list-full': {
    key: TREE,
    words: [
      [ROOT_AT, word(200)],
      [ROOTS, word(1)],
      [HASH_CHAINS, word(5)],
    ],
  },
  'tree-list-longer-than-room': {
    key: TREE,
    words: [
      [ROOTS, word(201)],
      [ROOM_FOR_ROOTS, word(199)],
      [ROOM_FOR_ROOTS, word(0)],
      [HASH_CHAINS, word(6)],
    ],
  },
  'tree-root-behind-its-list': {
    key: TREE,
    words: [
      [ROOT_AT, word(201)],
      [ROOTS, word(0)],
    ],
  },
  'tree-ends-behind-an-empty-list': { key: TREE, ...EMPTY_LAST },
  'address-tree-ends-behind-an-empty-list': { key: ADDRESS_TREE, ...EMPTY_LAST },
  'tree-ends-before-empty-filters': { key: TREE, ...NO_FILTERS },
  'address-tree-ends-before-empty-filters': { key: ADDRESS_TREE, ...NO_FILTERS },
  'version-1-tree-without-height': { key: VERSION_1_TREE, words: [[224, word(0)]] },
  'version-1-tree-lower-than-its-canopy': { key: VERSION_1_TREE, words: [[224, word(1)]] },
  'version-1-tree-without-changes': { key: VERSION_1_TREE, words: [[304, word(0)]] },
  'version-1-tree-without-roots': { key: VERSION_1_TREE, words: [[336, word(0)]] },
  'queue-ends-behind-an-empty-list': { key: QUEUE, words: [[3_968, word(0)]], size: 3_976 },
  'queue-list-full': {
    key: QUEUE,
    words: [
      [VALUES, word(50)],
      [HASH_CHAINS_OF_VALUES, word(5)],
    ],
  },
  'queue-second-list-full': { key: QUEUE, words: [[OTHER_VALUES, word(50)]] },
  'queue-list-longer-than-room': {
    key: QUEUE,
    words: [
      [VALUES, word(51)],
      [OTHER_VALUES, word(51)],
      [HASH_CHAINS_OF_VALUES, word(6)],
    ],
  },
};

const says = (does: string, outcome: Outcome): Attempt => ({
  does,
  aims: [],
  comes: invokeCpi(outcome),
  note: 'The bytes of the account are changed beforehand: neither program leaves it so by InvokeCpi.',
});

export const LIST_ATTEMPTS: Attempts = {
  'context-list-full': says('a context one of whose lists is full, written anew', 'accepted'),
  'context-list-longer-than-room': says(
    'a context one of whose lists is longer than its room, written anew',
    '15013',
  ),
  'tree-list-full': says('a tree one of whose lists is full, or has one root', 'accepted'),
  'tree-list-longer-than-room': says('a tree one of whose lists is longer than its room', '15013'),
  'tree-root-behind-its-list': says('a tree whose root is behind its list of roots', '15014'),
  'tree-ends-behind-an-empty-list': says('a tree that ends behind a last list without room', 'accepted'),
  'address-tree-ends-behind-an-empty-list': says(
    'an address tree that ends behind a last list without room',
    'accepted',
  ),
  'tree-ends-before-empty-filters': says('a tree that ends where its bloom filters of no bytes are', '15004'),
  'address-tree-ends-before-empty-filters': says(
    'an address tree that ends where its bloom filters of no bytes are',
    '15004',
  ),
  'version-1-tree-without-height': says('a tree of version 1 that says it has no height', '10002'),
  'version-1-tree-lower-than-its-canopy': says(
    'a tree of version 1 that says it is lower than its canopy',
    '10003',
  ),
  'version-1-tree-without-changes': says('a tree of version 1 that says it has room for no changes', '10004'),
  'version-1-tree-without-roots': says('a tree of version 1 that says it has room for no roots', '10005'),
  'queue-ends-behind-an-empty-list': says('a queue that ends behind a last list without room', 'accepted'),
  'queue-list-full': says(
    'a queue whose list of values or of hash chains is full',
    'account-compression:15001',
  ),
  'queue-second-list-full': says('a queue whose second list of values is full', 'accepted'),
  'queue-list-longer-than-room': says('a queue one of whose lists is longer than its room', '15013'),
};
