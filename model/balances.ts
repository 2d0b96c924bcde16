// Lamports of accounts as far as a plan tells them: what it gives an account beforehand, and what SOL it moves.
import type { View } from './view';
import { slot } from './view';
import { movesSol } from './checks/slots';
import type { ModelWorld } from './world';
import type { KeyRole } from '../spec/world';

/** Solana, Rent: what exempts an account without data. */
const RENT_EXEMPT = 890_880n;
/** More than the fees of any transaction here, without a price for compute units. */
const MOST_FEES = 60_000n;

/** Lamports that unspent accounts of the plan have, and those that nobody has: what the sol pool has gained. */
export const compressed = ({ leaves, stranded = 0n }: ModelWorld): bigint => {
  let total = stranded;
  for (const list of leaves.values()) for (const leaf of list) if (!leaf.spent) total += leaf.lamports;
  return total;
};

/** What an account had before the plan; undefined where the plan does not say. */
export const givenTo = ({ patched, contexts }: ModelWorld, key: KeyRole): bigint | undefined =>
  patched.get(key)?.lamports ?? (key.startsWith('fresh:') && !contexts.has(key) ? 0n : undefined);

const isBelow = (lamports: bigint): boolean => lamports > 0n && lamports < RENT_EXEMPT;
/** Solana: below the exemption an account may stay, and lose, but not come to be or gain. */
const isLeftBelow = (before: bigint, after: bigint): boolean =>
  isBelow(after) && !(isBelow(before) && after <= before);

const amountOf = ({ data }: View): bigint => data.compressOrDecompressLamports ?? 0n;

const poolLeftBelow = (view: View): boolean => {
  const given = givenTo(view.world, 'sol-pool');
  if (given === undefined) return false;
  const before = given + compressed(view.world);
  return isLeftBelow(before, before + (view.data.isCompress ? amountOf(view) : -amountOf(view)));
};

const recipientLeftBelow = (view: View): boolean => {
  const key = slot(view, 'decompression_recipient')?.key;
  const given = key === undefined ? undefined : givenTo(view.world, key);
  return !view.data.isCompress && given !== undefined && isLeftBelow(given, given + amountOf(view));
};

/** What the fee payer has left of what the plan gave it, fees aside; undefined where the plan does not say. */
export const leftToPayer = (view: View): bigint | undefined => {
  const key = slot(view, 'fee_payer')?.key;
  const given = key === undefined ? undefined : givenTo(view.world, key);
  return given === undefined ? undefined : given - (view.data.isCompress ? amountOf(view) : 0n);
};

const payerLeftBelow = (view: View): boolean => {
  const left = leftToPayer(view);
  return left !== undefined && left >= MOST_FEES && left < RENT_EXEMPT;
};

/** Fees decide whether the payer can pay, or is left exempt from rent. */
export const feesDecide = (view: View): boolean => {
  const left = leftToPayer(view);
  if (left === undefined || left < 0n || payerLeftBelow(view)) return false;
  return left < RENT_EXEMPT + MOST_FEES;
};

/** Whether the runtime undoes the transaction for the sake of rent. */
export const isLeftBelowRent = (view: View): boolean =>
  view.executes &&
  movesSol(view) &&
  (poolLeftBelow(view) || recipientLeftBelow(view) || payerLeftBelow(view));
