// Now and then two outputs in a row whose owners differ in one byte alone, so that the hash of one owner is never taken for the other's.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { OutputAccount } from '../../spec/plan';
import { takesOutputs, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { missedByte } from '../near';
import { targetOf, withData, type Scenario } from '../scenario';
import { oneInThree, payer, wallet } from '../values';

/** Without data, so that any owner will do; its lamports stay. */
const owned = (output: OutputAccount, owner: KeyRole): OutputAccount => ({ ...output, owner, data: null });

/** Behind the last output, to the same account as that one. */
const oneMore = (scenario: Scenario): OutputAccount => {
  const target = targetOf(scenario);
  const listed = target.accounts.slice(fixedSlotsOf(target));
  const first = Math.max(
    0,
    listed.findIndex(({ key }) => takesOutputs(key)),
  );
  const treeIndex = target.data.outputs.at(-1)?.treeIndex ?? first;
  return { owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex };
};

/** The first of the pair among so many outputs. */
type Pair = { readonly owners: readonly [KeyRole, KeyRole]; readonly at: number };

const paired =
  ({ owners: [one, other], at }: Pair): Mutation =>
  (scenario) =>
    withData(scenario, ({ outputs }) => {
      const missing = Array.from({ length: Math.max(0, 2 - outputs.length) }, () => oneMore(scenario));
      const all = [...outputs, ...missing];
      const first = at % (all.length - 1);
      return {
        outputs: all.map((output, position) => {
          if (position === first) return owned(output, one);
          return position === first + 1 ? owned(output, other) : output;
        }),
      };
    });

const MOST = 12;
const pair: fc.Arbitrary<Pair> = fc
  .record({
    right: fc.oneof(wallet, payer),
    byte: missedByte,
    isNearFirst: fc.boolean(),
    at: fc.nat(MOST),
  })
  .map(({ right, byte, isNearFirst, at }) => {
    const near = `near:${byte}:${right}` as KeyRole;
    return { owners: isNearFirst ? [near, right] : [right, near], at };
  });

const AS_IT_IS: Mutation = (scenario) => scenario;

/** Of the target's own outputs; it gets as many as two where it has fewer. */
export const alikeOwners: fc.Arbitrary<Mutation> = fc
  .tuple(oneInThree, pair)
  .map(([isPaired, drawn]) => (isPaired ? paired(drawn) : AS_IT_IS));

/** The same where there may be room for no more outputs. */
export const alikeOwnersOfMany: fc.Arbitrary<Mutation> = alikeOwners.map(
  (mutate): Mutation =>
    (scenario) =>
      targetOf(scenario).data.outputs.length < 2 ? scenario : mutate(scenario),
);
