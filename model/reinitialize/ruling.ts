// The document's ruling on one re-initialisation: which rules it exercises, and so what may happen.
import { V1_FIELDS, V1_SIZE } from '../../spec/reinitialize';
import type { Rule } from '../../spec/rule';
import { sizeOf, type InitializeView } from '../initialize/view';
import type { ModelOptions } from '../options';
import { isViolated, rejection } from '../rejection';
import type { Ruling } from '../ruling';
import { contextOf, REINITIALIZE_CHECKS } from './checks';
import { reinitialised } from './effects';

export type JudgedReinitialization = {
  readonly view: InitializeView;
  readonly position: number;
  readonly options: ModelOptions;
};

const DATA_STEP = 1;
const NO_ACCOUNT = 're-initialization/no-account';
const ADDITIONAL = 're-initialization/additional-data';

/** Without an account there is nothing else wrong with it. */
const canBeAsked = (rule: Rule, { accounts }: InitializeView): boolean =>
  accounts.length > 0 || rule.steps[1] === DATA_STEP || rule.id === NO_ACCOUNT;

const exercisedRules = (view: InitializeView, { rules }: ModelOptions): readonly Rule[] =>
  rules.filter((rule) => canBeAsked(rule, view) && REINITIALIZE_CHECKS[rule.id]?.(view) === true);

const hasOtherSize = (view: InitializeView): boolean => {
  const key = contextOf(view)?.key;
  const size = key === undefined ? undefined : sizeOf(view.world, key);
  return size !== undefined && size >= V1_FIELDS && size !== V1_SIZE;
};

/** Modes are those of invocations. */
const AS = 'none' as const;

/** What the document allows one re-initialisation to do in a world. */
export const ruleReinitialization = ({ view, position, options }: JudgedReinitialization): Ruling => {
  const exercised = exercisedRules(view, options);
  const ids = exercised.map((rule) => rule.id);
  const violated = exercised.filter((rule) => isViolated(rule, options));
  const open = hasOtherSize(view);
  const ruling: Ruling = { accepted: [], rejected: [], unspecified: null, exercised: ids };
  if (violated.length > 0) return { ...ruling, rejected: [rejection({ violated, open }, position, AS)] };
  if (open) return { ...ruling, unspecified: 'a version 1 context of another size' };
  const refused = {
    as: AS,
    codes: new Set<number>(),
    errors: new Set<string>(),
    anyUndocumented: true,
    failedAt: position,
    because: [ADDITIONAL],
  };
  return {
    ...ruling,
    accepted: [{ ...reinitialised(view, (rule) => !options.dropped.has(rule)), because: ids, as: AS }],
    rejected: ids.includes(ADDITIONAL) ? [refused] : [],
  };
};
