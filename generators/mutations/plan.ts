// Changes of whole plans: one invocation altered, invocations and transactions of two plans spliced, accounts taken over.
import type { Invocation, Plan, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { ACCOUNT_CHANGES, type Change } from './accounts';
import { DATA_CHANGES } from './data';
import { oneOf, replaced, withoutAt, type Pick } from './pick';

type PlanChange = (plan: Plan, pick: Pick, donor: Plan) => Plan;

const invocationsOf = ({ transactions }: Plan): readonly Invocation[] =>
  transactions.flatMap(({ instructions }) =>
    instructions.flatMap((one) => (one.kind === 'invocation' ? [one] : [])),
  );

const inTransaction = (plan: Plan, at: number, edit: (t: PlannedTransaction) => PlannedTransaction): Plan => {
  const transaction = plan.transactions[at];
  if (transaction === undefined) return plan;
  return { ...plan, transactions: replaced(plan.transactions, at, edit(transaction)) };
};

const withInvocation = (plan: Plan, wanted: Invocation, other: Invocation): Plan => ({
  ...plan,
  transactions: plan.transactions.map((t) => ({
    ...t,
    instructions: t.instructions.map((one) => (one === wanted ? other : one)),
  })),
});

const INVOCATION_CHANGES: readonly Change[] = [...ACCOUNT_CHANGES, ...DATA_CHANGES];

const inInvocation: PlanChange = (plan, pick, donor) => {
  const wanted = oneOf(invocationsOf(plan), pick);
  const change = oneOf(INVOCATION_CHANGES, pick);
  if (wanted === undefined || change === undefined) return plan;
  const [lender] = invocationsOf(donor).filter((one) => one.instruction === wanted.instruction);
  return withInvocation(plan, wanted, change(wanted, pick, lender));
};

/** Takes instructions of the donor into a transaction of the plan. */
const spliced: PlanChange = (plan, pick, donor) => {
  const instruction = oneOf<PlannedInstruction>(invocationsOf(donor), pick);
  if (instruction === undefined) return plan;
  return inTransaction(plan, pick(plan.transactions.length), (t) => {
    const at = pick(t.instructions.length + 1);
    return { ...t, instructions: [...t.instructions.slice(0, at), instruction, ...t.instructions.slice(at)] };
  });
};

const appended: PlanChange = (plan, pick, donor) => {
  const transaction = oneOf(donor.transactions, pick);
  return transaction === undefined ? plan : { ...plan, transactions: [...plan.transactions, transaction] };
};

const doubled: PlanChange = (plan, pick) => {
  const transaction = oneOf(plan.transactions, pick);
  return transaction === undefined ? plan : { ...plan, transactions: [...plan.transactions, transaction] };
};

const dropped: PlanChange = (plan, pick) =>
  plan.transactions.length < 2
    ? plan
    : { ...plan, transactions: withoutAt(plan.transactions, pick(plan.transactions.length)) };

const droppedInstruction: PlanChange = (plan, pick) =>
  inTransaction(plan, pick(plan.transactions.length), (t) =>
    t.instructions.length < 2
      ? t
      : { ...t, instructions: withoutAt(t.instructions, pick(t.instructions.length)) },
  );

/** An account of the donor as it was beforehand, unless the plan says something of it itself. */
const accountBefore: PlanChange = (plan, pick, donor) => {
  const before = oneOf(donor.accounts, pick);
  if (before === undefined || plan.accounts.some(({ key }) => key === before.key)) return plan;
  return { ...plan, accounts: [...plan.accounts, before] };
};

const accountAsUsual: PlanChange = (plan, pick) =>
  plan.accounts.length === 0
    ? plan
    : { ...plan, accounts: withoutAt(plan.accounts, pick(plan.accounts.length)) };

/** Mostly one invocation is changed. */
const PLAN_CHANGES: readonly PlanChange[] = [
  ...Array.from({ length: 12 }, () => inInvocation),
  spliced,
  spliced,
  appended,
  doubled,
  dropped,
  droppedInstruction,
  accountBefore,
  accountAsUsual,
];

/** Lookup tables speak of a transaction's accounts by position, and do not fit another one. */
const isPlain = ({ transactions }: Plan): boolean =>
  transactions.every(({ versioned }) => versioned === undefined);

/** A plan that no packet could hold is not made by adding to it for ever. */
const MOST = 8;

/**
 * A changed plan; `donor` is another one, parts of which may be taken over. The same arguments always give the same
 * plan. It may be the plan itself, where the change finds nothing to change.
 */
export function changed(plan: Plan, donor: Plan, pick: Pick): Plan {
  const change = oneOf(PLAN_CHANGES, pick);
  if (change === undefined || !isPlain(plan)) return plan;
  const after = change(plan, pick, isPlain(donor) ? donor : plan);
  return after.transactions.length > MOST || invocationsOf(after).length > MOST ? plan : after;
}
