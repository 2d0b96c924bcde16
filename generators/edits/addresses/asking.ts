// How an edit asks for new addresses: of which tree, by which invocations, with a proof or without.
import fc from 'fast-check';
import type { Hex, InvokeData, NewAddress } from '../../../spec/plan';
import type { Edit, Mutation } from '../../edit';
import { withData, type Scenario, type ScenarioKind } from '../../scenario';
import { anyPosition, type Position } from '../../positions';
import { AT } from '../../scenarios/addresses';
import { hex } from '../../values';

export const PLAIN: readonly ScenarioKind[] = ['address-direct'];
export const ASSIGNING: readonly ScenarioKind[] = ['address-assigning'];
export const DIRECT: readonly ScenarioKind[] = [...PLAIN, ...ASSIGNING];
export const THROUGH: readonly ScenarioKind[] = ['address-context', 'address-noting'];
export const EXECUTING: readonly ScenarioKind[] = [...DIRECT, ...THROUGH];

export const V2_ROOTS = 199;
export const V1_ROOTS = 3;
export const rootOf = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), fc.nat(most));

export const inV2 = fc
  .record({ seed: hex(32), rootIndex: rootOf(V2_ROOTS) })
  .map((one): NewAddress => ({ ...one, treeIndex: AT.v2Tree, queueIndex: AT.v2Tree }));
export const inV1 = fc
  .record({ seed: hex(32), rootIndex: rootOf(V1_ROOTS) })
  .map((one): NewAddress => ({ ...one, treeIndex: AT.v1Tree, queueIndex: AT.v1Queue }));

/** Several of one kind of tree, now and then the same one twice. */
export const several = (one: fc.Arbitrary<NewAddress>): fc.Arbitrary<readonly NewAddress[]> =>
  fc
    .tuple(fc.array(one, { minLength: 1, maxLength: 3 }), fc.nat(4))
    .map(([list, again]) => (again === 0 ? [...list, ...list.slice(0, 1)] : list));
export const anyAddresses = fc.oneof(several(inV2), several(inV1));

type Amid<T> = { readonly one: T; readonly others: readonly NewAddress[]; readonly at: Position };
/** One that is wrong: alone in one case of three, else in front of, between or behind one to three that are right. */
export const amid = <T>(one: fc.Arbitrary<T>, right: fc.Arbitrary<NewAddress>): fc.Arbitrary<Amid<T>> =>
  fc.record({
    one,
    others: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(right, { minLength: 1, maxLength: 3 }) },
    ),
    at: anyPosition,
  });
/** All of them, the wrong one as it was made. */
export const together = <T>(
  { one, others, at }: Amid<T>,
  make: (one: T) => NewAddress,
): readonly NewAddress[] => others.toSpliced(at(others.length + 1), 0, make(one));

export const asking = (newAddresses: readonly NewAddress[], proof: Hex | null): Mutation => {
  return (scenario) =>
    withData(scenario, (data) => ({ newAddresses: [...data.newAddresses, ...newAddresses], proof }));
};

export const inAll = (
  scenario: Scenario,
  change: (data: InvokeData, at: number) => Partial<InvokeData>,
): Scenario => {
  const transactions = scenario.plan.transactions.map((transaction, at) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) =>
      item.kind === 'invocation' ? { ...item, data: { ...item.data, ...change(item.data, at) } } : item,
    ),
  }));
  return { ...scenario, plan: { ...scenario.plan, transactions } };
};

/** No two programs ask for one seed: that has a rule of its own. */
export const withSeedOf = (address: NewAddress, at: number): NewAddress => ({
  ...address,
  seed: `${address.seed.slice(0, -2)}0${at}`,
});

/** Each invocation of the plan asks for addresses, the target with a proof or without. */
export const askingAll =
  (newAddresses: readonly NewAddress[], proof: Hex | null): Mutation =>
  (scenario) => {
    const all = inAll(scenario, (_data, at) => ({
      newAddresses: newAddresses.slice(0, 2).map((one) => withSeedOf(one, at)),
    }));
    return withData(all, () => ({ proof }));
  };

export const asked = (proof: fc.Arbitrary<Hex | null>): fc.Arbitrary<Mutation> =>
  fc
    .record({ addresses: anyAddresses, proof, inAll: fc.boolean() })
    .map(({ addresses, proof: one, inAll: everywhere }) => (everywhere ? askingAll : asking)(addresses, one));

export const noProof = fc.constant(null);
export const edit = (
  rule: string,
  kinds: readonly ScenarioKind[],
  mutation: fc.Arbitrary<Mutation>,
): Edit => ({
  rule: `addresses/${rule}`,
  kinds,
  mutation,
});
