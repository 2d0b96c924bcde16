// Accounts behind the remaining accounts, where no index points.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation, InvokeData, Plan } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import type { Fences } from '../settings';
import { changed } from './any-plan';
import { eachInvocation, invocationsOf } from './roads';

/** Read-only, so that an account that is listed twice is not writable or a signer because of it. */
const stranger: fc.Arbitrary<AccountMeta> = fc
  .constantFrom<KeyRole>('wallet:1', 'wallet:3', 'noop', 'address-tree', 'program:D', 'queue:5', 'context:5')
  .map((key) => ({ key, signer: false, writable: false }));

/** An index behind the list would point at what is put there. */
const inRange = (invocation: Invocation, longest: number): Invocation => {
  const count = Math.max(1, invocation.accounts.length - FIXED_SLOTS);
  const kept = <T extends { readonly treeIndex: number; readonly queueIndex?: number }>(entry: T): T => ({
    ...entry,
    treeIndex: entry.treeIndex % count,
    ...(entry.queueIndex === undefined ? {} : { queueIndex: entry.queueIndex % count }),
  });
  const data: InvokeData = {
    ...invocation.data,
    inputs: invocation.data.inputs.map(kept),
    outputs: invocation.data.outputs.map(kept),
    newAddresses: invocation.data.newAddresses.map(kept),
  };
  return { ...invocation, accounts: filled(invocation.accounts, isExecution(data) ? longest : ENOUGH), data };
};

const FILLER: AccountMeta = { key: 'noop', signer: false, writable: false };
/** An account more must not be one that the documents ask for. */
const ENOUGH = FIXED_SLOTS + 1;
const filled = (accounts: readonly AccountMeta[], count: number): readonly AccountMeta[] => [
  ...accounts,
  ...Array<AccountMeta>(Math.max(0, count - accounts.length)).fill(FILLER),
];

/** What a context holds then points into this list, too. */
const isExecution = ({ cpiContext }: InvokeData): boolean =>
  cpiContext !== null && !cpiContext.set && !cpiContext.firstSet;

const withinLists = (plan: Plan): Plan => {
  const counts = invocationsOf(plan).map(({ accounts }) => accounts.length);
  const longest = Math.max(ENOUGH, ...counts);
  return eachInvocation(plan, (invocation) => inRange(invocation, longest));
};

/** One to four accounts more in every invocation. */
export const unrelatedAccounts = (fences: Fences): fc.Arbitrary<Generated> =>
  changed(
    fences,
    fc.array(stranger, { minLength: 1, maxLength: 4 }).map(
      (extra) => (plan) =>
        eachInvocation(plan, (invocation) => ({
          ...invocation,
          accounts: [...invocation.accounts, ...extra],
        })),
    ),
    withinLists,
  );
