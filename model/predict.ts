// The oracle: folds a transaction's invocations over the model's world and says what the documents allow.
import type { Alternative, Prediction } from '../spec/outcome';
import type { PlannedInstruction, PlannedTransaction, Transfer } from '../spec/plan';
import { CAPACITY_LIMITS } from '../spec/boundaries';
import { INITIALIZE_SLOT } from '../spec/initialize';
import { SLOT } from '../spec/invoke-cpi';
import type { KeyRole } from '../spec/world';
import { joinBranch, startBranch } from './branch';
import { ruleInitialization } from './initialize/ruling';
import { initializeViewOf } from './initialize/view';
import { expectedLeaves } from './leaves';
import { observedEffects, spentBy } from './observed';
import { DOCUMENTS, type ModelOptions } from './options';
import { ruleInvocation, type Branch, type Ruling } from './ruling';
import { summed, united } from './sums';
import { viewOf } from './view';
import type { ModelWorld } from './world';

/** A prediction with the worlds that its alternatives lead to, in the same order. */
export type PredictedTransaction = {
  readonly prediction: Prediction;
  readonly worlds: readonly ModelWorld[];
  /** Ids of the rules that some invocation exercises. */
  readonly exercised: ReadonlySet<string>;
};

const NO_RULES: ReadonlySet<string> = new Set();

type Fold = {
  readonly branches: readonly Branch[];
  readonly rejected: Ruling['rejected'];
  readonly unspecified: string | null;
  readonly exercised: ReadonlySet<string>;
};

/** The usual case: one way up to here. */
const foldOnly = (fold: Fold, branch: Branch, ruling: Ruling): Fold => ({
  branches: ruling.accepted.map((next) => joinBranch(branch, next)),
  rejected: fold.rejected.length === 0 ? ruling.rejected : [...fold.rejected, ...ruling.rejected],
  unspecified: fold.unspecified ?? ruling.unspecified,
  exercised: united(fold.exercised, new Set(ruling.exercised)),
});

const foldInvocation = (fold: Fold, judge: (world: ModelWorld) => Ruling): Fold => {
  const [only] = fold.branches;
  if (only !== undefined && fold.branches.length === 1) return foldOnly(fold, only, judge(only.world));
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
      [...named].flatMap((key) => {
        const context = branch.world.contexts.get(key);
        return context === undefined ? [] : [[key, context.state] as const];
      }),
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

const contextIn = (item: PlannedInstruction): KeyRole | undefined => {
  if (item.kind === 'transfer') return undefined;
  const slot = item.kind === 'invocation' ? SLOT.cpi_context_account : INITIALIZE_SLOT.cpi_context_account;
  return item.accounts[slot]?.key;
};

/** The contexts that the transaction's invocations name; what happens to others shows as an unexpected change. */
const namedContexts = ({ instructions }: PlannedTransaction): ReadonlySet<KeyRole> =>
  new Set(instructions.flatMap((item) => contextIn(item) ?? []));

/** A refusal changes nothing; that a write did not fit is remembered, so that what follows can be told apart. */
const refused = (start: ModelWorld, { because }: Alternative, named: ReadonlySet<KeyRole>): ModelWorld =>
  because.some((rule) => rule in CAPACITY_LIMITS)
    ? { ...start, overflowed: new Set([...start.overflowed, ...named]) }
    : start;

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
    worlds: [
      ...fold.branches.map(({ world }) => world),
      ...rejected.map((one) => refused(asked.start, one, asked.named)),
    ],
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
  let fold: Fold = { branches: [startBranch(world)], rejected: [], unspecified: null, exercised: NO_RULES };
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
      instruction.kind === 'initialize'
        ? ruleInitialization({ view: initializeViewOf(before, instruction, transaction), position, options })
        : ruleInvocation({ view: viewOf(before, instruction), position, options });
    fold = foldInvocation(fold, judge);
  });
  return concluded(fold, { start: world, named: namedContexts(transaction), options });
};
