// Edits that say a plan of InvokeCpi in other forms: its twin is the plan itself.
import fc from 'fast-check';
import { CONTEXT_KINDS, type Edit, type Mutation } from '../../edit';
import { SIBLING_FORMS, targetOf, type ScenarioKind, type SiblingForm } from '../../scenario';
import { bare, eachCallOf, inForm, infosInSlots, sayable } from '../../siblings/form';
import { withTarget } from '../../scenario';

export type SiblingArea = 'read-only' | 'account-info';
export const FORMS_OF: Readonly<Record<SiblingArea, readonly SiblingForm[]>> = {
  'read-only': ['read-only-0', 'read-only-1'],
  'account-info': ['account-info'],
};

/** Every call in that form; writes by options list trees and queues or not. */
const formed =
  (form: SiblingForm, isBare: boolean): Mutation =>
  (s) =>
    eachCallOf(s, (one) => (isBare ? bare(inForm(form, one)) : inForm(form, one)));

/** The calls of a plan in several forms by turns, InvokeCpi among them; the target has the first. */
const mixedForms =
  (forms: readonly SiblingForm[], turn: number): Mutation =>
  (s) => {
    const target = targetOf(s);
    const all = [...forms, null];
    return eachCallOf(s, (one, position) => {
      const form = one === target ? forms[0] : all[(position + turn) % all.length];
      return form === undefined || form === null ? one : bare(inForm(form, one));
    });
  };

/** The plan as InvokeCpi, as far as the form can say it. */
const saying =
  (form: SiblingForm): Mutation =>
  (s) =>
    eachCallOf(s, (one) => sayable(form, one));

const same = (rule: string, form: SiblingForm, kinds: readonly ScenarioKind[]): Edit => ({
  rule,
  kinds,
  prepare: saying(form),
  mutation: fc.boolean().map((isBare) => formed(form, isBare)),
});

const MIXED_KINDS: readonly ScenarioKind[] = ['set', 'execute', 'execute-spend'];
const mixed = (area: SiblingArea): readonly Edit[] =>
  FORMS_OF[area].map((form) => ({
    rule: `${area}/mixed-on-one-context`,
    kinds: MIXED_KINDS,
    prepare: saying('account-info'),
    mutation: fc
      .record({ others: fc.shuffledSubarray([...SIBLING_FORMS]), turn: fc.nat(SIBLING_FORMS.length) })
      .map(({ others, turn }) => mixedForms([form, ...others.filter((other) => other !== form)], turn)),
  }));

const inBothAreas = (area: SiblingArea): readonly Edit[] => [
  ...FORMS_OF[area].map((form) => same(`${area}/written-and-executed`, form, CONTEXT_KINDS)),
  ...mixed(area),
];

export const FORM_EDITS: readonly Edit[] = [
  ...inBothAreas('read-only'),
  ...inBothAreas('account-info'),
  same('account-info/owner-implied', 'account-info', ['direct', 'compress', 'spend']),
  {
    rule: 'account-info/mode-zero',
    kinds: ['direct', 'spend', 'first-set', 'execute'],
    prepare: saying('account-info'),
    mutation: fc.constant((s) => withTarget(s, infosInSlots)),
  },
];
