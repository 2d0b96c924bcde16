// Attempts with trees and queues that are not what they have to be, are named twice, or are not there.
import fc from 'fast-check';
import { TREE_DISCRIMINATORS } from '../../../spec/initialize';
import { CALLERS, type KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { targetOf, withTarget } from '../../scenario';
import { hex } from '../../values';
import {
  appended,
  before,
  firstInput,
  inputs,
  outputs,
  remainingKey,
  slotIs,
  someProgram,
  withMore,
  writable,
  pastAll,
} from '../change';
import type { Tries } from '../try';

/** Offsets in a tree or queue of version 2: a queue's metadata begins at 8 with its owner, and program owner. */
const QUEUE_PROGRAM_OWNER = 40;
const QUEUE_NEXT_INDEX = 280;
const TREE_TYPE = 8;

const queuePatched = (offset: number, bytes: string): Mutation =>
  before((s) => ({ key: remainingKey(s, 'queue:'), patches: [{ offset, hex: bytes }] }));

const treePatched = (offset: number, bytes: string): Mutation =>
  before((s) => ({ key: remainingKey(s, 'tree:'), patches: [{ offset, hex: bytes }] }));
const queueSays = (discriminator: string): Mutation =>
  before((s) => ({ key: remainingKey(s, 'queue:'), discriminator }));

const someone = fc.constantFrom<KeyRole>('wallet:0', ...CALLERS.map((name): KeyRole => `program:${name}`));

/** One more output, in another tree behind the others. */
const secondTree: Mutation = (scenario) => {
  const number = Number(remainingKey(scenario, 'queue:').slice('queue:'.length));
  const one = targetOf(scenario).data.outputs[0];
  return withMore(
    [writable(`queue:${(number % 5) + 1}`)],
    (index) => (s) =>
      withTarget(s, (i) => ({
        ...i,
        data: { ...i.data, outputs: one === undefined ? [] : [one, { ...one, treeIndex: index }] },
      })),
  )(scenario);
};

const swapped =
  (list: 'inputs' | 'outputs'): Mutation =>
  (s) =>
    withTarget(s, (i) => ({ ...i, data: { ...i.data, [list]: i.data[list].toReversed() } }));

const remainingTwice =
  (kind: 'queue:' | 'tree:'): Mutation =>
  (s) =>
    appended(writable(remainingKey(s, kind)))(s);

const sameQueueTwice: Mutation = (s) => {
  const one = targetOf(s).data.outputs[0];
  return withMore(
    [writable(remainingKey(s, 'queue:'))],
    (index) => (t) =>
      withTarget(t, (i) => ({
        ...i,
        data: { ...i.data, outputs: one === undefined ? [] : [one, { ...one, treeIndex: index }] },
      })),
  )(s);
};

/** A queue as the only remaining account that an index can mean; no discriminator of a tree. */
const noTree = hex(7).map((digits) => `fe${digits}`);

export const TREE_TRIES: Tries = {
  'queue-of-another-owner': {
    base: 'create',
    edit: someone.map((owner) => before((s) => ({ key: remainingKey(s, 'queue:'), owner }))),
  },
  'queue-of-one-program': {
    base: 'create',
    edit: someProgram.map((program) => queuePatched(QUEUE_PROGRAM_OWNER, program)),
  },
  'queue-full': {
    base: 'create',
    edit: fc
      .constantFrom('0000000001000000', '0100000001000000')
      .map((next) => queuePatched(QUEUE_NEXT_INDEX, next)),
  },
  'tree-of-unknown-type': { base: 'create', edit: fc.constant(treePatched(TREE_TYPE, '0700000000000000')) },
  'tree-of-version-1-type': {
    base: 'create',
    edit: fc.constantFrom('0100000000000000', '0200000000000000').map((type) => treePatched(TREE_TYPE, type)),
  },
  'no-queue': {
    base: 'create',
    edit: noTree.map((discriminator) => before((s) => ({ key: remainingKey(s, 'queue:'), discriminator }))),
  },
  'queue-that-says-state-tree': {
    base: 'create',
    edit: fc.constant(queueSays(TREE_DISCRIMINATORS.stateTree)),
  },
  'queue-that-says-version-1': { base: 'create', edit: fc.constant(queueSays(TREE_DISCRIMINATORS.queue)) },
  'output-into-a-tree': {
    base: 'create',
    edit: fc.constant(outputs((output) => ({ treeIndex: 1 - output.treeIndex }))),
  },
  'input-of-a-queue': {
    base: 'spend',
    edit: fc.constant(inputs((input) => ({ treeIndex: input.queueIndex }))),
  },
  'output-index-out-of-range': {
    base: 'create',
    edit: pastAll((treeIndex) => outputs(() => ({ treeIndex }))),
  },
  'input-tree-out-of-range': { base: 'spend', edit: pastAll((treeIndex) => firstInput({ treeIndex })) },
  'input-queue-out-of-range': { base: 'spend', edit: pastAll((queueIndex) => firstInput({ queueIndex })) },
  'outputs-descend': { base: 'create', prepare: secondTree, edit: fc.constant(swapped('outputs')) },
  'inputs-descend': { base: 'spend-two-trees', edit: fc.constant(swapped('inputs')) },
  'same-queue-twice': { base: 'create', edit: fc.constant(sameQueueTwice) },
  'tree-listed-twice': {
    base: 'create',
    edit: fc.constantFrom(remainingTwice('queue:'), remainingTwice('tree:')),
  },
  'tree-pays': {
    base: 'create',
    modes: 'eleven',
    edit: fc.constant<Mutation>((s) =>
      slotIs('_unused', { key: remainingKey(s, 'tree:'), writable: true })(s),
    ),
  },
};
