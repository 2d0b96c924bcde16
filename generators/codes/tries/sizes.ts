// Attempts with trees and queues that end before they should, and with lists that are full or longer than their room.
import fc from 'fast-check';
import { CUTS, type Ends } from '../../../spec/attempts/ends';
import { SAID } from '../../../spec/attempts/lists';
import { SLOT } from '../../../spec/invoke-cpi';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { appended, before, remainingKey, writable } from '../change';
import { targetOf, type Scenario } from '../../scenario';
import type { BaseName } from '../base';
import type { Tries, Try } from '../try';

/** Mostly where another error begins: there a bound that is one off shows. */
const sizeIn = (ends: Ends): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ends.flat()) },
    { weight: 1, arbitrary: fc.oneof(...ends.map(([min, max]) => fc.integer({ min, max }))) },
  );

const ofPlan =
  (kind: 'queue:' | 'tree:') =>
  (size: number): Mutation =>
    before((s) => ({ key: remainingKey(s, kind), size }));

const besides =
  (key: KeyRole) =>
  (size: number): Mutation =>
    before(() => ({ key, size }));

/** Any remaining account is read, whether an entry points at it or not. */
const withOne = (key: KeyRole): Mutation => appended(writable(key));

const cut = (name: string, at: (size: number) => Mutation): fc.Arbitrary<Mutation> =>
  sizeIn(CUTS[name]?.ends ?? []).map(at);

const QUEUE = ['queue-ends-in-its-header', 'queue-ends-in-its-lists'];
const TREE = ['type', 'header', 'lists', 'filters'].map((part) => `tree-ends-in-its-${part}`);
const ADDRESS_TREE = ['header', 'lists', 'filters'].map((part) => `address-tree-ends-in-its-${part}`);

const all = (names: readonly string[], make: (name: string) => Try): Tries =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

const contextKey = (s: Scenario): KeyRole =>
  targetOf(s).accounts[SLOT.cpi_context_account]?.key ?? 'context:1';
const KEYS: readonly (readonly [prefix: string, base: BaseName, keyOf: (s: Scenario) => KeyRole])[] = [
  ['context-', 'first-set', contextKey],
  ['tree-', 'create', (s) => remainingKey(s, 'tree:')],
  ['address-tree-', 'create', () => 'address-tree'],
  ['version-1-tree-', 'create', () => 'tree:6'],
  ['queue-', 'create', (s) => remainingKey(s, 'queue:')],
];

/** Accounts that are not among those of the plan. */
const BESIDES: Readonly<Record<string, KeyRole>> = {
  'address-tree-': 'address-tree',
  'version-1-tree-': 'tree:6',
};

/** One word that the account says beforehand. */
const SAID_TRIES: Tries = Object.fromEntries(
  Object.entries(SAID).flatMap(([name, { words, size }]) =>
    KEYS.filter(([start]) => name.startsWith(start)).map(([prefix, baseName, keyOf]): [string, Try] => [
      name,
      {
        base: baseName,
        ...(prefix in BESIDES && { prepare: withOne(BESIDES[prefix] ?? 'noop') }),
        edit: fc.constantFrom(...words).map(([offset, hex]) =>
          before((s) => ({
            key: keyOf(s),
            ...(size !== undefined && { size }),
            patches: [{ offset, hex }],
          })),
        ),
      },
    ]),
  ),
);

export const SIZE_TRIES: Tries = {
  ...SAID_TRIES,
  ...all(QUEUE, (name) => ({ base: 'create', edit: cut(name, ofPlan('queue:')) })),
  ...all(TREE, (name) => ({ base: 'create', edit: cut(name, ofPlan('tree:')) })),
  ...all(ADDRESS_TREE, (name) => ({
    base: 'create',
    prepare: withOne('address-tree'),
    edit: cut(name, besides('address-tree')),
  })),
  ...all(['version-1-tree-ends-in-its-header', 'version-1-tree-ends-in-its-lists'], (name) => ({
    base: 'create',
    prepare: withOne('tree:6'),
    edit: cut(name, besides('tree:6')),
  })),
  'version-1-queue-ends-in-its-header': {
    base: 'create',
    prepare: withOne('queue:6'),
    edit: cut('version-1-queue-ends-in-its-header', besides('queue:6')),
  },
};
