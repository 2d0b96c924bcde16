// Changes the transfer that a scenario of tokens aims at.
import type { PlannedTransaction } from '../../spec/plan';
import type { TokenOutput, TokenTransfer } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { withTransaction, type Scenario } from '../scenario';

type Transfer = { readonly kind: 'token' } & TokenTransfer;

export const transferOf = ({ plan, target }: Scenario): Transfer => {
  const item = plan.transactions[target.transaction]?.instructions[target.instruction];
  if (item?.kind !== 'token' || item.name !== 'transfer')
    throw new Error('The target of a scenario is not a transfer of tokens.');
  return item;
};

/** The scenario with its target replaced; one whose target another edit has taken away stays as it is. */
export const withTransfer =
  (change: (transfer: Transfer) => Partial<TokenTransfer>): Mutation =>
  (scenario) => {
    const before = transferOf(scenario);
    const after = { ...before, ...change(before) };
    return withTransaction(scenario, (transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item, position) =>
        position === scenario.target.instruction ? after : item,
      ),
    }));
  };

/** One more output, or one less. */
export const withMore = (outputs: readonly TokenOutput[], more: bigint): readonly TokenOutput[] =>
  outputs.map((output, position) =>
    position === outputs.length - 1 ? { ...output, amount: output.amount + more } : output,
  );

/** Whatever the plan mints goes to that queue or tree. */
export const withMinted = (scenario: Scenario, target: KeyRole): Scenario => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item) =>
        item.kind === 'token' && item.name === 'mint-to' ? { ...item, target } : item,
      ),
    })),
  },
});

/** A transaction more, at the end or in another place. */
export const withTransactionAt = (
  scenario: Scenario,
  position: number,
  transaction: PlannedTransaction,
): Scenario => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.toSpliced(position, 0, transaction),
  },
});
