// Histories: up to ten transactions and thirty invocations that begin, fill, execute, break and reuse several contexts.
import fc from 'fast-check';
import type { PlannedInstruction, PlannedTransaction } from '../spec/plan';
import { CALLERS, MORE_THAN_EXISTS, TREE_COUNT } from '../spec/world';
import type { Generated } from './breaking';
import { attempt, type Frame } from './history/attempt';
import { NEW_LEDGER, type Ledger } from './history/ledger';
import { fitsPacket } from './history/packet';
import { historyStep, type HistoryStep, type Manner, type TransferStep } from './history/step';
import type { Fences } from './settings';

const MAX_STEPS = 30;
const MAX_TRANSACTIONS = 10;
const COMPUTE_UNITS = 1_400_000;

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

const planOf = (steps: readonly HistoryStep[], frame: Frame): Generated => {
  const { transactions, fenced } = closed(steps.reduce(withStep(frame), START));
  return {
    plan: { accounts: [], transactions: transactions.slice(0, MAX_TRANSACTIONS) },
    twin: null,
    fenced: [...fenced],
  };
};

/** A step that is hardly ever left out, but shrinks to that before anything else: any step goes in one try. */
const leftOut = (step: fc.Arbitrary<HistoryStep>): fc.Arbitrary<HistoryStep | null> =>
  fc.option(step, { nil: null, freq: 50 });
/** Where nothing is left: a plan has at least one transaction. */
const NO_STEP: TransferStep = { kind: 'transfer', fails: false, lamports: 0n, separate: false };

const ofManner = (fences: Fences, manner: Manner): fc.Arbitrary<Generated> =>
  fc
    .record({
      treeFirst: fc.boolean(),
      steps: fc.array(leftOut(historyStep(fences, manner)), {
        minLength: 1,
        maxLength: MAX_STEPS,
        size: 'max',
      }),
    })
    .map(({ treeFirst, steps }) => {
      const taken = steps.filter((step) => step !== null);
      return planOf(taken.length === 0 ? [NO_STEP] : taken, { fences, treeFirst });
    });

const V1 = TREE_COUNT + 1;

/** Fewer programs, more invocations in a packet; now and then a v1 tree, which costs more to run. */
const histories = (fences: Fences, manner: Omit<Manner, 'crew'>): fc.Arbitrary<Generated> =>
  fc.oneof(
    { weight: 9, arbitrary: ofManner(fences, { ...manner, crew: CALLERS }) },
    { weight: 4, arbitrary: ofManner(fences, { ...manner, crew: ['A'], separate: fc.constant(false) }) },
    { weight: 2, arbitrary: ofManner(fences, { ...manner, crew: ['A', 'B'] }) },
    { weight: 1, arbitrary: ofManner(fences, { ...manner, crew: ['A', 'B'], trees: [V1, V1, V1, 1] }) },
  );

const often = fc.nat(9).map((value) => value > 7);
const seldom = fc.nat(9).map((value) => value > 8);

/** One context most of the time, two others now and then. */
export const sequence = (fences: Fences): fc.Arbitrary<Generated> =>
  histories(fences, { trees: [1, 1, 1, 1, 1, 1, 2, 3], separate: often });

/** Two contexts at the same time, and a third, several to a transaction. */
export const interleaved = (fences: Fences): fc.Arbitrary<Generated> =>
  histories(fences, { trees: [1, 1, 1, 2, 2, 2, 3], separate: seldom });
