// Keeps the cases of a pair in which both rules are really broken, each by its own edit; says of the others why not.
import type { PairCase } from '../../generators/pairs';
import { fenceOf } from '../../spec/fences';
import type { Pair, PairPlans, Unusable } from '../../spec/precedence';
import type { Plan } from '../../spec/plan';
import type { Rule } from '../../spec/rule';
import { ruleById } from '../../spec/rules';
import { violationsOf, type Violations } from './violations';

/** A case that is worth running. */
export type Screened = {
  readonly kind: string;
  readonly plans: PairPlans;
  /** As in Sighting. */
  readonly isClean: boolean;
  /** Whether the documents let the first one's error win, and the second one's. */
  readonly mayWin: { readonly first: boolean; readonly second: boolean };
};

type Broken = { readonly first: Violations; readonly second: Violations };

/** Valid plans stay on the agreed side of every fence: a choice that is fenced is the edit's. */
const isClean = ({ first, second }: Broken): boolean =>
  [...first.free, ...second.free].every((id) => fenceOf(id) === undefined);

/** What only the two together bring: a third broken rule, or a free choice, which a program may refuse all the same. */
const strangerIn = (both: Violations, { first, second }: Broken): Unusable | null => {
  const isOwn = (of: 'rules' | 'free') => (id: string) => first[of].has(id) || second[of].has(id);
  if (![...both.rules].every(isOwn('rules'))) return 'together they break a third rule';
  return [...both.free].every(isOwn('free')) ? null : 'together they make a free choice that neither makes';
};

const together = ({ first, second }: Pair, both: Violations | null, broken: Broken): Unusable | null => {
  if (both?.rules.has(first) !== true) return 'the second change undoes the first';
  if (!both.rules.has(second)) return 'the first change undoes the second';
  if (new Set([both, broken.first, broken.second].map(({ transaction }) => transaction)).size > 1)
    return 'broken in different instructions';
  return strangerIn(both, broken);
};

const alone = ({ first, second }: Pair, broken: Partial<Broken>): Unusable | null => {
  if (broken.first?.rules.has(first) !== true) return 'does not break the first';
  if (broken.second?.rules.has(second) !== true) return 'does not break the second';
  if (broken.first.rules.has(second)) return 'breaking the first breaks the second';
  return broken.second.rules.has(first) ? 'breaking the second breaks the first' : null;
};

const rulesIn = ({ rules }: Violations): readonly Rule[] => [...rules].flatMap((id) => ruleById(id) ?? []);

/** The documents let a rule win unless they check another that is broken before it. */
const mayWin = (broken: Broken): Screened['mayWin'] => {
  const [first, second] = [rulesIn(broken.first), rulesIn(broken.second)];
  const deadline = Math.min(...[...first, ...second].map(({ steps }) => steps[1]));
  const inTime = (rules: readonly Rule[]): boolean => rules.some(({ steps }) => steps[0] <= deadline);
  return { first: inTime(first), second: inTime(second) };
};

/** Of the plans that break both, the one of this turn if it does, else the other. */
const bothOf = (
  pair: Pair,
  broken: Broken,
  plans: readonly Plan[],
): { readonly plan: Plan } | { readonly why: Unusable } => {
  let why: Unusable = 'the second change undoes the first';
  for (const plan of plans) {
    const reason = together(pair, violationsOf(plan), broken);
    if (reason === null) return { plan };
    why = reason;
  }
  return { why };
};

/** The case to run, or why there is none; `turn` alternates which rule is broken first where that matters. */
export const screen = (pair: Pair, made: PairCase | null, turn: number): Screened | Unusable => {
  if (made === null) return 'does not break the second';
  const { kind, base, first, second, both } = made;
  const found = { first: violationsOf(first), second: violationsOf(second) };
  const why = alone(pair, {
    ...(found.first && { first: found.first }),
    ...(found.second && { second: found.second }),
  });
  if (why !== null || found.first === null || found.second === null) return why ?? 'does not break the first';
  const broken = { first: found.first, second: found.second };
  const kept = bothOf(pair, broken, turn % 2 === 0 ? both : both.toReversed());
  if ('why' in kept) return kept.why;
  const plans = { base, first, second, both: kept.plan };
  return { kind, plans, isClean: isClean(broken), mayWin: mayWin(broken) };
};
