// Edits of executions with inputs or outputs of their own in another tree than the context's.
import fc from 'fast-check';
import { FIXED_SLOTS, SLOT } from '../../../spec/invoke-cpi';
import type { InputAccount, Invocation, Plan } from '../../../spec/plan';
import { TREE_COUNT, treeNumber, type KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { withSomeOutput } from '../flags';
import { maybeSol } from '../with-sol';
import { missedByte } from '../../near';
import { changedAt, type Position } from '../../positions';
import { targetOf, withData, withTarget, type Scenario } from '../../scenario';

/** The number of another tree than the target's, by distance. */
const another = (scenario: Scenario, distance: number): number => {
  const context = targetOf(scenario).accounts[SLOT.cpi_context_account]?.key ?? 'context:1';
  return (((treeNumber(context) ?? 1) - 1 + distance) % TREE_COUNT) + 1;
};

const atTree = (invocation: Invocation, number: number): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((meta, index) => {
    if (index < FIXED_SLOTS || treeNumber(meta.key) === undefined) return meta;
    const key: KeyRole = meta.key.startsWith('tree:') ? `tree:${number}` : `queue:${number}`;
    return { ...meta, key };
  }),
});

/** What the execution spends was created in that tree: the first transaction creates it. */
const createdAt = ({ transactions, ...plan }: Plan, number: number): Plan => {
  const [first, ...others] = transactions;
  if (first === undefined) return { ...plan, transactions };
  const instructions = first.instructions.map((item) =>
    item.kind === 'invocation' ? atTree(item, number) : item,
  );
  return { ...plan, transactions: [{ ...first, instructions }, ...others] };
};

/** The execution lists another tree and its queue in place of the context's, and spends what is there. */
const wholeElsewhere =
  (distance: number): Mutation =>
  (scenario) => {
    const number = another(scenario, distance);
    const moved = withTarget(scenario, (invocation) => atTree(invocation, number));
    return { ...moved, plan: createdAt(moved.plan, number) };
  };

type Places = Pick<InputAccount, 'queueIndex' | 'treeIndex'>;
type Listed = { readonly scenario: Scenario; readonly places: Places };

/** Another tree and its queue behind the remaining accounts. */
const listing = (scenario: Scenario, number: number, near: '' | `near:${number}:` = ''): Listed => {
  const queueIndex = targetOf(scenario).accounts.length - FIXED_SLOTS;
  const more = ([`${near}queue:${number}`, `${near}tree:${number}`] as const).map((key) => ({
    key,
    signer: false,
    writable: true,
  }));
  const listed = withTarget(scenario, (invocation) => ({
    ...invocation,
    accounts: [...invocation.accounts, ...more],
  }));
  return { scenario: listed, places: { queueIndex, treeIndex: queueIndex + 1 } };
};

/** All inputs are spent from another tree; the outputs stay where they were. */
const inputsElsewhere =
  (distance: number): Mutation =>
  (before) => {
    const number = another(before, distance);
    const { scenario, places } = listing(before, number);
    const moved = withData(scenario, ({ inputs }) => ({
      inputs: inputs.map((input) => ({ ...input, ...places })),
    }));
    return { ...moved, plan: createdAt(moved.plan, number) };
  };

/** The first input alone names another tree. */
const firstElsewhere =
  (distance: number): Mutation =>
  (before) => {
    const { scenario, places } = listing(before, another(before, distance));
    return withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, FIRST, () => places) }));
  };
const FIRST: Position = () => 0;

/** The first input alone names a tree whose address is nearly that of the context's own. */
const firstNearly =
  (byte: number): Mutation =>
  (before) => {
    const { scenario, places } = listing(before, another(before, 0), `near:${byte}:`);
    return withData(scenario, ({ inputs }) => ({ inputs: changedAt(inputs, FIRST, () => places) }));
  };

/** The first output alone goes to another tree; what the context brings is spent and created where it was. */
const outputElsewhere =
  (distance: number): Mutation =>
  (before) => {
    const { scenario, places } = listing(before, another(before, distance));
    const to = { treeIndex: places.queueIndex };
    return withData(scenario, ({ outputs }) => ({ outputs: changedAt(outputs, FIRST, () => to) }));
  };

const distance = fc.integer({ min: 1, max: TREE_COUNT - 1 });

export const ELSEWHERE_EDITS: readonly Edit[] = [
  {
    rule: 'validation/tree-on-execute',
    kinds: ['execute-own'],
    besides: maybeSol,
    mutation: fc.oneof(
      distance.map(wholeElsewhere),
      distance.map(inputsElsewhere),
      distance.map(firstElsewhere),
      missedByte.map(firstNearly),
    ),
    isAlone: true,
  },
  {
    rule: 'limits/single-tree',
    kinds: ['execute', 'execute-spend'],
    prepare: withSomeOutput,
    mutation: distance.map(outputElsewhere),
    isAlone: true,
  },
];
