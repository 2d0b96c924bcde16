// Edits for accounts without data: another program creates one for its owner, who then spends it.
import fc from 'fast-check';
import { SLOT } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation, PlannedInstruction } from '../../spec/plan';
import { CALLERS, type CallerName } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { targetOf } from '../scenario';

const isSlotOf = (position: number): boolean =>
  position === SLOT.authority || position === SLOT.invoking_program;

const renamed = ({ key, ...flags }: AccountMeta, position: number, by: CallerName): AccountMeta => {
  if (!isSlotOf(position)) return { key, ...flags };
  return { key: position === SLOT.authority ? `authority:${by}` : `program:${by}`, ...flags };
};

const calledBy = (invocation: Invocation, by: CallerName): Invocation => ({
  ...invocation,
  caller: by,
  through: invocation.through.filter((name) => name !== by),
  accounts: invocation.accounts.map((meta, position) => renamed(meta, position, by)),
});

/** What the owner spends loses its data, and whoever created it is another program, which alone may do that. */
const edited =
  (owner: CallerName, by: CallerName) =>
  (item: PlannedInstruction): PlannedInstruction => {
    if (item.kind !== 'invocation' || item.caller !== owner) return item;
    const { inputs, outputs } = item.data;
    const without = inputs.map((input) => ({ ...input, data: null }));
    if (inputs.length > 0) return { ...item, data: { ...item.data, inputs: without } };
    const created = outputs.map((output) => ({ ...output, data: null }));
    return calledBy({ ...item, data: { ...item.data, outputs: created } }, by);
  };

/** The owner is whoever brings the plan's inputs. */
const withoutData =
  (distance: number): Mutation =>
  (scenario) => {
    const { transactions } = scenario.plan;
    const items = transactions.flatMap(({ instructions }) => instructions);
    const spender = items.find((item) => item.kind === 'invocation' && item.data.inputs.length > 0);
    const owner = spender?.kind === 'invocation' ? spender.caller : targetOf(scenario).caller;
    const by = CALLERS[(CALLERS.indexOf(owner) + distance) % CALLERS.length] ?? 'A';
    const changed = transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map(edited(owner, by)),
    }));
    return { ...scenario, plan: { ...scenario.plan, transactions: changed } };
  };

const another = fc.integer({ min: 1, max: CALLERS.length - 1 });

export const NO_DATA_EDITS: readonly Edit[] = [
  {
    rule: 'effects/no-data-spendable',
    kinds: ['spend', 'execute-spend', 'spend-written'],
    mutation: another.map(withoutData),
  },
];
