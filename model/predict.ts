// The oracle: folds a transaction's invocations over the model's world and says what the documents allow.
import type { Alternative, Prediction } from '../spec/outcome';
import type { PlannedTransaction, Transfer } from '../spec/plan';
import { SLOT } from '../spec/invoke-cpi';
import type { KeyRole } from '../spec/world';
import { joinBranch, startBranch } from './branch';
import { expectedLeaves } from './leaves';
import { DOCUMENTS, type ModelOptions } from './options';
import { ruleInvocation, type Branch, type Ruling } from './ruling';
import { observedEffects, spentBy } from './observed';
import { summed } from './sums';
import { viewOf } from './view';
import type { ModelWorld } from './world';

/** A prediction with the worlds that its alternatives lead to, in the same order. */
export type PredictedTransaction = {
  readonly prediction: Prediction;
  readonly worlds: readonly ModelWorld[];
  /** Ids of the rules that some invocation exercises. */
  readonly exercised: ReadonlySet<string>;
};

type Fold = {
  readonly branches: readonly Branch[];
  readonly rejected: Ruling['rejected'];
  readonly unspecified: string | null;
  readonly exercised: ReadonlySet<string>;
};

const foldInvocation = (fold: Fold, judge: (world: ModelWorld) => Ruling): Fold => {
  const rulings = fold.branches.map((branch) => ({ branch, ruling: judge(branch.world) }));
  return {
    branches: rulings.flatMap(({ branch, ruling }) =>
      ruling.accepted.map((next) => joinBranch(branch, next)),
    ),
    rejected: [...fold.rejected, ...rulings.flatMap(({ ruling }) => ruling.rejected)],
    unspecified:
      fold.unspecified ??
      rulings.find(({ ruling }) => ruling.unspecified !== null)?.ruling.unspecified ??
      null,
    exercised: new Set([...fold.exercised, ...rulings.flatMap(({ ruling }) => ruling.exercised)]),
  };
};

type Asked = {
  readonly start: ModelWorld;
  readonly named: ReadonlySet<KeyRole>;
  readonly options: ModelOptions;
};

const alternativeOf = (branch: Branch, { start, named, options }: Asked): Alternative => ({
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
    mayRewrite: branch.mayRewrite,
    leaves: expectedLeaves(branch.created, start, options),
    spent: spentBy(branch, options),
    observed: observedEffects(branch, options),
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

const concluded = (fold: Fold, asked: Asked): PredictedTransaction => {
  if (fold.unspecified !== null) {
    return {
      prediction: { kind: 'unspecified', why: fold.unspecified },
      worlds: [],
      exercised: fold.exercised,
    };
  }
  const rejected = fold.rejected.map(({ because, ...allowed }): Alternative => ({
    kind: 'rejected',
    rejection: allowed,
    because,
  }));
  return {
    prediction: {
      kind: 'specified',
      alternatives: [...fold.branches.map((branch) => alternativeOf(branch, asked)), ...rejected],
    },
    worlds: [...fold.branches.map((branch) => branch.world), ...rejected.map(() => asked.start)],
    exercised: fold.exercised,
  };
};

const transferred = ({ from, to, lamports }: Transfer): ReadonlyMap<KeyRole, bigint> =>
  summed(new Map([[from, -lamports]]), new Map([[to, lamports]]));

/** What the documents allow a transaction to do in a world. Wallet transfers in between change only wallets. */
export const predictTransaction = (
  world: ModelWorld,
  transaction: PlannedTransaction,
  options: ModelOptions = DOCUMENTS,
): PredictedTransaction => {
  let fold: Fold = { branches: [startBranch(world)], rejected: [], unspecified: null, exercised: new Set() };
  transaction.instructions.forEach((instruction, position) => {
    if (instruction.kind === 'transfer') {
      const moved = new Set([instruction.from, instruction.to]);
      fold = {
        ...fold,
        branches: fold.branches.map((b) => ({
          ...b,
          mayChange: new Set([...b.mayChange, ...moved]),
          allLamports: summed(b.allLamports, transferred(instruction)),
        })),
      };
      return;
    }
    const judge = (before: ModelWorld): Ruling =>
      ruleInvocation({ view: viewOf(before, instruction), position, options });
    fold = foldInvocation(fold, judge);
  });
  return concluded(fold, { start: world, named: namedContexts(transaction), options });
};
