// Where accounts that are made shorter end, for the attempts about it: found by trying every size on 0.28.3.

/** From the first size to the last. */
export type Ends = readonly (readonly [from: number, to: number])[];
type Cut = { readonly key: RegExp; readonly ends: Ends };

const QUEUE = /^queue:[1-5]$/;
const TREE = /^tree:[1-5]$/;
const ADDRESS_TREE = /^address-tree$/;
const VERSION_1_TREE = /^tree:6$/;
const VERSION_1_QUEUE = /^queue:6$/;

const BATCHED = {
  type: [[8, 15]],
  header: [[16, 679]],
  lists: [
    [680, 7_103],
    [47_104, 47_455],
  ],
  filters: [[7_104, 47_103]],
} as const;

/** By the name of the attempt; which account it cuts. */
export const CUTS: Readonly<Record<string, Cut>> = {
  'queue-ends-in-its-header': { key: QUEUE, ends: [[8, 551]] },
  'queue-ends-in-its-lists': { key: QUEUE, ends: [[552, 4_135]] },
  'tree-ends-in-its-type': { key: TREE, ends: BATCHED.type },
  'tree-ends-in-its-header': { key: TREE, ends: BATCHED.header },
  'tree-ends-in-its-lists': { key: TREE, ends: BATCHED.lists },
  'tree-ends-in-its-filters': { key: TREE, ends: BATCHED.filters },
  'address-tree-ends-in-its-header': { key: ADDRESS_TREE, ends: BATCHED.header },
  'address-tree-ends-in-its-lists': { key: ADDRESS_TREE, ends: BATCHED.lists },
  'address-tree-ends-in-its-filters': { key: ADDRESS_TREE, ends: BATCHED.filters },
  'version-1-tree-ends-in-its-header': { key: VERSION_1_TREE, ends: [[8, 223]] },
  'version-1-tree-ends-in-its-lists': { key: VERSION_1_TREE, ends: [[224, 1_364_287]] },
  'version-1-queue-ends-in-its-header': { key: VERSION_1_QUEUE, ends: [[8, 231]] },
};
