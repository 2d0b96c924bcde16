// Valid plans that spend from several trees at once: outputs in two or three queues, then all of them as inputs, in any order.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation, OutputAccount } from '../../spec/plan';
import { TREE_COUNT } from '../../spec/world';
import { inputSpending, outputOf, plainOutput, type OutputDraft } from '../entries';
import { invocation, transactionOf, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData } from '../values';

const trees = fc.uniqueArray(fc.integer({ min: 1, max: TREE_COUNT }), { minLength: 2, maxLength: 3 });

/** An output with data, in one of the trees; the key says when it is spent among the others. */
type Draft = { readonly data: OutputDraft['data']; readonly at: number; readonly key: number };
const drafts = fc.array(fc.record({ data: accountData, at: fc.nat(2), key: fc.nat(1000) }), {
  minLength: 2,
  maxLength: 4,
});

const ofTree = (tree: number): readonly AccountMeta[] =>
  [`queue:${tree}` as const, `tree:${tree}` as const].map((key) => ({ key, signer: false, writable: true }));

/** Each tree's queue in front of it, whatever the setting's own tree is. */
const listing = (only: Invocation, list: readonly number[]): Invocation => ({
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
      const draft = { data, stranger: 'wallet:0', lamports: 0n, address: null } as const;
      return { output: { ...outputOf(draft, where), treeIndex: 2 * place }, place, key };
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

/** A transaction that creates in several queues, and one that spends all of it, with outputs to the first. */
export const spendSeveral = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), trees, drafts, after: fc.array(plainOutput, { maxLength: 2 }) })
    .map(({ where, trees: list, drafts: all, after }) => {
      const before = placed(where, list.slice(0, all.length), all);
      const create = invocation({
        setting: where,
        flags: 'none',
        data: { outputs: before.map(({ output }) => output) },
      });
      const outputs = after.map((draft) => ({ ...outputOf(draft, where), treeIndex: 0 }));
      const consume = invocation({
        setting: where,
        flags: 'none',
        data: { inputs: inputsOf(where, before), outputs },
      });
      const transactions = [create, consume].map((one) => transactionOf(where.payer, listing(one, list)));
      return {
        kind: 'spend-several',
        plan: { accounts: [], transactions },
        target: { transaction: 1, instruction: 0 },
      };
    });
