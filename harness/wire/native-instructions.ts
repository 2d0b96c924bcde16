// Instructions to Solana's own programs: compute-budget requests and transfers.
import type { PlannedTransaction, Transfer } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { roleOfBase58 } from '../keys';
import { COMPUTE_BUDGET } from '../addresses';
import type { WireInstruction } from './instruction';
import { COUNTER_LENGTH } from './caller-data';

const SET_LIMIT = 2;
const SET_PRICE = 3;
const TRANSFER = 2;
const computeBudget: KeyRole = roleOfBase58(COMPUTE_BUDGET);

/** Where the counter lies in a transfer that carries one: trailing bytes, which the System Program ignores. */
export const TRANSFER_COUNTER_AT = 12;

function limit(units: number): WireInstruction {
  const data = Buffer.alloc(5, SET_LIMIT);
  data.writeUInt32LE(units, 1);
  return { program: computeBudget, accounts: [], data };
}

function price(microLamports: bigint): WireInstruction {
  const data = Buffer.alloc(9, SET_PRICE);
  data.writeBigUInt64LE(microLamports, 1);
  return { program: computeBudget, accounts: [], data };
}

/** The compute-budget instructions (units; micro-lamports per unit) that the plan puts in front. */
export function encodeComputeBudget(planned: PlannedTransaction): WireInstruction[] {
  const { computeUnitLimit, computeUnitPrice } = planned;
  const instructions: WireInstruction[] = [];
  if (computeUnitLimit !== null) instructions.push(limit(computeUnitLimit));
  if (computeUnitPrice !== null) instructions.push(price(computeUnitPrice));
  return instructions;
}

/** A System Program transfer of lamports. */
export function encodeTransfer({ from, to, lamports }: Transfer, counter: boolean): WireInstruction {
  const data = Buffer.alloc(TRANSFER_COUNTER_AT + (counter ? COUNTER_LENGTH : 0), 0x2d);
  data.writeUInt32LE(TRANSFER, 0);
  data.writeBigUInt64LE(lamports, 4);
  const accounts = [
    { key: from, signer: true, writable: true },
    { key: to, signer: false, writable: true },
  ];
  return { program: 'solana-system', accounts, data };
}

/** A transfer of nothing from an account to itself: changes nothing, and has room for the counter. */
export const encodeCounter = (key: KeyRole): WireInstruction =>
  encodeTransfer({ kind: 'transfer', from: key, to: key, lamports: 0n }, true);
