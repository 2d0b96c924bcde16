// Edits by which addresses that a proof shows to be nowhere are read instead of opened, or read once they are opened.
import { DISCRIMINATOR_OF } from '../../../spec/layouts';
import type { Invocation } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { targetOf, withTarget, type Scenario } from '../../scenario';
import { proofOf } from './bytes';
import { unproven } from './left-out';

/** The call as an InvokeCpiWithReadOnly that reads the addresses, under the same proof. */
const readingOf = (scenario: Scenario): Invocation => {
  const target = targetOf(scenario);
  const proven = proofOf(scenario)?.addresses ?? [];
  return {
    ...target,
    instruction: 'InvokeCpiWithReadOnly',
    data: {
      ...target.data,
      discriminator: DISCRIMINATOR_OF.InvokeCpiWithReadOnly,
      newAddresses: [],
      readOnlyAddresses: target.data.newAddresses.map(({ treeIndex, rootIndex }, n) => ({
        address: proven[n]?.address ?? '',
        treeIndex,
        rootIndex,
      })),
    },
  };
};

/** The addresses are read, and nobody opens them. */
export const absent: Mutation = (scenario) => withTarget(scenario, () => readingOf(scenario));

/** The last transaction once more, with this change. */
const andThen =
  (change: Mutation): Mutation =>
  (scenario) => {
    const { plan, target } = scenario;
    const last = change(scenario).plan.transactions.at(-1);
    return {
      ...scenario,
      plan: { ...plan, transactions: [...plan.transactions, ...(last === undefined ? [] : [last])] },
      target: { ...target, transaction: plan.transactions.length },
    };
  };

/** The addresses are opened, and read behind that. */
export const openedBefore: Mutation = andThen(absent);
/** They are opened, and nothing is read. */
export const openedOnly: Mutation = andThen(unproven);
