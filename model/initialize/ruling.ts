// The document's ruling on one initialisation: which rules it exercises, and so what may happen.
import { INITIALIZE_ACCOUNTS } from '../../spec/initialize';
import type { KeyRole } from '../../spec/world';
import type { Rule } from '../../spec/rule';
import type { ModelOptions } from '../options';
import { isViolated, rejection } from '../rejection';
import type { Ruling } from '../ruling';
import { INITIALIZE_CHECKS, isSibling } from './checks';
import { initialised } from './effects';
import { accountOf, type InitializeView } from './view';

export type JudgedInitialization = {
  readonly view: InitializeView;
  readonly position: number;
  readonly options: ModelOptions;
};

const DATA_STEP = 1;

/** With fewer than three accounts there are none to speak of: that is all that is wrong with them. */
const canBeAsked = (rule: Rule, { accounts }: InitializeView): boolean =>
  accounts.length >= INITIALIZE_ACCOUNTS.length ||
  rule.steps[1] === DATA_STEP ||
  rule.id === 'initialization/at-least-three';

const checked = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Those of the rules that have a check here, found once for each list of rules. */
const checkedOf = (rules: readonly Rule[]): readonly Rule[] => {
  const known = checked.get(rules) ?? rules.filter(({ id }) => INITIALIZE_CHECKS[id] !== undefined);
  checked.set(rules, known);
  return known;
};

const exercisedRules = (view: InitializeView, { rules }: ModelOptions): readonly Rule[] =>
  checkedOf(rules).filter((rule) => canBeAsked(rule, view) && INITIALIZE_CHECKS[rule.id]?.(view) === true);

const canSign = (key: KeyRole): boolean => /^(?:payer|wallet|fresh|tree|context):/.test(key);

const inTwoRoles = (view: InitializeView): boolean => {
  const keys = INITIALIZE_ACCOUNTS.flatMap((name) => accountOf(view, name)?.key ?? []);
  return new Set(keys).size < keys.length;
};

/** What the document does not speak about. */
const openQuestions = (view: InitializeView): readonly string[] => [
  ...(isSibling(view) ? ['the discriminator of another instruction'] : []),
  ...(view.accounts.some((meta) => meta.signer && !canSign(meta.key))
    ? ['a signature that nobody in the transaction can give (CPI_GUIDE.md)']
    : []),
  ...(inTwoRoles(view) ? ['one account in two roles'] : []),
];

/** Modes are those of invocations. */
const AS = 'none' as const;

const REFUSED: Omit<Ruling['rejected'][number], 'failedAt' | 'because'> = {
  as: AS,
  codes: new Set(),
  errors: new Set(),
  anyUndocumented: true,
};

/** What the document allows one initialisation to do in a world. */
export const ruleInitialization = ({ view, position, options }: JudgedInitialization): Ruling => {
  const exercised = exercisedRules(view, options);
  const ids = exercised.map((rule) => rule.id);
  const open = openQuestions(view);
  const violated = exercised.filter((rule) => isViolated(rule, options));
  const ruling: Ruling = { accepted: [], rejected: [], unspecified: null, exercised: ids };
  if (violated.length > 0)
    return { ...ruling, rejected: [rejection({ violated, open: open.length > 0 }, position, AS)] };
  if (open.length > 0) return { ...ruling, unspecified: open.join('; ') };
  const additional = 'initialization/additional-data';
  return {
    ...ruling,
    accepted: [{ ...initialised(view, (rule) => !options.dropped.has(rule)), because: ids, as: AS }],
    rejected: ids.includes(additional) ? [{ ...REFUSED, failedAt: position, because: [additional] }] : [],
  };
};
