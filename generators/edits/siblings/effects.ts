// Edits about what calls of the sibling instructions leave in a context, what SOL they move, and what their lamports come to.
import { fixedSlotsOf } from '../../../spec/layouts';
import type { Invocation, OutputAccount } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { PLAIN_DATA } from '../../entries';
import { EXECUTE_FULL, targetOf, withData, type SiblingBase } from '../../scenario';
import { begunAnew, endingFull, FULL_KINDS } from '../../scenarios/emptied';
import { farOrCrowded } from '../crowded-writes';
import { onlySpending } from '../effects';
import { setFlags } from '../flags';
import { keepAll } from '../sol/parts';
import { less } from '../sol/sums';
import { always, EXECUTIONS, type Draft } from './draft';

/** An output of the caller, into the first queue that is listed. */
function outputOf(target: Invocation): OutputAccount {
  const listed = target.accounts.slice(fixedSlotsOf(target));
  const queue = listed.findIndex(({ key }) => key.startsWith('queue:'));
  const owner: KeyRole = `program:${target.caller}`;
  return { owner, lamports: 0n, address: null, data: PLAIN_DATA, treeIndex: Math.max(0, queue) };
}

/** At least one entry of its own: a write that brings nothing may be refused for that. */
const withSomeOutput: Mutation = (scenario) =>
  withData(scenario, ({ outputs, inputs }) =>
    outputs.length + inputs.length > 0 ? {} : { outputs: [outputOf(targetOf(scenario))] },
  );

/** At least one output of its own. */
export const withAnyOutput: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) =>
    outputs.length > 0 ? {} : { outputs: [outputOf(targetOf(scenario))] },
  );

/** An amount of 0 is none here, and asks for other slots: one lamport stays of it. */
const lessOut = less.map((mutate): Mutation => (scenario) => {
  const edited = mutate(scenario);
  const { compressOrDecompressLamports: amount } = targetOf(edited).data;
  return amount === 0n ? withData(scenario, () => ({ compressOrDecompressLamports: 1n })) : edited;
});

/** An execution that reads has a way of its own, and comes three times as often as others. */
const READING_TOO: readonly SiblingBase[] = ['execute-read', 'execute-read'];
/** One context of three was full. */
const FULL_TOO: readonly SiblingBase[] = Array<SiblingBase>(4).fill(EXECUTE_FULL);
const MOVING_IN_CONTEXTS: readonly SiblingBase[] = ['execute-compress', 'execute-decompress'];
const MOVING: readonly SiblingBase[] = ['compress', 'decompress', ...MOVING_IN_CONTEXTS];

export const EFFECT_DRAFTS: readonly Draft[] = [
  {
    name: 'first-set-clears',
    bases: ['set'],
    prepare: withSomeOutput,
    mutation: always(setFlags('first-set')),
  },
  {
    name: 'first-set-clears',
    bases: ['set'],
    besides: farOrCrowded,
    // Without a twin, which would go wrong in the same way and leave nothing to say.
    prepare: (s) => setFlags('first-set')(withSomeOutput(s)),
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'first-set-clears',
    bases: FULL_KINDS,
    prepare: (s) => begunAnew(endingFull(s)),
    mutation: always((s) => s),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'execute-clears',
    bases: [...EXECUTIONS, ...READING_TOO, 'execute-own', ...MOVING_IN_CONTEXTS, ...FULL_TOO],
    mutation: always(keepAll),
    isShown: true,
    isAlone: true,
  },
  {
    name: 'execute-clears',
    bases: ['execute-spend', 'execute-own', 'execute-many'],
    prepare: onlySpending,
    mutation: always(keepAll),
    isShown: true,
    isAlone: true,
  },
  { name: 'sol-moved', bases: MOVING, mutation: always(keepAll), isShown: true, isAlone: true },
  { name: 'less-out-than-in', bases: ['transfer', ...MOVING], mutation: lessOut },
];
