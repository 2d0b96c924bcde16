// A plan's transactions, encoded and with everything that running and observing them needs.
import type { Plan, PlannedTransaction } from '../spec/plan';
import { takesOutputs, type KeyRole } from '../spec/world';
import type { LeafOffsetOf } from './context-entries';
import { feeOf, unitsOf } from './fees';
import { leafOffsets } from './leaf-offsets';
import { nextIndex } from './tree-layout';
import type { NextIndexOf } from './wire/instruction-data';
import type { Tables } from './wire/lookups';
import { encodeTransaction, type CarriedBy, type EncodedTransaction } from './wire/transaction';
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

/**
 * Encodes a plan's transactions; depends only on the world that all plans start from.
 * @throws PlanTooLarge, InputError or RangeError for a plan that cannot be encoded.
 */
export function encodeSteps(world: World, plan: Plan, carriedBy?: CarriedBy): Step[] {
  const nextIndexOf = nextIndexIn(world);
  const leafOffsetOf = leafOffsets(plan, nextIndexOf);
  const hasSeeds = plan.transactions.some(sendsSeeds);
  const tables = tablesOf(plan);
  return plan.transactions.map((planned) => {
    const encoded = encodeTransaction(planned, nextIndexOf, { tables, ...(carriedBy && { carriedBy }) });
    const units = unitsOf(planned, encoded, world.defaultUnits);
    const fee = feeOf(planned, encoded, units);
    const watched = encoded.keys.filter(isWatched);
    const isPart = plan.transactions.length > 1 || planned.instructions.length > 1;
    return {
      planned,
      encoded,
      fee,
      units,
      watched,
      leafOffsetOf,
      hasSeeds,
      onlyStores: onlyStores(planned),
      isPart,
    };
  });
}
