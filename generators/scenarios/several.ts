// Valid plans that spend from several trees, or many inputs at once: outputs in one to three queues, then all of them as inputs, in any order.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation, OutputAccount } from '../../spec/plan';
import { TREE_COUNT } from '../../spec/world';
import { inputSpending, outputOf, plainOutput, type OutputDraft } from '../entries';
import { invocation, MOST_AT_ONCE, transactionOf, type Setting } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData } from '../values';

const SEVERAL_TREES = 3;
/** State trees that differ. */
export const differentTrees = (minLength: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max: TREE_COUNT }), { minLength, maxLength: SEVERAL_TREES });

/** An output with data, in one of the trees; the key says when it is spent among the others. */
type Draft = { readonly data: OutputDraft['data']; readonly at: number; readonly key: number };
const draft = fc.record({ data: accountData, at: fc.nat(2), key: fc.nat(1000) });

const ofTree = (tree: number): readonly AccountMeta[] =>
  [`queue:${tree}` as const, `tree:${tree}` as const].map((key) => ({ key, signer: false, writable: true }));

/** Each tree's queue in front of it, whatever the setting's own tree is. */
export const listing = (only: Invocation, list: readonly number[]): Invocation => ({
  ...only,
  accounts: [...only.accounts.slice(0, FIXED_SLOTS), ...list.flatMap(ofTree)],
});

type Placed = { readonly output: OutputAccount; readonly place: number; readonly key: number };

/** In the order of the queues; every tree has one at least. */
const placed = (where: Setting, list: readonly number[], all: readonly Draft[]): readonly Placed[] =>
  all
    .map(({ data, at, key }, position) => ({
      data,
      key,
      place: position < list.length ? position : at % list.length,
    }))
    .map(({ data, key, place }) => {
      const bare = { data, stranger: 'wallet:0', lamports: 0n, address: null } as const;
      return { output: { ...outputOf(bare, where), treeIndex: 2 * place }, place, key };
    })
    .sort((a, b) => a.place - b.place);

const inputsOf = (where: Setting, all: readonly Placed[]) =>
  all
    .map(({ output, place, key }, position) => {
      const leafOffset = position - all.findIndex((other) => other.place === place);
      const input = inputSpending(output, leafOffset, where);
      return { key, input: { ...input, queueIndex: 2 * place, treeIndex: 2 * place + 1 } };
    })
    .toSorted((a, b) => a.key - b.key)
    .map(({ input }) => input);

type Parts = {
  readonly where: Setting;
  readonly trees: readonly number[];
  readonly drafts: readonly Draft[];
  readonly after: readonly OutputDraft[];
};

const spendingAll = (kind: ScenarioKind, { where, trees: list, drafts, after }: Parts): Scenario => {
  const before = placed(where, list.slice(0, drafts.length), drafts);
  const create = invocation({
    setting: where,
    flags: 'none',
    data: { outputs: before.map(({ output }) => output) },
  });
  const outputs = after.map((bare) => ({ ...outputOf(bare, where), treeIndex: 0 }));
  const consume = invocation({
    setting: where,
    flags: 'none',
    data: { inputs: inputsOf(where, before), outputs },
  });
  const transactions = [create, consume].map((one) => transactionOf(where.payer, listing(one, list)));
  return { kind, plan: { accounts: [], transactions }, target: { transaction: 1, instruction: 0 } };
};

const after = fc.array(plainOutput, { maxLength: 2 });

/** A transaction that creates in several queues, and one that spends all of it, with outputs to the first. */
export const spendSeveral = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      trees: differentTrees(2),
      drafts: fc.array(draft, { minLength: 2, maxLength: 4 }),
      after,
    })
    .map((parts) => spendingAll('spend-several', parts));

const MANY = 4;
/** As many as there can be in every other plan, so that a loop that ends early is seen. */
const many = fc.oneof(fc.constant(MOST_AT_ONCE), fc.integer({ min: MANY, max: MOST_AT_ONCE }));

/** The same with four to ten inputs, from one tree mostly. */
export const spendMany = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      trees: fc.oneof(differentTrees(1), differentTrees(SEVERAL_TREES)),
      drafts: many.chain((count) => fc.array(draft, { minLength: count, maxLength: count })),
      after,
    })
    .map((parts) => spendingAll('spend-many', parts));
