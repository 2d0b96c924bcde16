// The oracle: folds a transaction's invocations over the model's world and says what the documents allow.
import type { Alternative, AllowedRejection, Prediction } from '../spec/outcome';
import type { Invocation, PlannedTransaction } from '../spec/plan';
import { FIXED_SLOTS, SLOT } from '../spec/invoke-cpi';
import type { Rule } from '../spec/rule';
import { RULES } from '../spec/rules';
import type { KeyRole } from '../spec/world';
import { CHECKS } from './checks';
import { DEFAULT_SHAPE, executed, written, type Changes, type Holds } from './effects';
import { openQuestions } from './unspecified';
import { viewOf, type View } from './view';
import type { ModelWorld } from './world';

/** The model may be made wrong on purpose: other rules than the documents', or one that no longer holds. */
export type ModelOptions = { readonly rules: readonly Rule[]; readonly dropped: ReadonlySet<string> };
export const DOCUMENTS: ModelOptions = { rules: RULES, dropped: new Set() };

/** One way in which everything up to here was accepted. */
type Branch = Changes & { readonly because: readonly string[] };
type Ruling = {
  readonly accepted: readonly Branch[];
  readonly rejected: readonly (AllowedRejection & { readonly because: readonly string[] })[];
  readonly unspecified: string | null;
  readonly exercised: readonly string[];
};

/** A prediction with the worlds that its alternatives lead to, in the same order. */
export type PredictedTransaction = {
  readonly prediction: Prediction;
  readonly worlds: readonly ModelWorld[];
  /** Ids of the rules that some invocation exercises. */
  readonly exercised: ReadonlySet<string>;
};

/** A rule that does not reject by itself but only widens what is allowed. */
const SOFT = new Set(['modes/already-set', 'modes/both-flags']);
const ALREADY_SET = 6049;

/** With fewer than eleven accounts there are no slots to speak of: that is all that is wrong with the accounts. */
const canBeAsked = (rule: Rule, { accounts }: View): boolean =>
  accounts.length >= FIXED_SLOTS || rule.steps[1] === 1 || rule.id === 'accounts/at-least-eleven';

const exercises = (rule: Rule, view: View): boolean =>
  canBeAsked(rule, view) && CHECKS[rule.id]?.(view) === true;

const isViolated = (rule: Rule, options: ModelOptions): boolean => {
  const dropped = options.dropped.has(rule.id);
  if (rule.expects.kind === 'rejects') return !dropped && !SOFT.has(rule.id);
  return dropped && rule.expects.kind === 'accepts';
};

/** Of several violated rules, those that no other must come before. */
const earliest = (violated: readonly Rule[]): readonly Rule[] => {
  const deadline = Math.min(...violated.map((rule) => rule.steps[1]));
  return violated.filter((rule) => rule.steps[0] <= deadline);
};

const rejection = (
  violated: readonly Rule[],
  failedAt: number,
  open: boolean,
): Ruling['rejected'][number] => {
  const first = earliest(violated);
  const expectations = first.flatMap(({ expects }) => (expects.kind === 'rejects' ? [expects] : []));
  return {
    failedAt,
    codes: new Set([
      ...expectations.flatMap(({ code }) => (code === null ? [] : [code])),
      ...first.flatMap((rule) => rule.alsoAllows ?? []),
    ]),
    errors: new Set(
      expectations.flatMap(({ code, error }) => (code === null && error !== null ? [error] : [])),
    ),
    anyUndocumented:
      open ||
      expectations.length < first.length ||
      expectations.some(({ code, error }) => code === null && error === null),
    because: first.map((rule) => rule.id),
  };
};

const alreadySet = (failedAt: number, because: string): Ruling['rejected'][number] => ({
  failedAt,
  codes: new Set([ALREADY_SET]),
  errors: new Set(),
  anyUndocumented: false,
  because: [because],
});

type Judged = { readonly view: View; readonly position: number; readonly options: ModelOptions };

const changesOf = (view: View, holds: Holds): Changes => {
  if (view.executes) return executed({ view, holds });
  return written({ view, holds }, view.mode === 'set' ? 'set' : 'first-set');
};

const ruleUnambiguous = ({ view, position, options }: Judged): Ruling => {
  const exercised = options.rules.filter((rule) => exercises(rule, view));
  const ids = exercised.map((rule) => rule.id);
  const violated = exercised.filter((rule) => isViolated(rule, options));
  const open = view.accounts.length < FIXED_SLOTS ? [] : openQuestions(view);
  if (violated.length > 0) {
    return {
      accepted: [],
      rejected: [rejection(violated, position, open.length > 0)],
      unspecified: null,
      exercised: ids,
    };
  }
  if (open.length > 0) return { accepted: [], rejected: [], unspecified: open.join('; '), exercised: ids };
  const holds: Holds = (rule) => !options.dropped.has(rule);
  const soft = ids.includes('modes/already-set') && holds('modes/already-set');
  return {
    accepted: [{ ...changesOf(view, holds), because: ids }],
    rejected: soft ? [alreadySet(position, 'modes/already-set')] : [],
    unspecified: null,
    exercised: ids,
  };
};

/** With both flags set, either write mode's ruling is allowed, and 6049. */
const ruleBothFlags = (judged: Judged): Ruling => {
  const as = (mode: View['mode']): Ruling => ruleUnambiguous({ ...judged, view: { ...judged.view, mode } });
  const [first, second] = [as('first-set'), as('set')];
  return {
    accepted: [...first.accepted, ...second.accepted],
    rejected: [...first.rejected, ...second.rejected, alreadySet(judged.position, 'modes/both-flags')],
    unspecified: first.unspecified ?? second.unspecified,
    exercised: ['modes/both-flags', ...first.exercised.filter((id) => second.exercised.includes(id))],
  };
};

const ruleInvocation = (judged: Judged): Ruling =>
  judged.view.mode === 'both' && !judged.options.dropped.has('modes/both-flags')
    ? ruleBothFlags(judged)
    : ruleUnambiguous(judged);

const plus = (
  first: ReadonlyMap<KeyRole, number>,
  second: ReadonlyMap<KeyRole, number>,
): ReadonlyMap<KeyRole, number> => {
  const total = new Map(first);
  for (const [key, count] of second) total.set(key, (total.get(key) ?? 0) + count);
  return total;
};

const joinBranch = (before: Branch, next: Branch): Branch => ({
  world: next.world,
  appended: plus(before.appended, next.appended),
  mayChange: new Set([...before.mayChange, ...next.mayChange]),
  shape: next.shape,
  because: [...before.because, ...next.because],
});

const startBranch = (world: ModelWorld): Branch => ({
  world,
  appended: new Map(),
  mayChange: new Set(),
  shape: DEFAULT_SHAPE,
  because: [],
});

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

const alternativeOf = (branch: Branch, named: ReadonlySet<KeyRole>): Alternative => ({
  kind: 'accepted',
  effects: {
    shape: branch.shape,
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

const concluded = (fold: Fold, start: ModelWorld, transaction: PlannedTransaction): PredictedTransaction => {
  const named = namedContexts(transaction);
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
      alternatives: [...fold.branches.map((branch) => alternativeOf(branch, named)), ...rejected],
    },
    worlds: [...fold.branches.map((branch) => branch.world), ...rejected.map(() => start)],
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
      const moved = new Set([instruction.from, instruction.to]);
      fold = {
        ...fold,
        branches: fold.branches.map((b) => ({ ...b, mayChange: new Set([...b.mayChange, ...moved]) })),
      };
      return;
    }
    const judge = (before: ModelWorld): Ruling =>
      ruleInvocation({ view: viewOf(before, instruction satisfies Invocation), position, options });
    fold = foldInvocation(fold, judge);
  });
  return concluded(fold, world, transaction);
};
