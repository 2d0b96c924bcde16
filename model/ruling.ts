// The documents' ruling on one invocation: which rules it exercises, and so what may happen.
import type { Rule } from '../spec/rule';
import { expectedAddresses } from './address';
import { exercisedRules, isShort } from './askable';
import { executed, written, type Changes } from './effects';
import type { ModelOptions } from './options';
import { placeOf } from './places';
import type { Question } from './questions/question';
import { ALREADY_SET, alreadySet, isViolated, rejections, type Refused, type Rejection } from './rejection';
import { expectedStatement } from './statement';
import type { Holds } from './step';
import { openQuestions } from './unspecified';
import type { View } from './view';
import { isEmpty } from './world';

/** One way in which everything up to here was accepted. */
export type Branch = Changes & { readonly because: readonly string[]; readonly as: View['mode'] };
export type Ruling = {
  readonly accepted: readonly Branch[];
  readonly rejected: readonly Rejection[];
  readonly unspecified: string | null;
  readonly exercised: readonly string[];
};

/** Without the rules that another one says more exactly, be that one dropped or not. */
const refined = (exercised: readonly Rule[]): readonly Rule[] => {
  const refinements = new Set(exercised.flatMap((rule) => rule.refines ?? []));
  return refinements.size === 0 ? exercised : exercised.filter(({ id }) => !refinements.has(id));
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
    const place = placeOf(view, options.asked, ids);
    return {
      accepted: [],
      rejected: rejections(refusedFor(violated, open), position, view.mode).map((one) => ({
        ...withDerived(one, view, options),
        ...(place !== undefined && { place }),
      })),
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
