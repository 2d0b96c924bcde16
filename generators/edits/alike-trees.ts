// One more output, to a tree whose address differs in one byte from that of the output before, so that neither is ever taken for the other.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import { takesOutputs, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { PLAIN_DATA } from '../entries';
import { missedByte } from '../near';
import { targetOf, withTarget } from '../scenario';
import { oneInThree } from '../values';

/** Nothing changes where the last output has no proper tree or queue, or where a context has one tree for all. */
const besideNear =
  (byte: number): Mutation =>
  (scenario) => {
    const target = targetOf(scenario);
    const { accounts, data } = target;
    const listed = accounts.slice(fixedSlotsOf(target));
    const last = data.outputs.at(-1);
    const tree = listed[last?.treeIndex ?? -1];
    if (data.cpiContext !== null || last === undefined || tree === undefined || !takesOutputs(tree.key))
      return scenario;
    const near = { ...tree, key: `near:${byte}:${tree.key}` as KeyRole };
    const kept = { ...last, lamports: 0n, address: null, data: last.data === null ? null : PLAIN_DATA };
    return withTarget(scenario, (invocation) => ({
      ...invocation,
      accounts: [...accounts, near],
      data: { ...data, outputs: [...data.outputs, { ...kept, treeIndex: listed.length }] },
    }));
  };

/** Behind the last of the target's own outputs, and of the same owner; without lamports and address. */
export const nearTree: fc.Arbitrary<Mutation> = missedByte.map(besideNear);

const AS_IT_IS: Mutation = (scenario) => scenario;

/** The same in one of three plans. */
export const alikeTrees: fc.Arbitrary<Mutation> = fc
  .tuple(oneInThree, nearTree)
  .map(([isAdded, add]) => (isAdded ? add : AS_IT_IS));
