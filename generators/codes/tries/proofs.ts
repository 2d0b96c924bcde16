// Attempts with proofs: without use, missing, wrong, of trees of several heights; and with addresses that need one.
import fc from 'fast-check';
import type { NewAddress } from '../../../spec/plan';
import { PROGRAM_OWNER_AT } from '../../../spec/attempts/proofs';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { targetOf, withData } from '../../scenario';
import { fieldHex, hex, proofHex } from '../../values';
import {
  all,
  before,
  firstInput,
  firstOutput,
  newAddresses,
  remainingKey,
  someProgram,
  withMore,
  writable,
  distanceBehind,
  pastAll,
} from '../change';
import type { Tries } from '../try';

const proven =
  (proof: string | null): Mutation =>
  (s) =>
    withData(s, () => ({ proof }));
const byProof = firstInput({ proveByIndex: false, rootIndex: 0 });

/** Offset of the height in a batched tree, whose low byte holds it. */
const TREE_HEIGHT = 248;

const V1: readonly KeyRole[] = ['tree:6', 'queue:6'];
/** A second input, in a tree of version 1. */
const andOfVersion1: Mutation = withMore(
  V1.map(writable),
  (index) => (s) =>
    withData(s, ({ inputs: [one] }) => ({
      inputs:
        one === undefined
          ? []
          : [one, { ...one, treeIndex: index, queueIndex: index + 1, proveByIndex: false, leafOffset: 0 }],
    })),
);

/** The first and only new address, at this index or these. */
const addressAt = (seed: string, treeIndex: number, queueIndex = treeIndex): NewAddress => ({
  seed,
  treeIndex,
  queueIndex,
  rootIndex: 0,
});

/** A new address in the batched address tree behind the list. */
export const inAddressTree = (seed: string, more: Partial<NewAddress> = {}): Mutation =>
  withMore([writable('address-tree')], (index) => newAddresses({ ...addressAt(seed, index), ...more }));

const inVersion1 = (seed: string, queue: (index: number) => number): Mutation =>
  withMore([writable('address-tree-v1'), writable('address-queue-v1')], (index) =>
    newAddresses(addressAt(seed, index, queue(index))),
  );

/** The sibling's form of one assigned address: seed, indices, flag and index of an output. */
const assignedBehind = (seed: string, output: number): string =>
  `01000000${seed}0202000001${output.toString(16).padStart(2, '0')}`;

const ofOneProgram = (key: KeyRole, program: string): Mutation =>
  before(() => ({ key, patches: [{ offset: PROGRAM_OWNER_AT[key] ?? 0, hex: program }] }));

export const PROOF_TRIES: Tries = {
  'proof-without-use': { base: 'create', edit: proofHex.map(proven) },
  'proof-missing': { base: 'spend', edit: fc.constant(byProof) },
  'proof-wrong': { base: 'spend', edit: proofHex.map((proof) => all(byProof, proven(proof))) },
  'proof-for-several': {
    base: 'spend-two-trees',
    edit: proofHex.map((proof) =>
      all(
        (s) =>
          withData(s, ({ inputs }) => ({ inputs: inputs.map((one) => ({ ...one, proveByIndex: false })) })),
        proven(proof),
      ),
    ),
  },
  'proof-of-two-heights': {
    base: 'spend',
    edit: proofHex.map((proof) => all(byProof, andOfVersion1, proven(proof))),
  },
  'proof-of-unknown-height': {
    base: 'spend',
    edit: fc.tuple(proofHex, fc.integer({ min: 1, max: 25 })).map(([proof, height]) =>
      all(
        byProof,
        proven(proof),
        before((s) => ({
          key: remainingKey(s, 'tree:'),
          patches: [{ offset: TREE_HEIGHT, hex: height.toString(16).padStart(2, '0') }],
        })),
      ),
    ),
  },
  'address-trees-of-two-heights': {
    base: 'create',
    edit: fc.tuple(hex(32), proofHex).map(([seed, proof]) =>
      all(
        withMore(
          [writable('address-tree'), writable('address-tree-v1'), writable('address-queue-v1')],
          (index) => newAddresses(addressAt(seed, index), addressAt(seed, index + 1, index + 2)),
        ),
        proven(proof),
      ),
    ),
  },
  'address-without-proof': { base: 'create', edit: hex(32).map((seed) => inAddressTree(seed)) },
};

export const ADDRESS_TRIES: Tries = {
  'output-with-address': { base: 'create', edit: fieldHex.map((address) => firstOutput({ address })) },
  'address-in-a-state-tree': {
    base: 'create',
    edit: fc.tuple(hex(32), fc.nat(1)).map(([seed, at]) => newAddresses(addressAt(seed, at))),
  },
  'address-of-version-1-without-queue': {
    base: 'create',
    edit: hex(32).map((seed) => inVersion1(seed, () => 0)),
  },
  'address-queue-out-of-range': {
    base: 'create',
    edit: fc
      .tuple(hex(32), distanceBehind)
      .map(([seed, distance]) => inVersion1(seed, (tree) => tree + 2 + distance)),
  },
  'address-tree-out-of-range': {
    base: 'create',
    edit: hex(32).chain((seed) => pastAll((tree) => newAddresses(addressAt(seed, tree)))),
  },
  'address-tree-of-one-program': {
    base: 'create',
    edit: fc
      .tuple(hex(32), someProgram)
      .map(([seed, program]) => all(inAddressTree(seed), ofOneProgram('address-tree', program))),
  },
  'address-tree-of-version-1-of-one-program': {
    base: 'create',
    edit: fc.tuple(hex(32), someProgram).map(([seed, program]) =>
      all(
        inVersion1(seed, (index) => index + 1),
        ofOneProgram('address-tree-v1', program),
      ),
    ),
  },
  'assigned-out-of-range': {
    base: 'create',
    edit: fc.tuple(hex(32), distanceBehind).map(([seed, distance]): Mutation => (scenario) => {
      const assignedTo = targetOf(scenario).data.outputs.length + distance;
      return inAddressTree(seed, { assignedTo })(scenario);
    }),
  },
  'assigned-without-address': {
    base: 'create',
    edit: hex(32).map((seed) => inAddressTree(seed, { assignedTo: 0 })),
  },
  'assigned-to-another-address': {
    base: 'create',
    edit: fc
      .tuple(hex(32), fieldHex)
      .map(([seed, address]) => all(firstOutput({ address }), inAddressTree(seed, { assignedTo: 0 }))),
  },
  'assigned-behind': {
    base: 'create',
    edit: fc.tuple(hex(32), fc.nat(255)).map(
      ([seed, output]) =>
        (s) =>
          withData(s, () => ({ tail: assignedBehind(seed, output) })),
    ),
  },
};
