// Mutations that spend what never was: another leaf, other contents, more lamports, or an account of a v1 tree by its index.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta, InputAccount, InvokeData, OutputAccount } from '../../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { anyPosition, changedAt } from '../positions';
import { targetOf, withData, withTarget, type Scenario } from '../scenario';
import { fieldHex, hex } from '../values';
import { inFirstWrite } from './flags';

type Change = (input: InputAccount) => Partial<InputAccount>;

/** Behind all leaves that the plan creates. */
const otherLeaf = fc
  .nat(200)
  .map((offset): Change => ({ leafOffset }) => ({ leafOffset: leafOffset + 4 + offset }));
const otherAddress = fieldHex.map((address): Change => () => ({ address }));
const otherHash = fieldHex.map((dataHash): Change => ({ data }) => ({
  data: data === null ? null : { ...data, dataHash },
}));
const otherDiscriminator = hex(8).map((discriminator): Change => ({ data }) => ({
  data: data === null ? null : { ...data, discriminator },
}));

const another = (changes: fc.Arbitrary<Change>) =>
  fc.tuple(anyPosition, changes).map(([at, change]) => ({ inputs }: InvokeData): Partial<InvokeData> => ({
    inputs: changedAt(inputs, at, change),
  }));

/** Somebody gets what an input says to hold besides. */
const given = (lamports: bigint, { queueIndex }: InputAccount): OutputAccount => ({
  owner: 'wallet:0',
  lamports,
  address: null,
  data: null,
  treeIndex: queueIndex,
});

const few = fc.integer({ min: 1, max: 1_000_000_000 }).map(BigInt);

/** More lamports than the account holds, and one more output that takes them. */
export const neverSoMuch = fc.tuple(anyPosition, few).map(
  ([at, extra]): Mutation =>
    (scenario) =>
      withData(scenario, ({ inputs, outputs }) => {
        const spent = inputs[at(inputs.length)];
        return spent === undefined
          ? {}
          : {
              inputs: changedAt(inputs, at, ({ lamports }) => ({ lamports: lamports + extra })),
              outputs: [...outputs, given(extra, spent)],
            };
      }),
);

const contents = fc.oneof(otherLeaf, otherHash, otherDiscriminator, otherAddress);

/** An input is another account than any that was created. */
export const neverCreated: fc.Arbitrary<Mutation> = another(contents).map(
  (change) => (scenario) => withData(scenario, change),
);

/** The same of accounts without data, and with more lamports than there are. */
export const neverCreatedBare: fc.Arbitrary<Mutation> = fc.oneof(
  another(fc.oneof(otherLeaf, otherAddress)).map(
    (change): Mutation =>
      (scenario) =>
        withData(scenario, change),
  ),
  neverSoMuch,
);

/** What the first set brings in was never created. */
export const neverCreatedInContext: fc.Arbitrary<Mutation> = another(contents).map(
  (change) => (scenario) => inFirstWrite(scenario, change),
);

const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });

/** Tree and queue behind the other accounts, and where among these they stand. */
const listing =
  (tree: number): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({
      ...invocation,
      accounts: [...invocation.accounts, writable(`tree:${tree}`), writable(`queue:${tree}`)],
    }));
const placeOf = (scenario: Scenario): Pick<InputAccount, 'treeIndex' | 'queueIndex'> => {
  const target = targetOf(scenario);
  const first = target.accounts.length - fixedSlotsOf(target);
  return { treeIndex: first, queueIndex: first + 1 };
};

const v1Tree = fc.integer({ min: TREE_COUNT + 1, max: TREE_COUNT + V1_TREE_COUNT });

const drawn = fc.tuple(anyPosition, v1Tree, fc.nat(20));

/** An input is said to be in a v1 tree, at an index that no one proves: such a tree has no output queue to find it in. */
export const inV1Tree: fc.Arbitrary<Mutation> = drawn.map(
  ([at, tree, leafOffset]): Mutation =>
    (scenario) => {
      const place = { ...placeOf(scenario), leafOffset };
      return withData(listing(tree)(scenario), ({ inputs }) => ({
        inputs: changedAt(inputs, at, () => place),
      }));
    },
);

const further = <T extends { readonly treeIndex: number; readonly queueIndex: number }>(one: T): T => ({
  ...one,
  treeIndex: one.treeIndex + 1,
  queueIndex: one.queueIndex + 1,
});

/** The tree in front of all others, which stand one place further, and its queue behind them. */
const listingInOrder =
  (tree: number): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => {
      const { accounts, data } = invocation;
      const fixed = fixedSlotsOf(invocation);
      return {
        ...invocation,
        accounts: accounts.toSpliced(fixed, 0, writable(`tree:${tree}`)).concat(writable(`queue:${tree}`)),
        data: {
          ...data,
          inputs: data.inputs.map(further),
          newAddresses: data.newAddresses.map(further),
          outputs: data.outputs.map((output) => ({ ...output, treeIndex: output.treeIndex + 1 })),
        },
      };
    });

/** The same where trees come before queues, as Invoke has it. */
export const inV1TreeInOrder: fc.Arbitrary<Mutation> = drawn.map(
  ([at, tree, leafOffset]): Mutation =>
    (scenario) => {
      const place = { treeIndex: 0, queueIndex: placeOf(scenario).queueIndex, leafOffset };
      return withData(listingInOrder(tree)(scenario), ({ inputs }) => ({
        inputs: changedAt(inputs, at, () => place),
      }));
    },
);
