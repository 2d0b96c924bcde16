// breaking(rule): a valid plan, the same plan with the smallest edit that exercises the rule, as a case.
import fc from 'fast-check';
import type { Case } from '../spec/verdict';
import { OWN_LEAVES_FIRST, V1_TREES_ONLY } from '../spec/versions';
import { company } from './company';
import type { Edit, Mutation } from './edit';
import { editsOf } from './edits';
import { LISTED_TREES } from './edits/odd-writes';
import { findable, possibleKinds } from './former/kinds';
import { inFormerWorld } from './former/world';
import { slotThree } from './repeats';
import { anotherInFront } from './shifted';
import type { Fences } from './settings';
import { valid } from './valid';
import { EMPTY_SETS, WRITTEN_ADDRESSES } from './written';

export type Generated = Case & {
  /** Fences that kept a value on the agreed side. */ readonly fenced: readonly string[];
};

/** Fences that take a choice away while a valid plan is made. */
const NARROWING = [
  'accounts/authority-signer-optional',
  'accounts/authority-writable-optional',
  'accounts/registered-program-pda-writable-optional',
  'accounts/account-compression-authority-writable-optional',
  'modes/write-needs-no-content',
  'modes/execute-needs-no-content',
  'effects/dataless-output-from-context',
  WRITTEN_ADDRESSES,
  EMPTY_SETS,
];

/** Fences behind which edits that name them are not made at all. */
const LEFT_OUT = [OWN_LEAVES_FIRST, LISTED_TREES];

const AS_IT_IS: fc.Arbitrary<Mutation> = fc.constant((scenario) => scenario);

/** Of rules about a call; not where remaining accounts are the matter, nor what a proof is about. */
const ACCOMPANIED = /^(?:signer-checks|validation|modes|effects|sol|limits|accounts)\//;
const ALONE_RULES = /^(?:accounts\/remaining-|effects\/proof-statement$)/;
const isAccompanied = ({ rule }: Edit): boolean => ACCOMPANIED.test(rule) && !ALONE_RULES.test(rule);
const companyOf = (edit: Edit): fc.Arbitrary<Mutation> => (isAccompanied(edit) ? company : AS_IT_IS);
const ALONE = fc.constant(<T>(both: T): T => both);
const inFrontOf = (edit: Edit): typeof anotherInFront => (isAccompanied(edit) ? anotherInFront : ALONE);

/** Fences of the valid plan; `edited` are those of the plan that the edit makes of it. */
const caseOf = (edit: Edit, fences: Fences, edited: Fences): fc.Arbitrary<Generated> =>
  fc
    .tuple(
      valid(fences, edit.kinds),
      edit.mutation,
      edit.besides ?? AS_IT_IS,
      slotThree,
      companyOf(edit),
      inFrontOf(edit),
    )
    .map(([drawn, mutate, add, repeatIn, accompany, putInFront]) => {
      const scenario = accompany(add(drawn));
      const ready = edit.prepare === undefined ? scenario : edit.prepare(scenario);
      const plans = putInFront(repeatIn({ edited: mutate(ready), sound: edit.twin?.(ready) ?? ready }));
      const made = {
        plan: plans.edited.plan,
        twin: edit.isShown === true ? null : plans.sound.plan,
        fenced: NARROWING.filter((fence) => fences.has(fence)),
      };
      return inFormerWorld(made, edited, fences);
    });

/**
 * Cases for one rule. Its own fence is up for the twin, so that the edit alone takes the plan to the other side;
 * what every valid plan shows is not edited, and has no fence of its own.
 * @throws if no edit exercises the rule.
 */
export const breaking = (rule: string, fences: Fences): fc.Arbitrary<Generated> => {
  const edits = editsOf(rule).filter(
    ({ kinds, isOfV2, notBehind = [] }) =>
      !LEFT_OUT.some((fence) => notBehind.includes(fence) && fences.has(fence)) &&
      possibleKinds(kinds, fences).length > 0 &&
      !(isOfV2 === true && fences.has(V1_TREES_ONLY)),
  );
  if (edits.length === 0) throw new Error(`No edit exercises the rule ${rule}.`);
  const own = new Set([...fences, rule]);
  const open = new Set([...fences].filter((fence) => fence !== rule));
  return fc.oneof(
    ...findable(edits, fences).map((edit) => caseOf(edit, edit.isShown === true ? open : own, open)),
  );
};
