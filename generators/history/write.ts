// Writes a history down: turns steps into transactions that can be sent, and remembers what each of them leaves.
import { COMPUTE_UNITS } from '../invocation';
import type { PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { MORE_THAN_EXISTS } from '../../spec/world';
import type { Generated } from '../breaking';
import { attempt, type Frame } from './attempt';
import { NEW_LEDGER, type Ledger } from './ledger';
import { fitsPacket } from './packet';
import type { HistoryStep, TransferStep } from './step';

const MAX_TRANSACTIONS = 10;

type Tried = {
  readonly item: PlannedInstruction;
  readonly after: Ledger | null;
  readonly fenced: readonly string[];
};

/** The transaction being put together; `ledger` is null once something in it is expected to fail. */
type Current = { readonly items: readonly PlannedInstruction[]; readonly ledger: Ledger | null };

type Written = {
  readonly transactions: readonly PlannedTransaction[];
  readonly current: Current;
  /** As it was when the current transaction began: what is left if it fails. */
  readonly before: Ledger;
  readonly fenced: ReadonlySet<string>;
};

const transfer = ({ fails, lamports }: TransferStep): PlannedInstruction => ({
  kind: 'transfer',
  from: 'wallet:2',
  to: 'wallet:3',
  lamports: fails ? MORE_THAN_EXISTS : lamports,
});

const tried = (step: HistoryStep, ledger: Ledger, frame: Frame): Tried => {
  if (step.kind === 'transfer')
    return { item: transfer(step), after: step.fails ? null : ledger, fenced: [] };
  const { invocation, after, fenced } = attempt(step, ledger, frame);
  return { item: invocation, after, fenced };
};

const transactionOf = (instructions: readonly PlannedInstruction[]): PlannedTransaction => {
  const [first] = instructions.flatMap((item) => (item.kind === 'invocation' ? [item.accounts[0]?.key] : []));
  return {
    feePayer: first ?? 'payer:0',
    computeUnitLimit: COMPUTE_UNITS,
    computeUnitPrice: null,
    instructions,
  };
};

const closed = ({ transactions, current, before, fenced }: Written): Written => {
  if (current.items.length === 0)
    return { transactions, current: { items: [], ledger: before }, before, fenced };
  const ledger = current.ledger ?? before;
  return {
    transactions: [...transactions, transactionOf(current.items)],
    current: { items: [], ledger },
    before: ledger,
    fenced,
  };
};

const added = (written: Written, { item, after, fenced }: Tried): Written => ({
  ...written,
  current: { items: [...written.current.items, item], ledger: after },
  fenced: new Set([...written.fenced, ...fenced]),
});

/** Adds a step to the transaction being put together, or to a new one where it does not fit. */
const withStep =
  (frame: Frame) =>
  (written: Written, step: HistoryStep): Written => {
    const { items, ledger } = written.current;
    if (ledger !== null && !step.separate) {
      const next = tried(step, ledger, frame);
      if (fitsPacket(transactionOf([...items, next.item]))) return added(written, next);
    }
    const fresh = closed(written);
    if (fresh.transactions.length === MAX_TRANSACTIONS) return fresh;
    return added(fresh, tried(step, fresh.before, frame));
  };

const START: Written = {
  transactions: [],
  current: { items: [], ledger: NEW_LEDGER },
  before: NEW_LEDGER,
  fenced: new Set(),
};

/** The plan that the steps come to, one after the other. */
export const planOf = (steps: readonly HistoryStep[], frame: Frame): Generated => {
  const { transactions, fenced } = closed(steps.reduce(withStep(frame), START));
  return {
    plan: { accounts: [], transactions: transactions.slice(0, MAX_TRANSACTIONS) },
    twin: null,
    fenced: [...fenced],
  };
};
