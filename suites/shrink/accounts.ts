// Takes accounts out that nothing points at, and gives a plan back what its twin has: what a call has besides what is wrong.
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta, Invocation, InvokeData, Plan } from '../../spec/plan';
import { firstDifference } from '../../report/difference';
import { eachInvocation, instructionsOf, type Edit } from './edit';

const invocationsOf = (plan: Plan): readonly { readonly one: Invocation; readonly position: number }[] =>
  instructionsOf(plan).flatMap((one, position) => (one.kind === 'invocation' ? [{ one, position }] : []));

const at =
  (wanted: number, edit: (invocation: Invocation) => Invocation): Edit =>
  (plan) =>
    eachInvocation((invocation, position) => (position === wanted ? edit(invocation) : invocation))(plan);

type Indexed = { readonly treeIndex: number; readonly queueIndex?: number };
const pointsAt = ({ treeIndex, queueIndex }: Indexed, index: number): boolean =>
  treeIndex === index || queueIndex === index;

const entriesOf = ({
  inputs,
  outputs,
  newAddresses,
  readOnlyAccounts,
  readOnlyAddresses,
}: InvokeData): readonly Indexed[] => [
  ...inputs,
  ...outputs,
  ...newAddresses,
  ...readOnlyAccounts,
  ...readOnlyAddresses,
];

const lowered = <T extends Indexed>(entries: readonly T[], above: number): readonly T[] => {
  const one = (index: number): number => (index > above ? index - 1 : index);
  return entries.map((entry) => ({
    ...entry,
    treeIndex: one(entry.treeIndex),
    ...(entry.queueIndex !== undefined && { queueIndex: one(entry.queueIndex) }),
  }));
};

/** Without the remaining account of that index; those behind it move up, and so does what points at them. */
const withoutRemaining =
  (index: number) =>
  (invocation: Invocation): Invocation => {
    const { accounts, data } = invocation;
    const place = fixedSlotsOf(invocation) + index;
    if (place >= accounts.length || entriesOf(data).some((entry) => pointsAt(entry, index)))
      return invocation;
    return {
      ...invocation,
      accounts: accounts.toSpliced(place, 1),
      data: {
        ...data,
        inputs: lowered(data.inputs, index),
        outputs: lowered(data.outputs, index),
        newAddresses: lowered(data.newAddresses, index),
        readOnlyAccounts: lowered(data.readOnlyAccounts, index),
        readOnlyAddresses: lowered(data.readOnlyAddresses, index),
      },
    };
  };

/** Each remaining account that nothing points at, the last first. */
export const cutRemaining = (plan: Plan): readonly Edit[] =>
  invocationsOf(plan).flatMap(({ one, position }) =>
    Array.from({ length: Math.max(0, one.accounts.length - fixedSlotsOf(one)) }, (_, index) =>
      at(position, withoutRemaining(index)),
    ).toReversed(),
  );

const isSame = (a: Invocation, b: Invocation): boolean => firstDifference(a, b) === null;
const withAccounts = (one: Invocation, accounts: readonly AccountMeta[]): Invocation => ({
  ...one,
  accounts,
});

/** One of them may lack the field. */
const withField = (data: InvokeData, name: keyof InvokeData, from: InvokeData): InvokeData => {
  const others = Object.entries(data).filter(([field]) => field !== name);
  const field = name in from ? [[name, from[name]]] : [];
  return Object.fromEntries([...others, ...field]) as InvokeData;
};

/** Ways of being as the twin's: one account each, what stands behind the slots, one field of the data each. */
const waysTo = (own: Invocation, twin: Invocation): readonly ((one: Invocation) => Invocation)[] => {
  const fixed = fixedSlotsOf(own);
  const slots = own.accounts.flatMap((_, slot) => {
    const meta = twin.accounts[slot];
    return meta === undefined ? [] : [(one: Invocation) => withAccounts(one, one.accounts.with(slot, meta))];
  });
  const behind = (one: Invocation): Invocation =>
    withAccounts(one, [...one.accounts.slice(0, fixed), ...twin.accounts.slice(fixedSlotsOf(twin))]);
  const names = Object.keys({ ...own.data, ...twin.data }) as readonly (keyof InvokeData)[];
  const fields = names.map((name) => (one: Invocation): Invocation => ({
    ...one,
    data: withField(one.data, name, twin.data),
  }));
  return [behind, ...slots, ...fields].filter((way) => !isSame(way(own), own));
};

/** A plan that is wrong in one respect and unusual in another keeps the first alone: the second is the twin's then. */
export const closerToTwin = (plan: Plan, twin: Plan | null): readonly Edit[] => {
  const others = twin === null ? [] : instructionsOf(twin);
  return invocationsOf(plan).flatMap(({ one, position }) => {
    const other = others[position];
    return other?.kind === 'invocation' && other.instruction === one.instruction
      ? waysTo(one, other).map((way) => at(position, way))
      : [];
  });
};
