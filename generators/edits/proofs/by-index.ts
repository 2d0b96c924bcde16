// Lets an execution with a proof also bring an account that its index proves, which another transaction has created.
import { FIXED_SLOTS } from '../../../spec/invoke-cpi';
import type { Invocation, OutputAccount } from '../../../spec/plan';
import { writable } from '../../proofs/calls';
import type { Mutation } from '../../edit';
import { targetOf, withTarget } from '../../scenario';

/** Accounts in v2 trees alone can be proven by index. */
const PLACES = [writable('tree:1'), writable('queue:1')];
const QUEUE = 1;

const outputOf = ({ caller }: Invocation): OutputAccount => ({
  owner: `program:${caller}`,
  lamports: 0n,
  address: null,
  data: { discriminator: '0000000000000031', dataHash: '0'.repeat(64), bytes: { fill: 0, length: 0 } },
  treeIndex: QUEUE,
});

const creationFor = (target: Invocation): Invocation => ({
  ...target,
  accounts: [...target.accounts.slice(0, FIXED_SLOTS), ...PLACES],
  data: { ...target.data, proof: null, newAddresses: [], inputs: [], outputs: [outputOf(target)] },
});

const spending = (target: Invocation): Invocation => {
  const treeIndex = target.accounts.length - FIXED_SLOTS;
  const place = { treeIndex, queueIndex: treeIndex + QUEUE, leafOffset: 0, rootIndex: 0 };
  const input = { ...outputOf(target), ...place, proveByIndex: true };
  return {
    ...target,
    accounts: [...target.accounts, ...PLACES],
    data: { ...target.data, inputs: [...target.data.inputs, input] },
  };
};

/** The account is created by the same program, one transaction earlier. */
export const besideByIndex: Mutation = (scenario) => {
  const { transactions } = scenario.plan;
  const at = scenario.target.transaction;
  const own = transactions[at];
  if (own === undefined) return scenario;
  const creation = { ...own, instructions: [creationFor(targetOf(scenario))] };
  const spent = withTarget(scenario, spending);
  return {
    ...spent,
    plan: { ...spent.plan, transactions: spent.plan.transactions.toSpliced(at, 0, creation) },
    target: { ...spent.target, transaction: at + 1 },
  };
};
