// The fees that the SDK states, against the lamports that really move.
import fc from 'fast-check';
import { bareOutput, invoke, type InvokeSetting } from '../../generators/invoke/invocation';
import { transactionOf } from '../../generators/invocation';
import { TREE_COUNT, type KeyRole } from '../../spec/world';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK } from '../types';
import type { World } from '../world';

const settingOf = (tree: number): InvokeSetting => ({
  call: { caller: 'A', through: [], direct: true },
  payer: 'payer:1',
  authority: 'payer:1',
  tree,
  unusedSlot: 'noop',
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
});

/** Lamports that a payer loses, its signature's fee aside, by creating that many empty accounts in a tree. */
async function paidFor(outputs: number, tree: number, world: World): Promise<bigint> {
  const setting = settingOf(tree);
  const owner: KeyRole = 'wallet:0';
  const all = Array.from({ length: outputs }, () => bareOutput({ owner, lamports: 0n }, setting));
  const call = invoke({ setting, data: { outputs: all } });
  const observed = await world.run({ accounts: [], transactions: [transactionOf('payer:1', call)] });
  return -(observed?.transactions[0]?.after.lamports.get('payer:1') ?? 0n);
}

type Measure = (world: World, tree: number) => Promise<bigint>;

const perOutput: Measure = async (world, tree) =>
  (await paidFor(2, tree, world)) - (await paidFor(1, tree, world));
const perExecution: Measure = async (world, tree) =>
  2n * (await paidFor(1, tree, world)) - (await paidFor(2, tree, world));

const treeOf = ({ trees }: Dialect): number => (trees === 'v1' ? TREE_COUNT + 1 : 1);

type Row = {
  readonly id: string;
  readonly says: string;
  readonly name: string;
  readonly measure: Measure;
  readonly tree: (dialect: Dialect) => number;
};

const ROWS: readonly Row[] = [
  {
    id: 'fee/per-output',
    says: 'STATE_MERKLE_TREE_ROLLOVER_FEE is what an output costs in the trees that this version is for.',
    name: 'STATE_MERKLE_TREE_ROLLOVER_FEE',
    measure: perOutput,
    tree: treeOf,
  },
  {
    id: 'fee/per-execution',
    says: 'STATE_MERKLE_TREE_NETWORK_FEE is what an execution costs in a tree of version 2.',
    name: 'STATE_MERKLE_TREE_NETWORK_FEE',
    measure: perExecution,
    tree: () => 1,
  },
];

export const FEE_CHECKS: readonly Check[] = ROWS.map(({ id, says, name, measure, tree }) => ({
  id,
  says,
  cases: 'one' as const,
  make: (world) =>
    fc.constant((dialect: Dialect) => ({
      said: { from: { [SDK]: [name] }, lines: [], result: `${name}.toString()` },
      expected: 'the lamports that really move',
      other: async (printed: string) => {
        const moved = await measure(world, tree(dialect));
        return printed === `${moved}`
          ? { outcome: 'same' as const, why: '' }
          : { outcome: 'differs' as const, why: `${moved} lamports really move` };
      },
    })),
}));
