// A plan's transactions, encoded and with everything that running and observing them needs.
import type { Plan, PlannedTransaction } from '../spec/plan';
import { takesOutputs, type KeyRole } from '../spec/world';
import type { LeafOffsetOf } from './context-entries';
import { feeOf, unitsOf } from './fees';
import { leafOffsets } from './leaf-offsets';
import { nextIndex } from './tree-layout';
import type { NextIndexOf } from './wire/instruction-data';
import type { Tables } from './wire/lookups';
import {
  encodeTransaction,
  type CarriedBy,
  type EncodedTransaction,
  type Surroundings,
} from './wire/transaction';
import { slotOf, type World } from './world';

/** One transaction of a plan; `fee` in lamports. */
export type Step = {
  readonly planned: PlannedTransaction;
  readonly encoded: EncodedTransaction;
  readonly fee: bigint;
  /** Compute units that it may use. */
  readonly units: number;
  /** The context accounts that it names, and the accounts that take outputs. */
  readonly watched: readonly KeyRole[];
  readonly leafOffsetOf: LeafOffsetOf;
  /** Its plan sends signer seeds, so that contexts store them. */
  readonly hasSeeds: boolean;
  /** All its instructions are invocations that ask to write to a context account. */
  readonly onlyStores: boolean;
  /** It is not all of its plan: what it leaves of a context is read back even if it is rejected. */
  readonly isPart: boolean;
};

/** Names of accounts that are, or may become, CPI context accounts. */
export const mayBeContext = (key: KeyRole): boolean => key.startsWith('context:') || key.startsWith('fresh:');

const isWatched = (key: KeyRole): boolean => mayBeContext(key) || takesOutputs(key);

function onlyStores({ instructions }: PlannedTransaction): boolean {
  return instructions.every((planned) => {
    const flags = planned.kind === 'invocation' ? planned.data.cpiContext : null;
    return flags !== null && (flags.set || flags.firstSet);
  });
}

const sendsSeeds = ({ instructions }: PlannedTransaction): boolean =>
  instructions.some((planned) => planned.kind === 'invocation' && planned.data.signerSeeds === true);

const tablesOf = ({ accounts }: Plan): Tables =>
  new Map(accounts.flatMap(({ key, table }) => (table === undefined ? [] : [[key, table] as const])));

/** The next leaf index of accounts that take outputs, in the world that all plans start from. */
export const nextIndexIn =
  (world: World): NextIndexOf =>
  (key) =>
    takesOutputs(key) ? nextIndex(key, slotOf(world, key).base) : undefined;

/** What of a step does not depend on the plan around it, but for its tables. */
type Alone = Omit<Step, 'leafOffsetOf' | 'hasSeeds' | 'isPart'>;

/** `known` remembers transactions between plans: a twin shares all but one with its plan. */
export type Encoding = {
  readonly carriedBy?: CarriedBy | undefined;
  readonly known?: Map<PlannedTransaction, Alone>;
};

function encodeAlone(world: World, planned: PlannedTransaction, surroundings: Surroundings): Alone {
  const encoded = encodeTransaction(planned, nextIndexIn(world), surroundings);
  const units = unitsOf(planned, encoded, world.defaultUnits);
  const fee = feeOf(planned, encoded, units);
  const watched = encoded.keys.filter(isWatched);
  return { planned, encoded, fee, units, watched, onlyStores: onlyStores(planned) };
}

/**
 * Encodes a plan's transactions; depends only on the world that all plans start from.
 * @throws PlanTooLarge, InputError or RangeError for a plan that cannot be encoded.
 */
export function encodeSteps(
  world: World,
  plan: Plan,
  { carriedBy, known = new Map() }: Encoding = {},
): Step[] {
  const nextIndexOf = nextIndexIn(world);
  const leafOffsetOf = leafOffsets(plan, nextIndexOf);
  const hasSeeds = plan.transactions.some(sendsSeeds);
  const tables = tablesOf(plan);
  return plan.transactions.map((planned) => {
    const same = tables.size === 0 ? known.get(planned) : undefined;
    const alone = same ?? encodeAlone(world, planned, { tables, ...(carriedBy && { carriedBy }) });
    if (same === undefined && tables.size === 0) known.set(planned, alone);
    const isPart = plan.transactions.length > 1 || planned.instructions.length > 1;
    return { ...alone, leafOffsetOf, hasSeeds, isPart };
  });
}
