// One planned transaction as bytes to send, with CPI data moved into accounts where the packet would overflow.
import { createHash } from 'node:crypto';
import { PublicKey } from '@solana/web3.js';
import { InputError } from '../../programs/errors';
import type { Invocation, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { PlanTooLarge } from '../errors';
import { encodeProgramCall } from './call-graph';
import { COUNTER_AT } from './caller-data';
import { encodeInvocation, type NextIndexOf } from './instruction-data';
import { encodeDirect, encodeInstruction, routeOf, type WireInstruction } from './instruction';
import { loadingOf, type Tables } from './lookups';
import { encodeToken } from './token';
import { encodeMessage, type EncodedMessage } from './message';
import {
  encodeComputeBudget,
  encodeCounter,
  encodeTransfer,
  TRANSFER_COUNTER_AT,
} from './native-instructions';

/** Bytes in a packet. */
export const PACKET_LIMIT = 1232;

/** CPI data that lies in an account of its own, which the calling program owns. */
export type DataAccount = { readonly key: KeyRole; readonly owner: KeyRole; readonly data: Buffer };

/** A transaction ready to send once blockhash and counter are filled in. */
export type EncodedTransaction = EncodedMessage & {
  readonly counterAt: number;
  readonly dataAccounts: readonly DataAccount[];
  /** Accounts of a guest's instruction that its call does not name: what becomes of them is the guest's own affair. */
  readonly own?: ReadonlySet<KeyRole>;
};

/** The instruction of a guest that carries a call; undefined where a program of ours does. */
export type CarriedBy = (invocation: Invocation) => WireInstruction | null | undefined;

const dataAccounts = new Map<number, KeyRole>();

/** The address of the data account of the transaction's i-th instruction. */
function dataAccountKey(i: number): KeyRole {
  const known = dataAccounts.get(i);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(`cpi-conformance/data-account:${i}`).digest();
  const key: KeyRole = `unknown:${new PublicKey(digest).toBase58()}`;
  dataAccounts.set(i, key);
  return key;
}

/**
 * A planned instruction with the system program's data encoded, encoded whole, or as a user's program takes it;
 * null for a transfer or a call graph.
 */
type Item = {
  readonly planned: PlannedInstruction;
  readonly data: Buffer | null;
  readonly whole?: WireInstruction;
  readonly carried?: WireInstruction;
};

function encodeItem(
  { planned, data, whole, carried: made }: Item,
  i: number,
  moved: ReadonlySet<number>,
): WireInstruction {
  if (made !== undefined) return made;
  const counter = i === 0;
  if (whole !== undefined) return whole;
  if (planned.kind === 'transfer') return encodeTransfer(planned, counter);
  if (planned.kind === 'call') return encodeProgramCall(planned, counter);
  if (planned.kind === 'token' || data === null) throw new TypeError('an invocation without its CPI data');
  const route = routeOf(planned);
  if (route === undefined) return encodeDirect(planned.accounts, data);
  const carried = moved.has(i) ? { key: dataAccountKey(i), length: data.length } : data;
  return encodeInstruction(route, { data: carried, counter });
}

/** The largest CPI data that still travels inside the transaction. */
function largestInside(items: readonly Item[], moved: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  let size = 32; // moving less than an address gains nothing
  items.forEach(({ planned, data, carried }, i) => {
    if (
      planned.kind !== 'invocation' ||
      carried !== undefined ||
      planned.direct ||
      moved.has(i) ||
      data === null ||
      data.length <= size
    )
      return;
    best = i;
    size = data.length;
  });
  return best;
}

type Fitted = { readonly message: EncodedMessage; readonly moved: ReadonlySet<number> };

/** Data that no packet holds beside a signature, a blockhash and a few accounts. */
const surelyTooLarge = ({ planned, data, carried }: Item): boolean =>
  planned.kind === 'invocation' &&
  carried === undefined &&
  planned.direct !== true &&
  data !== null &&
  data.length > PACKET_LIMIT - 200;

/** Has a program's log or spare bytes of its own to carry the counter: all but a call that the transaction itself makes. */
const carriesCounter = ({ planned, whole, carried }: Item): boolean =>
  carried === undefined &&
  whole === undefined &&
  (planned.kind === 'transfer' ||
    planned.kind === 'call' ||
    (planned.kind !== 'token' && routeOf(planned) !== undefined));

function fit(planned: PlannedTransaction, items: readonly Item[], tables: Tables): Fitted {
  const moved = new Set(items.flatMap((item, i) => (surelyTooLarge(item) ? [i] : [])));
  const [first] = items;
  const front = encodeComputeBudget(planned);
  const loading = loadingOf(planned, tables);
  if (first !== undefined && !carriesCounter(first)) front.push(encodeCounter(planned.feePayer));
  for (;;) {
    const instructions = [...front, ...items.map((item, i) => encodeItem(item, i, moved))];
    const message = encodeMessage({ feePayer: planned.feePayer, instructions, loading });
    const size = message.bytes.length;
    if (size <= PACKET_LIMIT || planned.oversize === true) return { message, moved };
    const next = largestInside(items, moved);
    if (next === undefined) throw new PlanTooLarge(size, PACKET_LIMIT);
    moved.add(next);
  }
}

function ownerOf(planned: PlannedInstruction): KeyRole {
  return planned.kind === 'invocation' ? `program:${planned.caller}` : 'solana-system';
}

function movedData(items: readonly Item[], moved: ReadonlySet<number>): DataAccount[] {
  return items.flatMap(({ planned, data }, i) =>
    data !== null && moved.has(i) ? [{ key: dataAccountKey(i), owner: ownerOf(planned), data }] : [],
  );
}

/** The data of an instruction of the plan for the system program; null for one that is not for it. */
function dataOf(instruction: PlannedInstruction, nextIndexOf: NextIndexOf): Buffer | null {
  const { kind } = instruction;
  if (kind === 'transfer' || kind === 'call' || kind === 'token') return null;
  if (instruction.kind === 'initialize') return Buffer.from(instruction.data, 'hex');
  return encodeInvocation(instruction, nextIndexOf);
}

/** How many instructions about the compute budget stand in front. */
export const budgetCount = (planned: PlannedTransaction): number =>
  (planned.computeUnitLimit === null ? 0 : 1) + (planned.computeUnitPrice === null ? 0 : 1);

const NO_TABLES: Tables = new Map();

/** What of a plan, or of who runs it, decides how its transactions are encoded. */
export type Surroundings = { readonly tables?: Tables; readonly carriedBy?: CarriedBy };

function itemOf(planned: PlannedInstruction, nextIndexOf: NextIndexOf, carriedBy?: CarriedBy): Item {
  const item = { planned, data: dataOf(planned, nextIndexOf) };
  if (planned.kind === 'token') return { ...item, whole: encodeToken(planned, nextIndexOf) };
  const carried = planned.kind === 'invocation' ? carriedBy?.(planned) : undefined;
  return carried ? { ...item, carried } : item;
}

function accountsOf(planned: PlannedInstruction): readonly KeyRole[] {
  if (planned.kind === 'transfer') return [planned.from, planned.to];
  return planned.kind === 'token' ? [] : planned.accounts.map(({ key }) => key);
}

function ownAccounts(items: readonly Item[]): ReadonlySet<KeyRole> {
  const named = new Set(items.flatMap(({ planned }) => accountsOf(planned)));
  const carried = items.flatMap((item) => item.carried?.accounts ?? []);
  return new Set(carried.flatMap(({ key }) => (named.has(key) ? [] : [key])));
}

/**
 * Encodes a planned transaction; `tables` are those of its plan.
 * @throws PlanTooLarge when even with all CPI data in accounts it exceeds a packet;
 *   InputError or RangeError for a plan whose values do not fit their fields.
 */
export function encodeTransaction(
  planned: PlannedTransaction,
  nextIndexOf: NextIndexOf,
  { tables = NO_TABLES, carriedBy }: Surroundings = {},
): EncodedTransaction {
  const items = planned.instructions.map((instruction) => itemOf(instruction, nextIndexOf, carriedBy));
  const [first] = items;
  if (first === undefined) throw new InputError('The plan has a transaction without instructions: add one.');
  const { message, moved } = fit(planned, items, tables);
  const inData =
    first.planned.kind !== 'transfer' && carriesCounter(first) ? COUNTER_AT : TRANSFER_COUNTER_AT;
  const counterAt = (message.dataAt[budgetCount(planned)] ?? 0) + inData;
  const own = ownAccounts(items);
  const encoded = { ...message, counterAt, dataAccounts: movedData(items, moved) };
  return own.size === 0 ? encoded : { ...encoded, own };
}
