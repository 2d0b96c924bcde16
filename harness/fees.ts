// The fee that the runtime takes for a transaction.
import type { PlannedTransaction } from '../spec/plan';

const LAMPORTS_PER_SIGNATURE = 5000n;
const DEFAULT_UNITS_PER_INSTRUCTION = 200_000;
const MAX_UNITS = 1_400_000;
const MICRO = 1_000_000n;

/** What is sent: the number of signatures, and of instructions without those about the compute budget. */
export type Sent = { readonly signatures: number; readonly instructions: number };

/** Lamports for a transaction that is processed: signatures, and priority (price times requested units, rounded up). */
export function feeOf(planned: PlannedTransaction, { signatures, instructions }: Sent): bigint {
  const { computeUnitLimit, computeUnitPrice } = planned;
  const requested = computeUnitLimit ?? DEFAULT_UNITS_PER_INSTRUCTION * instructions;
  const units = BigInt(Math.min(requested, MAX_UNITS));
  const priority = ((computeUnitPrice ?? 0n) * units + MICRO - 1n) / MICRO;
  return LAMPORTS_PER_SIGNATURE * BigInt(signatures) + priority;
}
