// The oracle: folds a transaction's invocations over the model's world and says what the documents allow.
import type { Alternative, Prediction } from '../spec/outcome';
import type { PlannedTransaction, Transfer } from '../spec/plan';
import { SLOT } from '../spec/invoke-cpi';
import { MORE_THAN_EXISTS, type KeyRole } from '../spec/world';
import { DEFAULT_SHAPE } from './effects';
import type { Path } from './path';
import { DOCUMENTS, ruleInvocation, type Branch, type ModelOptions, type Ruling } from './ruling';
import { viewOf, type View } from './view';
import { leftBy, refuse, type RejectedWay, type Way } from './way';
import type { ModelWorld } from './world';

/** A prediction with the worlds that its alternatives lead to, in the same order. */
export type PredictedTransaction = {
  readonly prediction: Prediction;
  readonly worlds: readonly ModelWorld[];
  /** Which way each alternative takes, in the same order. */
  readonly paths: readonly Path[];
  /** Ids of the rules that some invocation exercises. */
  readonly exercised: ReadonlySet<string>;
};

const counted = (
  first: ReadonlyMap<KeyRole, number>,
  second: ReadonlyMap<KeyRole, number>,
): ReadonlyMap<KeyRole, number> => {
  if (second.size === 0) return first;
  const total = new Map(first);
  for (const [key, count] of second) total.set(key, (total.get(key) ?? 0) + count);
  return total;
};

const gained = (
  first: ReadonlyMap<KeyRole, bigint>,
  second: ReadonlyMap<KeyRole, bigint>,
): ReadonlyMap<KeyRole, bigint> => {
  if (second.size === 0) return first;
  const total = new Map(first);
  for (const [key, gain] of second) total.set(key, (total.get(key) ?? 0n) + gain);
  return total;
};

const joinBranch = (before: Way, next: Branch, view: View): Way => ({
  world: next.world,
  appended: counted(before.appended, next.appended),
  mayChange: new Set([...before.mayChange, ...next.mayChange]),
  lamports: gained(before.lamports, next.lamports),
  shape: next.shape,
  because: [...before.because, ...next.because],
  steps: [...before.steps, { view, as: next.as, after: next.world, because: next.because }],
});

const startBranch = (world: ModelWorld): Way => ({
  world,
  appended: new Map(),
  lamports: new Map(),
  mayChange: new Set(),
  shape: DEFAULT_SHAPE,
  because: [],
  steps: [],
});

type Fold = {
  readonly branches: readonly Way[];
  readonly rejected: readonly RejectedWay[];
  readonly unspecified: string | null;
  readonly exercised: ReadonlySet<string>;
};

type Judge = (world: ModelWorld) => { readonly view: View; readonly ruling: Ruling };

const foldInvocation = (fold: Fold, judge: Judge): Fold => {
  const rulings = fold.branches.map((branch) => ({ branch, ...judge(branch.world) }));
  return {
    branches: rulings.flatMap(({ branch, view, ruling }) =>
      ruling.accepted.map((next) => joinBranch(branch, next, view)),
    ),
    rejected: [
      ...fold.rejected,
      ...rulings.flatMap(({ branch, view, ruling }) =>
        ruling.rejected.map((rejection) => refuse(branch, rejection, view)),
      ),
    ],
    unspecified:
      fold.unspecified ??
      rulings.find(({ ruling }) => ruling.unspecified !== null)?.ruling.unspecified ??
      null,
    exercised: new Set([...fold.exercised, ...rulings.flatMap(({ ruling }) => ruling.exercised)]),
  };
};

/** A transfer of more than exists fails, whatever the documents say; no rule speaks about its error. */
const foldTransfer = (fold: Fold, { from, to, lamports }: Transfer, failedAt: number): Fold => {
  if (lamports < MORE_THAN_EXISTS)
    return {
      ...fold,
      branches: fold.branches.map((b) => ({ ...b, mayChange: new Set([...b.mayChange, from, to]) })),
    };
  const failure = { failedAt, codes: new Set<number>(), errors: new Set<string>(), anyUndocumented: true };
  const failed = fold.branches.map(({ steps }) => ({ rejection: failure, because: [], steps }));
  return { ...fold, branches: [], rejected: [...fold.rejected, ...failed] };
};

const alternativeOf = (branch: Way, named: ReadonlySet<KeyRole>): Alternative => ({
  kind: 'accepted',
  effects: {
    shape: branch.shape,
    lamports: branch.lamports,
    contexts: new Map(
      [...branch.world.contexts]
        .filter(([key]) => named.has(key))
        .map(([key, context]) => [key, context.state]),
    ),
    appended: branch.appended,
    mayChange: branch.mayChange,
  },
  because: branch.because,
});

/** The contexts that the transaction's invocations name; what happens to others shows as an unexpected change. */
const namedContexts = (transaction: PlannedTransaction): ReadonlySet<KeyRole> =>
  new Set(
    transaction.instructions.flatMap((item) => {
      const key = item.kind === 'invocation' ? item.accounts[SLOT.cpi_context_account]?.key : undefined;
      return key === undefined ? [] : [key];
    }),
  );

type Conclusion = {
  readonly fold: Fold;
  readonly start: ModelWorld;
  readonly transaction: PlannedTransaction;
  readonly options: ModelOptions;
};

const concluded = ({ fold, start, transaction, options }: Conclusion): PredictedTransaction => {
  const named = namedContexts(transaction);
  if (fold.unspecified !== null) {
    return {
      prediction: { kind: 'unspecified', why: fold.unspecified },
      worlds: [],
      paths: [],
      exercised: fold.exercised,
    };
  }
  const rejected = fold.rejected.map(({ rejection, because }): Alternative => ({
    kind: 'rejected',
    rejection,
    because,
  }));
  return {
    prediction: {
      kind: 'specified',
      alternatives: [...fold.branches.map((branch) => alternativeOf(branch, named)), ...rejected],
    },
    worlds: [
      ...fold.branches.map((branch) => branch.world),
      ...fold.rejected.map((way) => leftBy(way, start, options)),
    ],
    paths: [
      ...fold.branches.map(({ steps }) => ({ steps, rejected: false })),
      ...fold.rejected.map(({ steps }) => ({ steps, rejected: true })),
    ],
    exercised: fold.exercised,
  };
};

/** What the documents allow a transaction to do in a world. Wallet transfers in between change only wallets. */
export const predictTransaction = (
  world: ModelWorld,
  transaction: PlannedTransaction,
  options: ModelOptions = DOCUMENTS,
): PredictedTransaction => {
  let fold: Fold = { branches: [startBranch(world)], rejected: [], unspecified: null, exercised: new Set() };
  transaction.instructions.forEach((instruction, position) => {
    if (instruction.kind === 'transfer') {
      fold = foldTransfer(fold, instruction, position);
      return;
    }
    const judge: Judge = (before) => {
      const view = viewOf(before, instruction);
      return { view, ruling: ruleInvocation({ view, position, options }) };
    };
    fold = foldInvocation(fold, judge);
  });
  return concluded({ fold, start: world, transaction, options });
};
