// A plan's run as a history: numbered steps, what each transaction was to do and did, and the contexts before and after.
import { slotIndexOf } from '../spec/layouts';
import type { ContextState } from '../spec/context-state';
import type { Observation, TransactionOutcome } from '../spec/outcome';
import type { Alternative, Prediction } from '../spec/prediction';
import type { AccountBefore, Plan, PlannedInstruction, PlannedTransaction } from '../spec/plan';
import { initializedContext } from '../spec/reinitialize';
import { contextOfTransfer } from '../spec/token';
import type { Verdict } from '../spec/verdict';
import { treeNumber, type KeyRole } from '../spec/world';

/** `number` counts all instructions of the plan, from 1. */
export type Step = { readonly number: number; readonly instruction: PlannedInstruction };

export type ContextChange = {
  readonly key: KeyRole;
  readonly before: ContextState;
  /** null where the account is no longer a well-formed context, or was not read. */
  readonly after: ContextState | null;
  /** Where the program deviates: what an accepted transaction leads to; null where several ways or none do. */
  readonly documented: ContextState | null;
};

/**
 * - documented: the program did what the documents say.
 * - deviates: it did not; the only chapter of this kind, and the last that is judged.
 * - unspecified: the documents do not say.
 * - after: what follows either of these two, judged by nobody.
 */
export type Judgement = 'documented' | 'deviates' | 'unspecified' | 'after';

export type Chapter = {
  /** From 1. */
  readonly number: number;
  readonly transaction: PlannedTransaction;
  readonly steps: readonly Step[];
  readonly judgement: Judgement;
  readonly prediction: Prediction | null;
  readonly outcome: TransactionOutcome | null;
  readonly contexts: readonly ContextChange[];
};

export type History = { readonly accounts: readonly AccountBefore[]; readonly chapters: readonly Chapter[] };

/** What has been run: the observation, what was predicted as far as it was judged, and the verdict. */
export type Run = {
  readonly observation: Observation;
  readonly predictions: readonly Prediction[];
  readonly verdict: Verdict;
};

/** What 32 zero bytes are the address of: the associated tree of an account that is not initialised. */
const NO_TREE: KeyRole = 'solana-system';

/** A context as nobody has written to it (CPI_CONTEXT.md, State Machine), with what the plan changed beforehand. */
function freshState(key: KeyRole, accounts: readonly AccountBefore[]): ContextState {
  const before = accounts.find((account) => account.key === key);
  const number = treeNumber(key);
  return {
    feePayer: before?.feePayer ?? null,
    associatedTree: before?.associatedTree ?? (number === undefined ? NO_TREE : `tree:${number}`),
    newAddresses: [],
    inputs: [],
    outputs: [],
  };
}

function contextOf(item: PlannedInstruction): KeyRole | undefined {
  if (item.kind === 'transfer' || item.kind === 'call') return undefined;
  if (item.kind === 'token')
    return item.name === 'transfer' ? (contextOfTransfer(item) ?? undefined) : undefined;
  const slot =
    item.kind === 'invocation' ? slotIndexOf(item, 'cpi_context_account') : initializedContext(item);
  return item.accounts[slot]?.key;
}

/** The contexts that the instructions name; a plan's own accounts may be contexts. */
function contextsOf({ instructions }: PlannedTransaction): readonly KeyRole[] {
  const keys = instructions.flatMap((item) => contextOf(item) ?? []);
  return [...new Set(keys)].filter((key) => /^(?:context|fresh):/.test(key));
}

const isAccepted = (alternative: Alternative): alternative is Extract<Alternative, { kind: 'accepted' }> =>
  alternative.kind === 'accepted';

/** The state that the one way to accept leads to. */
function documentedState(key: KeyRole, prediction: Prediction | null): ContextState | null {
  if (prediction?.kind !== 'specified') return null;
  const [only, second] = prediction.alternatives.filter(isAccepted);
  return second === undefined ? (only?.effects.contexts.get(key) ?? null) : null;
}

function judgementOf(index: number, { verdict }: Run): Judgement {
  if (index > verdict.transaction) return 'after';
  if (index < verdict.transaction || verdict.kind === 'match') return 'documented';
  return verdict.kind === 'unspecified' ? 'unspecified' : 'deviates';
}

type Told = { readonly states: ReadonlyMap<KeyRole, ContextState>; readonly chapters: readonly Chapter[] };

type At = { readonly index: number; readonly plan: Plan; readonly run: Run | null };

function changesIn(transaction: PlannedTransaction, told: Told, at: At): readonly ContextChange[] {
  const outcome = at.run?.observation.transactions[at.index];
  const prediction = at.run?.predictions[at.index] ?? null;
  if (outcome === undefined || at.run === null) return [];
  const deviates = judgementOf(at.index, at.run) === 'deviates';
  return contextsOf(transaction).map((key) => {
    const before = told.states.get(key) ?? freshState(key, at.plan.accounts);
    const read = outcome.after.contexts.get(key)?.state ?? null;
    // The runtime undoes a transaction that failed.
    const after = read ?? (outcome.raised === null ? null : before);
    return { key, before, after, documented: deviates ? documentedState(key, prediction) : null };
  });
}

function nextChapter(told: Told, transaction: PlannedTransaction, at: At): Told {
  const first = told.chapters.reduce((sum, { steps }) => sum + steps.length, 1);
  const contexts = changesIn(transaction, told, at);
  const chapter: Chapter = {
    number: at.index + 1,
    transaction,
    steps: transaction.instructions.map((instruction, place) => ({ number: first + place, instruction })),
    judgement: at.run === null ? 'after' : judgementOf(at.index, at.run),
    prediction: at.run?.predictions[at.index] ?? null,
    outcome: at.run?.observation.transactions[at.index] ?? null,
    contexts,
  };
  const known = contexts.flatMap(({ key, after }) => (after === null ? [] : [[key, after] as const]));
  return { states: new Map([...told.states, ...known]), chapters: [...told.chapters, chapter] };
}

/** The history of a plan; without a run, its steps only. */
export function historyOf(plan: Plan, run: Run | null): History {
  const start: Told = { states: new Map(), chapters: [] };
  const { chapters } = plan.transactions.reduce(
    (told, transaction, index) => nextChapter(told, transaction, { index, plan, run }),
    start,
  );
  return { accounts: plan.accounts, chapters };
}
