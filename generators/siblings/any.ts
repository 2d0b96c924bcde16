// The sweeps of the sibling instructions: zero to three edits at once, shuffled lists, and moves that must not matter.
import fc from 'fast-check';
import { slotNamesOf } from '../../spec/layouts';
import type { SlotName } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation } from '../../spec/plan';
import type { Generated } from '../breaking';
import type { Edit, Mutation } from '../edit';
import { SIBLING_EDITS } from '../edits/siblings';
import { possibleKinds } from '../former/kinds';
import { withByteIndices } from '../indices';
import { unrelatedMoves } from '../moves';
import { reorder } from '../orders';
import {
  withTarget,
  type Scenario,
  type ScenarioKind,
  type SiblingBase,
  type SiblingForm,
} from '../scenario';
import type { Fences } from '../settings';
import { valid } from '../valid';
import { kindsOf } from './scenarios';

const MOST_EDITS = 3;

const whole = ({ prepare, mutation }: Edit): fc.Arbitrary<Mutation> =>
  prepare === undefined ? mutation : mutation.map((mutate) => (scenario) => mutate(prepare(scenario)));

/**
 * Bases that few edits are made for take those of the base that they are a special case of. Inputs of the execution's
 * own have none: some edits exchange the first tree, of which documents and programs disagree (finding 2).
 */
const LIKE: Readonly<Partial<Record<SiblingBase, SiblingBase>>> = {
  transfer: 'spend',
  'execute-compress': 'execute',
  'execute-decompress': 'execute-spend',
};

const kindsLike = (kind: ScenarioKind): readonly ScenarioKind[] => {
  const [form, base] = kind.split('/') as [SiblingForm, SiblingBase];
  const like = LIKE[base];
  return like === undefined ? [kind] : [kind, `${form}/${like}`];
};

const editsFor = (kind: ScenarioKind, fences: Fences): readonly fc.Arbitrary<Mutation>[] =>
  SIBLING_EDITS.filter(
    ({ rule, kinds, isAlone }) =>
      isAlone !== true && !fences.has(rule) && kinds.some((one) => kindsLike(kind).includes(one)),
  ).map(whole);

/** Slots on which documents and programs disagree where they are writable, unsigned or other accounts. */
const DISPUTED: ReadonlySet<SlotName> = new Set([
  'authority',
  'registered_program_pda',
  'account_compression_authority',
  'account_compression_program',
  'system_program',
  'cpi_context_account',
  'invoking_program',
]);

/** The shuffled list with its disputed slots, and a context's trees, as they were; too short a list stays as it was. */
const settled = (before: Invocation, after: Invocation): Invocation => {
  const names = slotNamesOf(before);
  if (after.accounts.length < names.length) return before;
  const kept = new Map<AccountMeta['key'], AccountMeta>();
  const accounts = after.accounts.map((meta, index) => {
    const name = names[index];
    const usual = before.accounts[index];
    if (usual === undefined) return meta;
    if (name === undefined) return before.data.cpiContext === null ? meta : usual;
    if (!DISPUTED.has(name)) return meta;
    kept.set(usual.key, usual);
    return usual;
  });
  return { ...after, accounts: accounts.map((meta) => kept.get(meta.key) ?? meta) };
};

const shuffled = fc.array(reorder, { minLength: 1, maxLength: 3 }).map(
  (changes): Mutation =>
    (scenario) =>
      withTarget(scenario, (before) => {
        const after = changes.reduce<Scenario>((current, change) => change(current), scenario);
        const item =
          after.plan.transactions[after.target.transaction]?.instructions[after.target.instruction];
        return item?.kind === 'invocation' ? settled(before, item) : before;
      }),
);

const ofKind = (kind: ScenarioKind, fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({
      scenario: valid(fences, [kind]),
      edits: fc.array(fc.oneof(...editsFor(kind, fences)), { maxLength: MOST_EDITS }),
      orders: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.tuple(shuffled) },
      ),
      moves: unrelatedMoves,
    })
    .map(({ scenario, edits, orders, moves }) => {
      const changed = [...orders, ...edits, ...moves].reduce<Scenario>((s, mutate) => mutate(s), scenario);
      return { plan: withByteIndices(changed.plan), twin: null, fenced: [] };
    });

/** Plans of any verdict, all in the given forms. */
export const anyOf =
  (forms: readonly SiblingForm[]) =>
  (fences: Fences): fc.Arbitrary<Generated> =>
    fc.oneof(...possibleKinds(kindsOf(forms), fences).map((kind) => ofKind(kind, fences)));
