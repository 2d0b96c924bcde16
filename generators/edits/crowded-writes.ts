// Now and then a write that brings many entries, up to what the context has room for, and points at accounts far back in its list.
import fc from 'fast-check';
import { CAPACITY } from '../../spec/cpi-context';
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta, InvokeData } from '../../spec/plan';
import type { Mutation } from '../edit';
import { inputOf, outputOf, storedInput, storedOutput, type InputDraft, type OutputDraft } from '../entries';
import { targetOf, withData, withTarget, type Scenario } from '../scenario';
import { oneInThree } from '../values';
import { farLeaves } from './far-leaves';
import { isTreeFirst, roomFor } from './limits/beyond';

/** So many copies of tree and queue at most: indices need six bits then. */
const MOST_PAIRS = 16;

type Crowd = {
  readonly isCrowded: boolean;
  readonly inputs: readonly InputDraft[];
  readonly outputs: readonly OutputDraft[];
  /** How many of each kind, where there is room for so many. */
  readonly counts: { readonly inputs: number; readonly outputs: number };
  readonly pairs: number;
};

const MOST_BYTES = 8;
const short = (draft: OutputDraft): OutputDraft => {
  const { data } = draft;
  if (data === null) return draft;
  return { ...draft, data: { ...data, bytes: { ...data.bytes, length: data.bytes.length % MOST_BYTES } } };
};

const countOf = (limit: number): fc.Arbitrary<number> => fc.oneof(fc.nat(3), fc.nat(limit));

const crowd: fc.Arbitrary<Crowd> = fc.record({
  isCrowded: oneInThree,
  inputs: fc.array(storedInput, { minLength: 1, maxLength: 3 }),
  outputs: fc.array(storedOutput.map(short), { minLength: 1, maxLength: 3 }),
  counts: fc.record({ inputs: countOf(CAPACITY.inputs), outputs: countOf(CAPACITY.outputs) }),
  pairs: fc.nat(MOST_PAIRS),
});

const remainingIn = (scenario: Scenario): readonly AccountMeta[] => {
  const target = targetOf(scenario);
  return target.accounts.slice(fixedSlotsOf(target));
};

/** Tree and queue of one v2 tree, and nothing else. */
const isPair = (remaining: readonly AccountMeta[]): boolean =>
  remaining.length === 2 &&
  remaining.some(({ key }) => key.startsWith('tree:')) &&
  remaining.some(({ key }) => key.startsWith('queue:'));

/** The list with its two remaining accounts once more, so many times. */
const withPairs = (scenario: Scenario, pairs: number): Scenario => {
  const pair = remainingIn(scenario);
  return withTarget(scenario, (invocation) => ({
    ...invocation,
    accounts: [...invocation.accounts, ...Array.from({ length: pairs }, () => pair).flat()],
  }));
};

const entries =
  (name: 'inputs' | 'outputs') =>
  (data: InvokeData): number =>
    data[name].length;

/** The drafts in turn, each with what its position is. */
const inTurn = <T, R>(
  drafts: readonly T[],
  count: number,
  make: (draft: T, position: number) => R,
): readonly R[] =>
  Array.from({ length: count }, (_, position) => make(drafts[position % drafts.length] as T, position));

/** Two accounts further with each pair, so that tree and queue stay what they are. */
const further = (position: number, pairs: number): number => 2 * ((pairs + position * 5) % (pairs + 1));

const crowding = (scenario: Scenario, { inputs, outputs, counts, pairs }: Crowd): Scenario => {
  const where = { caller: targetOf(scenario).caller, treeFirst: isTreeFirst(scenario), tree: 1 };
  const room = (name: 'inputs' | 'outputs'): number =>
    Math.max(0, Math.min(counts[name], roomFor(scenario, CAPACITY[name], entries(name))));
  const moreInputs = inTurn(inputs, room('inputs'), (draft, position) => {
    const input = inputOf(draft, where);
    const by = further(position, pairs);
    return { ...input, treeIndex: input.treeIndex + by, queueIndex: input.queueIndex + by };
  });
  const moreOutputs = inTurn(outputs, room('outputs'), (draft, position) => {
    const output = outputOf(draft, where);
    return { ...output, treeIndex: output.treeIndex + further(position, pairs) };
  });
  return withData(withPairs(scenario, pairs), (data) => ({
    inputs: [...data.inputs, ...moreInputs],
    outputs: [...data.outputs, ...moreOutputs],
  }));
};

/** Nothing is another where the write lists no tree with its queue. */
const crowdedWrites: fc.Arbitrary<Mutation> = crowd.map(
  (drawn): Mutation =>
    (scenario) =>
      drawn.isCrowded && isPair(remainingIn(scenario)) ? crowding(scenario, drawn) : scenario,
);

/** What a write brings that a few entries at small numbers do not show. */
export const farOrCrowded: fc.Arbitrary<Mutation> = fc.tuple(farLeaves, crowdedWrites).map(
  ([far, crowded]): Mutation =>
    (scenario) =>
      far(crowded(scenario)),
);
