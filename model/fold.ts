// Folds a transaction's instructions over the ways that the documents leave open, one instruction after the other.
import type { Transfer } from '../spec/plan';
import { MORE_THAN_EXISTS, type KeyRole } from '../spec/world';
import { joinBranch, startBranch } from './branch';
import type { Ruling } from './ruling';
import { summed, united } from './sums';
import type { View } from './view';
import { refuse, type RejectedWay, type Way } from './way';
import type { ModelWorld } from './world';

export type Fold = {
  readonly branches: readonly Way[];
  readonly rejected: readonly RejectedWay[];
  readonly unspecified: string | null;
  readonly exercised: ReadonlySet<string>;
};

const NO_RULES: ReadonlySet<string> = new Set();

/** Nothing has happened yet. */
export const startFold = (world: ModelWorld): Fold => ({
  branches: [startBranch(world)],
  rejected: [],
  unspecified: null,
  exercised: NO_RULES,
});

/** The ruling on an instruction in a world; `view` is null for one that is no invocation. */
export type Judged = { readonly view: View | null; readonly ruling: Ruling };

const joinOne = (fold: Fold, branch: Way, { view, ruling }: Judged): Fold => {
  const rejected = ruling.rejected.map((one) => refuse(branch, one, view));
  return {
    branches: ruling.accepted.map((next) => joinBranch(branch, next, view)),
    rejected: fold.rejected.length === 0 ? rejected : [...fold.rejected, ...rejected],
    unspecified: fold.unspecified ?? ruling.unspecified,
    exercised: united(fold.exercised, new Set(ruling.exercised)),
  };
};

/** Every way goes on by each of the ways that the documents leave open for one more instruction. */
export const foldInstruction = (fold: Fold, judge: (world: ModelWorld) => Judged): Fold =>
  fold.branches.reduce<Fold>(
    (before, branch) => {
      const next = joinOne(before, branch, judge(branch.world));
      return before.branches.length === 0
        ? next
        : { ...next, branches: [...before.branches, ...next.branches] };
    },
    { ...fold, branches: [] },
  );

const transferred = ({ from, to, lamports }: Transfer): ReadonlyMap<KeyRole, bigint> =>
  summed(new Map([[from, -lamports]]), new Map([[to, lamports]]));

/** Wallet transfers change only wallets. One of more than exists fails; no rule speaks about its error. */
export const foldTransfer = (fold: Fold, transfer: Transfer, failedAt: number): Fold => {
  const { from, to, lamports } = transfer;
  if (lamports < MORE_THAN_EXISTS)
    return {
      ...fold,
      branches: fold.branches.map((way) => ({
        ...way,
        mayChange: new Set([...way.mayChange, from, to]),
        allLamports: summed(way.allLamports, transferred(transfer)),
      })),
    };
  const failure = { failedAt, codes: new Set<number>(), errors: new Set<string>(), anyUndocumented: true };
  const failed = fold.branches.map(({ steps }) => ({ rejection: failure, because: [], steps }));
  return { ...fold, branches: [], rejected: [...fold.rejected, ...failed] };
};
