// The fees for new addresses that the SDK states, against the lamports that really move: where real proofs can be made.
import fc from 'fast-check';
import { valid } from '../../generators/valid';
import { targetOf, type ScenarioKind } from '../../generators/scenario';
import type { WorldAfter } from '../../spec/outcome';
import { shapeOf } from '../../spec/versions';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK } from '../types';
import { isAccepted, ourBytes, planWith, type World } from '../world';

/** What accounts gained when one proof opened so many addresses. */
type Paid = { readonly addresses: number; readonly gained: (...keys: readonly KeyRole[]) => bigint };

const gainIn =
  ({ lamports }: WorldAfter): Paid['gained'] =>
  (...keys) =>
    keys.reduce((sum, key) => sum + (lamports.get(key) ?? 0n), 0n);

const PROOFS = 8;

/** Executions that open one address, and two, of one kind of address tree. */
async function paidFor(kind: ScenarioKind, world: World): Promise<ReadonlyMap<number, Paid>> {
  const paid = new Map<number, Paid>();
  for (const scenario of fc.sample(valid(world.fences, [kind]), { seed: 1, numRuns: PROOFS })) {
    const addresses = targetOf(scenario).data.newAddresses.length;
    if (paid.has(addresses)) continue;
    const observed = await world.run(planWith(scenario, ourBytes(scenario, world)));
    const after = observed?.transactions[scenario.target.transaction]?.after;
    if (observed !== null && isAccepted(observed) && after !== undefined)
      paid.set(addresses, { addresses, gained: gainIn(after) });
  }
  return paid;
}

const TREES: Readonly<Record<'v1' | 'v2', readonly KeyRole[]>> = {
  v1: ['address-tree-v1', 'address-queue-v1'],
  v2: ['address-tree', 'address-tree-2'],
};

/** What an address costs, and what an execution with addresses costs besides. */
async function pricesOf(
  trees: 'v1' | 'v2',
  world: World,
): Promise<{ readonly each: bigint; readonly once: bigint }> {
  const paid = await paidFor(`proof-address-${trees}`, world);
  const [one, two] = [1, 2].map((count) => paid.get(count)?.gained(...TREES[trees]));
  if (one === undefined || two === undefined)
    throw new Error('No committed proof opens one address, or none opens two.');
  return { each: two - one, once: 2n * one - two };
}

type Row = {
  readonly id: string;
  readonly says: string;
  readonly nameIn: (dialect: Dialect) => string;
  readonly trees: 'v1' | 'v2';
  readonly part: 'each' | 'once';
};

const ROWS: readonly Row[] = [
  {
    id: 'fee/address-rollover',
    says: 'ADDRESS_QUEUE_ROLLOVER_FEE is what each new address costs in an address tree of version 1.',
    nameIn: () => 'ADDRESS_QUEUE_ROLLOVER_FEE',
    trees: 'v1',
    part: 'each',
  },
  {
    id: 'fee/address-network-v1',
    says: 'ADDRESS_TREE_NETWORK_FEE_V1, before it ADDRESS_TREE_NETWORK_FEE, is what an execution with addresses costs in such a tree.',
    nameIn: ({ trees }) => (trees === 'v1' ? 'ADDRESS_TREE_NETWORK_FEE' : 'ADDRESS_TREE_NETWORK_FEE_V1'),
    trees: 'v1',
    part: 'once',
  },
  {
    id: 'fee/address-network-v2',
    says: 'ADDRESS_TREE_NETWORK_FEE_V2 is what an execution with addresses costs in an address tree of version 2.',
    nameIn: () => 'ADDRESS_TREE_NETWORK_FEE_V2',
    trees: 'v2',
    part: 'once',
  },
];

const unprovable = (_dialect: Dialect, program: string): string | null =>
  shapeOf(program).features.has('proving-keys') ? null : 'no proof can be made for these programs';

export const ADDRESS_FEE_CHECKS: readonly Check[] = ROWS.map(({ id, says, nameIn, trees, part }) => ({
  id,
  says,
  cases: 'one' as const,
  skips: unprovable,
  make: (world) => {
    let known: ReturnType<typeof pricesOf> | undefined;
    return fc.constant((dialect: Dialect) => ({
      said: { from: { [SDK]: [nameIn(dialect)] }, lines: [], result: `${nameIn(dialect)}.toString()` },
      expected: 'the lamports that really move',
      other: async (printed: string) => {
        const prices = await (known ??= pricesOf(trees, world));
        return printed === `${prices[part]}`
          ? { outcome: 'same' as const, why: '' }
          : { outcome: 'differs' as const, why: `${prices[part]} lamports really move` };
      },
    }));
  },
}));
