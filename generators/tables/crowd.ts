// Makes transactions large: accounts that nothing needs, so many that only lookup tables bring them in.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation, Plan, PlannedTransaction } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { withCall } from '../calls/change';
import { addAlong, pathsOf, plainMeta } from '../calls/tree';
import type { Mutation } from '../edit';
import { COMPUTE_UNITS } from '../invocation';
import { eachInvocation, withComputeUnits } from '../laws/roads';
import { withTransaction } from '../scenario';
import { stranger } from './lookups';
import { lookingUp } from './change';

/** Above those that fill tables. */
const FIRST = 10;
export const crowdOf = (count: number, from = FIRST): readonly KeyRole[] =>
  Array.from({ length: count }, (_, at) => stranger(from + at));

/** So many accounts more in the list of the target, and of the first program that it calls, all out of one table. */
export const crowding =
  (count: number): Mutation =>
  (scenario) => {
    const crowd = crowdOf(count);
    const crowded = withCall(scenario, (call) => {
      const path = pathsOf(call, 1)[0] ?? [];
      return crowd.reduce((graph, key) => addAlong(graph, path.slice(0, 1), () => plainMeta(key)), call);
    });
    const roomy = withTransaction(crowded, (transaction) => ({
      ...transaction,
      computeUnitLimit: COMPUTE_UNITS,
    }));
    return lookingUp('table:8', crowd)(roomy);
  };

/** An index that pointed at an account still does; one that pointed nowhere still points nowhere where there is room. */
const LARGEST_INDEX = 255;
const shifted = (index: number, by: number): number => Math.min(index + by, LARGEST_INDEX);

const withIndices = <T extends { readonly treeIndex: number; readonly queueIndex?: number }>(
  entries: readonly T[],
  by: number,
): readonly T[] =>
  entries.map((entry) => ({
    ...entry,
    treeIndex: shifted(entry.treeIndex, by),
    ...(entry.queueIndex === undefined ? {} : { queueIndex: shifted(entry.queueIndex, by) }),
  }));

const metas = (keys: readonly KeyRole[]): readonly AccountMeta[] => keys.map((key) => plainMeta(key));

/** So many strangers in front of the remaining accounts, and so many behind them. */
export type Crowd = { readonly front: number; readonly behind: number };

/** With the eleven slots more than a packet holds keys; the lists of calls through several programs still fit. */
const FEWEST = 28;
const MOST = 50;
export const crowd: fc.Arbitrary<Crowd> = fc
  .tuple(fc.integer({ min: FEWEST, max: MOST }), fc.nat(MOST))
  .map(([total, dice]) => ({ front: dice % (total + 1), behind: total - (dice % (total + 1)) }));

const crowdedInvocation = (invocation: Invocation, { front, behind }: Crowd): Invocation => {
  const { accounts, data } = invocation;
  if (accounts.length < FIXED_SLOTS) return invocation;
  return {
    ...invocation,
    accounts: [
      ...accounts.slice(0, FIXED_SLOTS),
      ...metas(crowdOf(front)),
      ...accounts.slice(FIXED_SLOTS),
      ...metas(crowdOf(behind, FIRST + front)),
    ],
    data: {
      ...data,
      inputs: withIndices(data.inputs, front),
      outputs: withIndices(data.outputs, front),
      newAddresses: withIndices(data.newAddresses, front),
    },
  };
};

const isThroughTwo = ({ instructions }: PlannedTransaction): boolean =>
  instructions.some((item) => item.kind === 'invocation' && item.through.length > 1);

/** Several lists of so many accounts do not fit into one packet: then each has as few as will do. */
const fitting = ({ front, behind }: Crowd, several: boolean): Crowd =>
  several ? { front: Math.min(front, FEWEST), behind: FEWEST - Math.min(front, FEWEST) } : { front, behind };

/** Each program on the way to the system program is told all accounts once more: beside other calls there is room for one. */
const outerOf = ({ through }: Invocation, several: boolean): Invocation['through'] =>
  several ? through.slice(-1) : through;

/** Every InvokeCpi of the plan with strangers among its remaining accounts, and compute units for them. */
export const crowdedPlan = (plan: Plan, strangers: Crowd): Plan => {
  const several = plan.transactions.some(({ instructions }) => instructions.length > 1);
  const isLong = several || plan.transactions.some(isThroughTwo);
  const each = fitting(strangers, isLong);
  return withComputeUnits(
    eachInvocation(plan, (invocation) => ({
      ...crowdedInvocation(invocation, each),
      through: outerOf(invocation, several),
    })),
  );
};

/** Accounts that a call graph's transaction has, each once. */
export const countIn = (
  { feePayer, instructions, computeUnitLimit, computeUnitPrice }: PlannedTransaction,
  brought: readonly KeyRole[],
): number => {
  const keys = instructions.flatMap((item) =>
    item.kind === 'call' ? [item.program, ...item.accounts.map(({ key }) => key)] : [],
  );
  const budget = computeUnitLimit === null && computeUnitPrice === null ? 0 : 1;
  return new Set([feePayer, ...keys, ...brought]).size + budget;
};
