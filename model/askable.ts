// Which rules can be asked about an invocation, and which of them it exercises.
import { SLOT_NAMES } from '../spec/invoke-cpi';
import type { Rule } from '../spec/rule';
import type { Check } from './check';
import { CHECKS } from './checks';
import type { ModelOptions } from './options';
import type { View } from './view';

const INVOKE_CPI_SLOTS = new Set<View['instruction']>(['InvokeCpi', 'InvokeCpiWithReadOnly']);

/** CPI_CONTEXT.md speaks of every call that has a context, whatever its slots. */
const IN_ALL_LAYOUTS = new Set<Rule['area']>(['modes', 'validation', 'limits', 'effects']);
const CPI_SIBLINGS = new Set<View['instruction']>(['InvokeCpiWithReadOnly', 'InvokeCpiWithAccountInfo']);

const isAbout = ({ area, instructions }: Rule, { instruction, layout }: View): boolean =>
  instructions === undefined
    ? (INVOKE_CPI_SLOTS.has(instruction) && layout === SLOT_NAMES) ||
      (IN_ALL_LAYOUTS.has(area) && CPI_SIBLINGS.has(instruction))
    : instructions.includes(instruction);

/** Whether there are too few accounts for the slots. */
export const isShort = ({ accounts, layout }: View): boolean => accounts.length < layout.length;

/** About too few accounts; then there are no slots to speak of, and that is all that is wrong with the accounts. */
const ABOUT_TOO_FEW: ReadonlySet<string> = new Set([
  'accounts/at-least-eleven',
  'invoke/at-least-nine',
  'read-only/enough-accounts',
  'account-info/enough-accounts',
]);
/** Accounts by options are taken one after the other: what is wrong with an earlier one may show first. */
const isByOptions = ({ instruction, layout }: View): boolean =>
  instruction !== 'Invoke' && layout !== SLOT_NAMES;
const canBeAsked = (rule: Rule, view: View): boolean =>
  isAbout(rule, view) &&
  (!isShort(view) || isByOptions(view) || rule.steps[1] === 1 || ABOUT_TOO_FEW.has(rule.id));

type Asked = { readonly rule: Rule; readonly check: Check };

const prepared = new WeakMap<readonly Rule[], readonly Asked[]>();

/** Rules with their checks, put together once for each list of rules. */
const askedOf = (rules: readonly Rule[]): readonly Asked[] => {
  const known = prepared.get(rules);
  if (known !== undefined) return known;
  const asked = rules.flatMap((rule) => {
    const check = CHECKS[rule.id];
    return check === undefined ? [] : [{ rule, check }];
  });
  prepared.set(rules, asked);
  return asked;
};

/** What decides which rules can be asked: the instruction, its slots, and whether there are enough accounts for them. */
type Kind = {
  readonly instruction: View['instruction'];
  readonly hasAllSlots: boolean;
  readonly isShort: boolean;
  readonly asked: readonly Asked[];
};

const kindsOf = new WeakMap<readonly Rule[], Kind[]>();

/** The rules that can be asked about a view, found once for each kind of view: there are few. */
const askable = (rules: readonly Rule[], view: View): readonly Asked[] => {
  const { instruction } = view;
  const hasAllSlots = view.layout === SLOT_NAMES;
  const short = isShort(view);
  const kinds = kindsOf.get(rules) ?? [];
  for (const kind of kinds)
    if (kind.instruction === instruction && kind.hasAllSlots === hasAllSlots && kind.isShort === short)
      return kind.asked;
  const asked = askedOf(rules).filter(({ rule }) => canBeAsked(rule, view));
  kindsOf.set(rules, [...kinds, { instruction, hasAllSlots, isShort: short, asked }]);
  return asked;
};

/** The rules that an invocation exercises. */
export const exercisedRules = (view: View, { rules }: ModelOptions): readonly Rule[] => {
  const exercised: Rule[] = [];
  for (const { rule, check } of askable(rules, view)) if (check(view)) exercised.push(rule);
  return exercised;
};
