// What edits of the sibling instructions have in common: half a rule id, the kinds by base, changes of slots by name.
import fc from 'fast-check';
import { fixedSlotsOf, slotIndexOf } from '../../../spec/layouts';
import type { SlotName } from '../../../spec/invoke-cpi';
import type { AccountMeta } from '../../../spec/plan';
import type { Edit, Mutation } from '../../edit';
import {
  targetOf,
  USUAL_BASES,
  withData,
  withTarget,
  type Scenario,
  type SiblingBase,
  type SiblingForm,
} from '../../scenario';
import { kindsOf } from '../../siblings/scenarios';

/** An edit still without its area. */
export type Draft = Omit<Edit, 'rule' | 'kinds'> & {
  readonly name: string;
  readonly bases?: readonly SiblingBase[];
  /** Where only some forms have what is edited. */
  readonly forms?: readonly SiblingForm[];
};

export const WRITES: readonly SiblingBase[] = ['first-set', 'set'];
export const EXECUTIONS: readonly SiblingBase[] = ['execute', 'execute-spend', 'execute-read'];
export const DIRECT: readonly SiblingBase[] = ['direct', 'spend', 'read'];
export const EXECUTING: readonly SiblingBase[] = [...DIRECT, ...EXECUTIONS];
export const SPENDING: readonly SiblingBase[] = ['spend'];
export const READING: readonly SiblingBase[] = ['read', 'execute-read'];
export const IN_SLOTS: readonly SiblingForm[] = ['read-only-0'];
export const BY_OPTIONS: readonly SiblingForm[] = ['read-only-1', 'account-info'];

/** Edits of the area `read-only` or `account-info`, as far as its forms have what is edited. */
export const editsIn = (
  area: 'read-only' | 'account-info',
  forms: readonly SiblingForm[],
  drafts: readonly Draft[],
): readonly Edit[] =>
  drafts.flatMap(({ name, bases = USUAL_BASES, forms: only = forms, ...rest }) => {
    const kinds = kindsOf(
      forms.filter((form) => only.includes(form)),
      bases,
    );
    return kinds.length === 0 ? [] : [{ ...rest, rule: `${area}/${name}`, kinds }];
  });

export const always = (mutation: Mutation): fc.Arbitrary<Mutation> => fc.constant(mutation);

/** The account in a slot of the target; nothing changes where it has no such slot. */
export const changeNamed =
  (name: SlotName, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => {
      const position = slotIndexOf(invocation, name);
      const accounts = invocation.accounts.map((meta, index) =>
        index === position ? { ...meta, ...change } : meta,
      );
      return { ...invocation, accounts };
    });

/** How many accounts stand behind the fixed slots of the target. */
export const remainingOf = (scenario: Scenario): number =>
  targetOf(scenario).accounts.length - fixedSlotsOf(targetOf(scenario));

export const sends =
  (change: Parameters<typeof withData>[1]): Mutation =>
  (scenario) =>
    withData(scenario, change);
