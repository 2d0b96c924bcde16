// The fee that the runtime takes for a transaction.
import type { PlannedTransaction } from '../spec/plan';
import type { KeyRole } from '../spec/world';

const LAMPORTS_PER_SIGNATURE = 5000n;
const MAX_UNITS = 1_400_000;
const MICRO = 1_000_000n;

/** How many compute units a runtime reserves for an instruction of that program, where a transaction does not say. */
export type DefaultUnits = (program: KeyRole) => number;

/** What is sent: the number of signatures, and the program of each instruction. */
export type Sent = { readonly signatures: number; readonly programs: readonly KeyRole[] };

/** Lamports for a transaction that is processed: signatures, and priority (price times requested units, rounded up). */
export function feeOf(planned: PlannedTransaction, sent: Sent, defaultUnits: DefaultUnits): bigint {
  const fee = LAMPORTS_PER_SIGNATURE * BigInt(sent.signatures);
  const { computeUnitLimit, computeUnitPrice } = planned;
  if (computeUnitPrice === null) return fee;
  const requested =
    computeUnitLimit ?? sent.programs.reduce((sum, program) => sum + defaultUnits(program), 0);
  const units = BigInt(Math.min(requested, MAX_UNITS));
  return fee + (computeUnitPrice * units + MICRO - 1n) / MICRO;
}
