// The documents' ruling on one invocation: which rules it exercises, and so what may happen.
import type { AllowedRejection } from '../spec/prediction';
import { SLOT_NAMES } from '../spec/invoke-cpi';
import type { Rule } from '../spec/rule';
import { expectedAddresses } from './address';
import type { Check } from './check';
import { CHECKS } from './checks';
import { executed, written, type Changes } from './effects';
import { expectationOf, type ModelOptions } from './options';
import { expectedStatement } from './statement';
import type { Holds } from './step';
import type { Question } from './questions/question';
import { openQuestions } from './unspecified';
import type { View } from './view';
import { isEmpty } from './world';

/** One way in which everything up to here was accepted. */
export type Branch = Changes & { readonly because: readonly string[]; readonly as: View['mode'] };
export type Rejection = AllowedRejection & {
  readonly because: readonly string[];
  readonly as: View['mode'];
};
export type Ruling = {
  readonly accepted: readonly Branch[];
  readonly rejected: readonly Rejection[];
  readonly unspecified: string | null;
  readonly exercised: readonly string[];
};

const ALREADY_SET = 'modes/already-set';
/** A rule that does not reject by itself but only widens what is allowed. */
const SOFT = new Set([ALREADY_SET, 'modes/both-flags']);

const INVOKE_CPI_SLOTS = new Set<View['instruction']>(['InvokeCpi', 'InvokeCpiWithReadOnly']);

/** CPI_CONTEXT.md speaks of every call that has a context, whatever its slots. */
const IN_ALL_LAYOUTS = new Set<Rule['area']>(['modes', 'validation', 'limits', 'effects']);
const CPI_SIBLINGS = new Set<View['instruction']>(['InvokeCpiWithReadOnly', 'InvokeCpiWithAccountInfo']);

const isAbout = ({ area, instructions }: Rule, { instruction, layout }: View): boolean =>
  instructions === undefined
    ? (INVOKE_CPI_SLOTS.has(instruction) && layout === SLOT_NAMES) ||
      (IN_ALL_LAYOUTS.has(area) && CPI_SIBLINGS.has(instruction))
    : instructions.includes(instruction);

const isShort = ({ accounts, layout }: View): boolean => accounts.length < layout.length;

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

const exercisedRules = (view: View, { rules }: ModelOptions): readonly Rule[] => {
  const exercised: Rule[] = [];
  for (const { rule, check } of askable(rules, view)) if (check(view)) exercised.push(rule);
  return exercised;
};

export const isViolated = (rule: Rule, options: ModelOptions): boolean => {
  const dropped = options.dropped.has(rule.id);
  if (rule.expects.kind === 'rejects') return !dropped && !SOFT.has(rule.id);
  return dropped && rule.expects.kind === 'accepts';
};

/** Without the rules that another one says more exactly, be that one dropped or not. */
const refined = (exercised: readonly Rule[]): readonly Rule[] => {
  const refinements = new Set(exercised.flatMap((rule) => rule.refines ?? []));
  return refinements.size === 0 ? exercised : exercised.filter(({ id }) => !refinements.has(id));
};

/** Of several violated rules, those that no other must come before. */
const earliest = (violated: readonly Rule[]): readonly Rule[] => {
  const deadline = Math.min(...violated.map((rule) => rule.steps[1]));
  return violated.filter((rule) => rule.steps[0] <= deadline);
};

type Refused = {
  readonly violated: readonly Rule[];
  readonly open: boolean;
  readonly mayStopCaller?: boolean;
};

/** The rejection that the violated rules call for. `open`: other errors may come first. */
export const rejection = (
  { violated, open, mayStopCaller }: Refused,
  failedAt: number,
  as: View['mode'],
): Rejection => {
  const first = earliest(violated);
  const expectations = first.flatMap(({ expects }) => (expects.kind === 'rejects' ? [expects] : []));
  const also = first.flatMap((rule) => rule.alsoAllows ?? []);
  return {
    failedAt: first.every((rule) => rule.atTheEnd) ? null : failedAt,
    codes: new Set([
      ...expectations.flatMap(({ code }) => (code === null ? [] : [code])),
      ...also.filter((allowed) => typeof allowed === 'number'),
    ]),
    errors: new Set([
      ...expectations.flatMap(({ code, error }) => (code === null && error !== null ? [error] : [])),
      ...also.filter((allowed) => typeof allowed === 'string'),
    ]),
    anyUndocumented:
      open ||
      expectations.length < first.length ||
      expectations.some(({ code, error }) => code === null && error === null),
    ...(mayStopCaller === true && { mayStopCaller }),
    because: first.map((rule) => rule.id),
    as,
  };
};

const alreadySet = (failedAt: number, because: string, options: ModelOptions): Rejection => {
  const expects = expectationOf(ALREADY_SET, options);
  const code = expects?.kind === 'rejects' ? expects.code : null;
  return {
    failedAt,
    codes: new Set(code === null ? [] : [code]),
    errors: new Set(),
    anyUndocumented: false,
    because: [because],
    as: 'first-set',
  };
};

/** Where the runtime refuses at the end, and other errors may come first, those come where the invocation is. */
const rejections = (refused: Refused, position: number, mode: View['mode']): readonly Rejection[] => {
  const called = rejection(refused, position, mode);
  return refused.open && called.failedAt === null
    ? [called, { ...called, failedAt: position, codes: new Set(), errors: new Set() }]
    : [called];
};

type Judged = { readonly view: View; readonly position: number; readonly options: ModelOptions };

const changesOf = (view: View, holds: Holds, options: ModelOptions): Changes => {
  const { facts, recorded, transactionHashes, shape } = options;
  const step = { view, holds, facts, recorded, transactionHashes, shape: shape.context };
  if (view.executes) return executed(step);
  return written(step, view.mode === 'set' ? 'set' : 'first-set');
};

const PROOF_VERIFIED = 'addresses/proof-verified';

/** Where a proof is refused, what the program has derived can be seen. */
const withDerived = (rejected: Rejection, view: View, options: ModelOptions): Rejection => {
  const statement = view.executes ? expectedStatement(view, options) : null;
  return {
    ...rejected,
    ...(rejected.because.includes(PROOF_VERIFIED) && { derived: expectedAddresses(view, options) }),
    ...(statement !== null && { statement }),
  };
};

const refusedFor = (violated: readonly Rule[], open: readonly Question[]): Refused => ({
  violated,
  open: open.length > 0,
  mayStopCaller: open.some(({ ofTheRuntime }) => ofTheRuntime === true),
});

const whyOf = (open: readonly Question[]): string => open.map(({ why }) => why).join('; ');

const ruleUnambiguous = ({ view, position, options }: Judged): Ruling => {
  const exercised = exercisedRules(view, options);
  const ids = exercised.map((rule) => rule.id);
  const violated = refined(exercised).filter((rule) => isViolated(rule, options));
  const open = isShort(view) ? [] : openQuestions(view, options.rules);
  if (violated.length > 0) {
    return {
      accepted: [],
      rejected: rejections(refusedFor(violated, open), position, view.mode).map((one) =>
        withDerived(one, view, options),
      ),
      unspecified: null,
      exercised: ids,
    };
  }
  if (open.length > 0) return { accepted: [], rejected: [], unspecified: whyOf(open), exercised: ids };
  const holds: Holds = (rule) => !options.dropped.has(rule);
  const soft = ids.includes(ALREADY_SET) && holds(ALREADY_SET);
  return {
    accepted: [{ ...changesOf(view, holds, options), because: ids, as: view.mode }],
    rejected: soft ? [alreadySet(position, ALREADY_SET, options)] : [],
    unspecified: null,
    exercised: ids,
  };
};

/** With both flags set, either write mode's ruling is allowed, and 6049. */
const ruleBothFlags = (judged: Judged): Ruling => {
  const as = (mode: View['mode']): Ruling => ruleUnambiguous({ ...judged, view: { ...judged.view, mode } });
  const [first, second] = [as('first-set'), as('set')];
  const { context } = judged.view;
  const isSet = context !== null && !isEmpty(context.state);
  const soft = isSet ? [alreadySet(judged.position, 'modes/both-flags', judged.options)] : [];
  return {
    accepted: [...first.accepted, ...second.accepted],
    rejected: [...first.rejected, ...second.rejected, ...soft],
    unspecified: first.unspecified ?? second.unspecified,
    exercised: ['modes/both-flags', ...first.exercised.filter((id) => second.exercised.includes(id))],
  };
};

/** What the documents allow one invocation to do in a world. */
export const ruleInvocation = (judged: Judged): Ruling =>
  judged.view.mode === 'both' && !judged.options.dropped.has('modes/both-flags')
    ? ruleBothFlags(judged)
    : ruleUnambiguous(judged);
