// A plan's transactions, encoded and with everything that running and observing them needs.
import type { Plan, PlannedTransaction } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { LeafOffsetOf } from './context-entries';
import { feeOf } from './fees';
import { leafOffsets } from './leaf-offsets';
import type { Stored } from './validator';
import type { NextIndexOf } from './wire/instruction-data';
import { encodeTransaction, type EncodedTransaction } from './wire/transaction';
import { slotOf, type World } from './world';

/** One transaction of a plan; `fee` in lamports. */
export type Step = {
  readonly planned: PlannedTransaction;
  readonly encoded: EncodedTransaction;
  readonly fee: bigint;
  /** The context accounts and output queues that it names. */
  readonly watched: readonly KeyRole[];
  readonly leafOffsetOf: LeafOffsetOf;
  /** All its instructions are invocations that ask to write to a context account. */
  readonly onlyStores: boolean;
  /** It is not all of its plan: what it leaves of a context is read back even if it is rejected. */
  readonly isPart: boolean;
};

/** Offset of an output queue's next leaf index (u64). */
const NEXT_INDEX_AT = 280;

/** A queue's next leaf index; undefined for an account too small to have one. */
export const nextIndex = ({ data }: Stored): number | undefined =>
  data.length < NEXT_INDEX_AT + 8 ? undefined : Number(data.readBigUInt64LE(NEXT_INDEX_AT));

const isWatched = (key: KeyRole): boolean => key.startsWith('context:') || key.startsWith('queue:');

function onlyStores({ instructions }: PlannedTransaction): boolean {
  return instructions.every((planned) => {
    const flags = planned.kind === 'invocation' ? planned.data.cpiContext : null;
    return flags !== null && (flags.set || flags.firstSet);
  });
}

/**
 * Encodes a plan's transactions; depends only on the world that all plans start from.
 * @throws PlanTooLarge, InputError or RangeError for a plan that cannot be encoded.
 */
export function encodeSteps(world: World, plan: Plan): Step[] {
  const nextIndexOf: NextIndexOf = (key) =>
    key.startsWith('queue:') ? nextIndex(slotOf(world, key).base) : undefined;
  const leafOffsetOf = leafOffsets(plan, nextIndexOf);
  return plan.transactions.map((planned) => {
    const encoded = encodeTransaction(planned, nextIndexOf);
    const fee = feeOf(planned, encoded.signatures);
    const watched = encoded.keys.filter(isWatched);
    const isPart = plan.transactions.length > 1 || planned.instructions.length > 1;
    return { planned, encoded, fee, watched, leafOffsetOf, onlyStores: onlyStores(planned), isPart };
  });
}
