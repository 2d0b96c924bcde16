// The fee that the runtime takes for a transaction.
import type { PlannedTransaction } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { COMPUTE_BUDGET } from './addresses';
import { roleOfBase58 } from './keys';

const LAMPORTS_PER_SIGNATURE = 5000n;
const MAX_UNITS = 1_400_000;
const MICRO = 1_000_000n;

/** How many compute units a runtime reserves for an instruction of that program, where a transaction does not say. */
export type DefaultUnits = (program: KeyRole) => number;

const computeBudget = roleOfBase58(COMPUTE_BUDGET);
const UNITS = 200_000;

/** On bankrun every instruction counts alike, but those about the compute budget, which do not count. */
export const unitsOnBankrun: DefaultUnits = (program) => (program === computeBudget ? 0 : UNITS);

/** What is sent: the number of signatures, and the program of each instruction. */
export type Sent = { readonly signatures: number; readonly programs: readonly KeyRole[] };

/** Compute units that a transaction may use: what it asks for, or what the runtime reserves for its instructions. */
export function unitsOf(
  { computeUnitLimit }: PlannedTransaction,
  { programs }: Sent,
  defaultUnits: DefaultUnits,
): number {
  const requested = computeUnitLimit ?? programs.reduce((sum, program) => sum + defaultUnits(program), 0);
  return Math.min(requested, MAX_UNITS);
}

/** Lamports for a transaction that is processed: signatures, and priority (price times units, rounded up). */
export function feeOf({ computeUnitPrice }: PlannedTransaction, { signatures }: Sent, units: number): bigint {
  const priority = ((computeUnitPrice ?? 0n) * BigInt(units) + MICRO - 1n) / MICRO;
  return LAMPORTS_PER_SIGNATURE * BigInt(signatures) + priority;
}
