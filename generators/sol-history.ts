// Histories of SOL: several programs compress, split, merge, pass on and decompress in two trees; every step is valid.
import fc from 'fast-check';
import type { AccountData, Invocation, OutputAccount, PlannedTransaction } from '../spec/plan';
import type { CallerName, KeyRole } from '../spec/world';
import type { Generated } from './breaking';
import { inputSpending, outputOf } from './entries';
import { fitsPacket } from './history/packet';
import { invocation, transactionOf, type Setting } from './invocation';
import { accountData, caller } from './values';

type Act = 'compress' | 'transfer' | 'decompress';
type Step = {
  readonly act: Act;
  readonly by: CallerName;
  /** Executes, where the step goes through a context that `by` writes. */
  readonly executor: CallerName | null;
  readonly payer: KeyRole;
  readonly tree: number;
  /** How many of the program's accounts are spent, oldest first. */
  readonly spends: number;
  readonly amount: number;
  /** Percentages of what is left, one output each; the last output takes the rest. */
  readonly shares: readonly number[];
  readonly data: AccountData;
  /** Gets the last output, without data; nobody spends that again. */
  readonly stranger: KeyRole | null;
  readonly recipient: KeyRole;
  readonly separate: boolean;
};

/** An output of the history: by tree and offset, with who may spend it. */
type Held = { readonly output: OutputAccount; readonly spender: CallerName | null; readonly spent: boolean };
type Ledger = ReadonlyMap<number, readonly Held[]>;

const LARGEST = 1_000_000_000;
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>('compress', 'transfer', 'decompress'),
  by: caller,
  executor: fc.option(caller, { nil: null, freq: 2 }),
  payer: fc.constantFrom<KeyRole>('payer:0', 'payer:1'),
  tree: fc.constantFrom(1, 1, 1, 2),
  spends: fc.nat(3),
  amount: fc.oneof(fc.nat(3), fc.nat(LARGEST)),
  shares: fc.array(fc.nat(100), { maxLength: 2 }),
  data: accountData.map((data) => ({ ...data, bytes: { fill: 0, length: data.bytes.length % 8 } })),
  stranger: fc.option(fc.constantFrom<KeyRole>('wallet:0', 'wallet:3'), { nil: null, freq: 1 }),
  recipient: fc.constantFrom<KeyRole>('wallet:0', 'wallet:1', 'payer:2'),
  separate: fc.boolean(),
});

const FREE = {
  authoritySigns: true,
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
};

const settingOf = ({ payer, tree }: Step, by: CallerName): Setting => ({
  caller: by,
  payer,
  tree,
  through: [],
  treeFirst: false,
  unusedSlot: 'noop',
  free: FREE,
});

const divided = (total: bigint, shares: readonly number[]): readonly bigint[] => {
  let left = total;
  const first = shares.map((share) => {
    const lamports = (left * BigInt(share)) / 100n;
    left -= lamports;
    return lamports;
  });
  return [...first, left];
};

type Spent = { readonly offset: number; readonly held: Held };

const chosen = (ledger: Ledger, { tree, by, spends, act }: Step): readonly Spent[] =>
  (ledger.get(tree) ?? [])
    .flatMap((held, offset) => (held.spender === by && !held.spent ? [{ offset, held }] : []))
    .slice(0, act === 'compress' ? spends : spends + 1);

type Sol = { readonly amount: bigint; readonly isCompress: boolean } | null;

/** Lamports in, and what is compressed or decompressed of them. */
const solOf = ({ act, amount }: Step, inputs: bigint): Sol => {
  const wanted = BigInt(amount);
  if (act === 'compress') return { amount: wanted, isCompress: true };
  if (act === 'transfer') return null;
  return { amount: wanted < inputs ? wanted : inputs, isCompress: false };
};

const outputsOf = (one: Step, total: bigint, by: CallerName): readonly OutputAccount[] => {
  const lamports = divided(total, one.shares);
  return lamports.map((each, at) => {
    const isStrange = one.stranger !== null && at === lamports.length - 1 && one.executor === null;
    const draft = {
      data: isStrange ? null : one.data,
      stranger: one.stranger ?? 'wallet:0',
      lamports: each,
      address: null,
    };
    return outputOf(draft, settingOf(one, by));
  });
};

type Appended = { readonly one: Step; readonly spent: readonly Spent[]; readonly added: readonly Held[] };

const appendedTo = (ledger: Ledger, { one, spent, added }: Appended): Ledger => {
  const offsets = new Set(spent.map(({ offset }) => offset));
  const before = (ledger.get(one.tree) ?? []).map((held, offset) =>
    offsets.has(offset) ? { ...held, spent: true } : held,
  );
  return new Map(ledger).set(one.tree, [...before, ...added]);
};

type Tried = { readonly invocations: readonly Invocation[]; readonly ledger: Ledger };

const tried = (ledger: Ledger, one: Step): Tried => {
  const spent = chosen(ledger, one);
  const inputs = spent.map(({ held, offset }) => inputSpending(held.output, offset, settingOf(one, one.by)));
  const total = inputs.reduce((sum, { lamports }) => sum + lamports, 0n);
  const sol = solOf(one, total);
  const out = total + (sol === null ? 0n : sol.isCompress ? sol.amount : -sol.amount);
  const by = one.executor ?? one.by;
  const outputs = outputsOf(one, out, by);
  const moved = sol && { compressOrDecompressLamports: sol.amount, isCompress: sol.isCompress };
  const slots = sol && { sol: { recipient: sol.isCompress ? null : one.recipient } };
  const at = settingOf(one, by);
  const isThrough = one.executor !== null && inputs.length > 0;
  const own = isThrough ? [] : inputs;
  const write = invocation({ setting: settingOf(one, one.by), flags: 'first-set', data: { inputs } });
  const last = invocation({
    setting: at,
    flags: isThrough ? 'execute' : 'none',
    data: { inputs: own, outputs, ...moved },
    ...slots,
  });
  const added = outputs.map((output) => ({ output, spender: output.data && by, spent: false }));
  return {
    invocations: isThrough ? [write, last] : [last],
    ledger: appendedTo(ledger, { one, spent, added }),
  };
};

const MAX_TRANSACTIONS = 10;
const COMPUTE_UNITS = 1_400_000;

const sent = (payer: KeyRole, group: readonly Invocation[]): PlannedTransaction => ({
  ...transactionOf(payer, ...group),
  computeUnitLimit: COMPUTE_UNITS,
});

const planOf = (steps: readonly Step[]): Generated => {
  let ledger: Ledger = new Map();
  const transactions: PlannedTransaction[] = [];
  for (const one of steps) {
    const next = tried(ledger, one);
    const last = transactions.at(-1);
    const joined = last && { ...last, instructions: [...last.instructions, ...next.invocations] };
    if (joined !== undefined && !one.separate && fitsPacket(joined)) transactions.splice(-1, 1, joined);
    else if (transactions.length < MAX_TRANSACTIONS) transactions.push(sent(one.payer, next.invocations));
    else break;
    ledger = next.ledger;
  }
  return { plan: { accounts: [], transactions }, twin: null, fenced: [] };
};

/** Up to ten transactions of up to fourteen steps. */
export const solHistories: fc.Arbitrary<Generated> = fc
  .array(step, { minLength: 1, maxLength: 14, size: 'max' })
  .map(planOf);
