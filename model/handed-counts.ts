// What an execution tells account-compression beside the leaves: which trees it is about, how far they were, and counts.
import type { WorldFacts } from '../spec/facts';
import type { HandedAddress, HandedHead, HandedSequence, HandedSequences } from '../spec/handed';
import { isAddressTree, isV1, isV2AddressTree, stateTreeOf, type KeyRole } from '../spec/world';
import { askedIn, derivedIn } from './address';
import { leafOutputs, type View } from './view';

const NOBODY: KeyRole = 'unknown:';

/** What an index among the remaining accounts names. */
export const keyAt = ({ remaining }: View, index: number): KeyRole => remaining[index]?.key ?? NOBODY;

/** Kinds of trees by number, in the public definition. */
const KIND = { stateV1: 1n, stateV2: 3n, addressV2: 4n } as const;
/** The address of 32 zero bytes, which stands where a tree has no queue. */
const NO_QUEUE: KeyRole = 'solana-system';

const distinct = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** There is room for as many as there are entries or remaining accounts, whichever is less; what is left stays empty. */
const inRoom = (
  found: readonly HandedSequence[],
  { remaining }: View,
  entries: number,
): readonly (HandedSequence | null)[] => {
  const room = Math.min(remaining.length, entries);
  return Array.from({ length: room }, (_, at) => found[at] ?? null);
};

/** The next append is a v1 tree's next change. */
const ofOutput = (key: KeyRole, facts: WorldFacts): HandedSequence => {
  const tree = stateTreeOf(key) ?? key;
  const sequence = facts.sequenceOf(key);
  return isV1(key)
    ? { tree, queue: tree, kind: KIND.stateV1, sequence: sequence + 1n }
    : { tree, queue: key, kind: KIND.stateV2, sequence };
};

const ofInput = (tree: KeyRole, facts: WorldFacts): readonly HandedSequence[] =>
  isV1(tree)
    ? []
    : [
        {
          tree,
          queue: tree.replace('tree:', 'queue:') as KeyRole,
          kind: KIND.stateV2,
          sequence: facts.sequenceOf(tree),
        },
      ];

const ofAddress = (tree: KeyRole, facts: WorldFacts): HandedSequence => ({
  tree,
  queue: NO_QUEUE,
  kind: KIND.addressV2,
  sequence: facts.sequenceOf(tree),
});

/** Each tree or queue once, in the order in which entries name it. */
export const sequencesOf = (view: View, facts: WorldFacts): HandedSequences => {
  const [outputs, inputs, asked] = [leafOutputs(view), view.combined.inputs, askedIn(view)];
  const targets = distinct(outputs.map(({ treeIndex }) => keyAt(view, treeIndex)));
  const sources = distinct(inputs.map(({ treeIndex }) => keyAt(view, treeIndex)));
  const trees = distinct(asked.flatMap(({ tree }) => tree ?? [])).filter(isV2AddressTree);
  return {
    outputs: inRoom(
      targets.map((key) => ofOutput(key, facts)),
      view,
      outputs.length,
    ),
    inputs: inRoom(
      sources.flatMap((tree) => ofInput(tree, facts)),
      view,
      inputs.length,
    ),
    addresses: inRoom(
      trees.map((tree) => ofAddress(tree, facts)),
      view,
      asked.length,
    ),
  };
};

/** The new addresses, each with its tree; a v2 tree is its own queue. */
export const addressesOf = (view: View): readonly HandedAddress[] => {
  const derived = derivedIn(view);
  return askedIn(view).map(({ address, tree = NOBODY }, at) => ({
    address: derived?.[at] ?? '',
    tree,
    queue: keyAt(view, address.queueIndex),
  }));
};

/** The instruction's discriminator. */
const INSERT_INTO_QUEUES = 'b48f9f99232ef8a3';
/** That of the system program's own authority. */
const AUTHORITY_BUMP = 255;

/** Trees and queues of addresses are handed on in front of those of outputs. */
export const headOf = (view: View): HandedHead => {
  const asked = askedIn(view);
  return {
    instruction: INSERT_INTO_QUEUES,
    isWhole: true,
    invokedByProgram: 1,
    bump: AUTHORITY_BUMP,
    queues: distinct(view.combined.inputs.map(({ queueIndex }) => queueIndex)).length,
    outputQueues: distinct(leafOutputs(view).map(({ treeIndex }) => treeIndex)).length,
    firstOutputQueue:
      leafOutputs(view).length === 0
        ? 0
        : distinct(asked.flatMap(({ address: { queueIndex, treeIndex } }) => [queueIndex, treeIndex])).length,
    addressQueues: asked.length === 0 ? 0 : view.remaining.filter(({ key }) => isAddressTree(key)).length,
  };
};
