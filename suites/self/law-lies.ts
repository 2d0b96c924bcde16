// Ways in which programs break one law and no other: lies about outcomes, told road by road.
import { SLOT } from '../../spec/invoke-cpi';
import type { Handed } from '../../spec/handed';
import type { Observation, ObservedLeaves, TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Invocation, Plan, PlannedInstruction, PlannedTransaction } from '../../spec/plan';

/** What a lie may look at: the plan, which transaction, and whether it ran on the other validator. */
type Facts = { readonly plan: Plan; readonly index: number; readonly isElsewhere: boolean };
export type Lie = (outcome: TransactionOutcome, facts: Facts) => TransactionOutcome;

export const lied = (
  { transactions }: Observation,
  lie: Lie,
  { plan, isElsewhere }: Omit<Facts, 'index'>,
): Observation => ({
  transactions: transactions.map((outcome, index) => lie(outcome, { plan, index, isElsewhere })),
});

const isInvocation = (item: PlannedInstruction): item is Invocation => item.kind === 'invocation';
const transactionAt = ({ plan, index }: Facts): PlannedTransaction => {
  const found = plan.transactions[index];
  if (found === undefined) throw new Error('no transaction');
  return found;
};
const invocationsAt = (facts: Facts): readonly Invocation[] =>
  transactionAt(facts).instructions.filter(isInvocation);
const allUpTo = ({ plan, index }: Facts): readonly Invocation[] =>
  plan.transactions.slice(0, index + 1).flatMap(({ instructions }) => instructions.filter(isInvocation));

const after = (outcome: TransactionOutcome, patch: Partial<WorldAfter>): TransactionOutcome => ({
  ...outcome,
  after: { ...outcome.after, ...patch },
});
const withLamports = (outcome: TransactionOutcome): TransactionOutcome =>
  outcome.raised === null
    ? after(outcome, { lamports: new Map([...outcome.after.lamports, ['sol-pool', 7n]]) })
    : outcome;
const withLeavesLost = (outcome: TransactionOutcome): TransactionOutcome =>
  after(outcome, {
    appended: new Map([...outcome.after.appended].map(([key, n]) => [key, Math.max(0, n - 1)])),
  });
const withLeaves = (
  outcome: TransactionOutcome,
  change: (leaves: ObservedLeaves) => ObservedLeaves,
): TransactionOutcome =>
  after(outcome, {
    leaves: new Map([...outcome.after.leaves].map(([key, leaves]) => [key, change(leaves)])),
  });
const SPENT = '0'.repeat(64);
const bitFlipped = (hash: string): string =>
  (parseInt(hash.slice(0, 2), 16) ^ 1).toString(16).padStart(2, '0') + hash.slice(2);
/** One bit of the last leaf; of one that is spent as soon as it exists nothing is left. */
const withBitFlipped = (outcome: TransactionOutcome): TransactionOutcome =>
  withLeaves(outcome, ({ appended, ...rest }) => ({
    ...rest,
    appended: appended.map((hash, at) =>
      at === appended.length - 1 && hash !== SPENT ? bitFlipped(hash) : hash,
    ),
  }));
const withNothingSpent = (outcome: TransactionOutcome): TransactionOutcome =>
  withLeaves(outcome, (leaves) => ({ ...leaves, rewritten: new Map() }));
const withHanded = (
  outcome: TransactionOutcome,
  change: (handed: Handed) => Partial<Handed>,
): TransactionOutcome => {
  const { handed } = outcome.after;
  return handed === null
    ? outcome
    : after(outcome, { handed: handed.map((one) => ({ ...one, ...change(one) })) });
};
export const withOtherCode = (outcome: TransactionOutcome): TransactionOutcome =>
  outcome.raised === null
    ? outcome
    : { ...outcome, raised: { ...outcome.raised, code: 6099, error: 'Custom', panicked: false } };

const lieIf =
  (holds: (facts: Facts) => boolean, change: (outcome: TransactionOutcome) => TransactionOutcome): Lie =>
  (outcome, facts) =>
    holds(facts) ? change(outcome) : outcome;

const flagsOf = ({ data }: Invocation): Invocation['data']['cpiContext'] => data.cpiContext;
const isExecution = (i: Invocation): boolean => flagsOf(i)?.set === false && flagsOf(i)?.firstSet === false;
const isDirect = (i: Invocation): boolean => flagsOf(i) === null;
const ownsSomething = ({ data }: Invocation): boolean =>
  data.inputs.length > 0 || data.outputs.some((output) => output.data !== null);

/** The writes behind the latest first set. */
const currentWrites = (facts: Facts): readonly Invocation[] => {
  const all = allUpTo(facts).filter((i) => flagsOf(i)?.set === true || flagsOf(i)?.firstSet === true);
  return all.slice(all.findLastIndex((i) => flagsOf(i)?.firstSet === true));
};
const firstWriterBringsLess = (facts: Facts): boolean => {
  const writes = currentWrites(facts).filter(ownsSomething);
  const [first, last] = [writes[0], writes.at(-1)];
  if (first === undefined || last === undefined || first.caller === last.caller) return false;
  return first.data.outputs.length < last.data.outputs.length;
};
const firstSets = (facts: Facts): number =>
  allUpTo(facts).filter((i) => flagsOf(i)?.firstSet === true).length;
const someInvocation =
  (holds: (invocation: Invocation) => boolean) =>
  (facts: Facts): boolean =>
    invocationsAt(facts).some(holds);
const isTransfer = (item: PlannedInstruction | undefined): boolean => item?.kind === 'transfer';
const comesAfterTransfer = (facts: Facts): boolean =>
  transactionAt(facts).instructions.some(
    (item, at, all) => isInvocation(item) && all.slice(0, at).some(isTransfer),
  );
const hasTransferBehind = ({ plan }: Facts): boolean =>
  plan.transactions.some(({ instructions }) => isTransfer(instructions.at(-1)));

const inExecutions = (change: (outcome: TransactionOutcome) => TransactionOutcome): Lie =>
  lieIf(someInvocation(isExecution), change);

const hasSet = ({ instructions }: PlannedTransaction): boolean =>
  instructions.some((item) => isInvocation(item) && flagsOf(item)?.set === true);

/** Ways of being wrong about a split road that no other law sees. */
export const SPLIT_LIES: readonly (readonly [law: string, what: string, lie: Lie])[] = [
  ['laws/direct-or-split', 'a bit of a leaf hash', inExecutions(withBitFlipped)],
  [
    'laws/direct-or-split',
    'a leaf that is not nullified',
    lieIf(
      (facts) => someInvocation(isExecution)(facts) && facts.plan.transactions.some(hasSet),
      withNothingSpent,
    ),
  ],
  [
    'laws/direct-or-split-events',
    'a leaf that is not handed on',
    inExecutions((outcome) => withHanded(outcome, ({ leaves }) => ({ leaves: leaves.slice(1) }))),
  ],
  [
    'laws/direct-or-split-events',
    'a nullifier that is not handed on',
    inExecutions((outcome) => withHanded(outcome, ({ nullifiers }) => ({ nullifiers: nullifiers.slice(1) }))),
  ],
  [
    'laws/direct-or-split-events',
    'an output of the context that is not handed on',
    inExecutions((outcome) =>
      withHanded(outcome, ({ contextOutputs }) => ({ contextOutputs: contextOutputs.slice(1) })),
    ),
  ],
  [
    'laws/direct-or-split-events',
    'a leaf handed on with another index',
    inExecutions((outcome) =>
      withHanded(outcome, ({ leaves }) => ({
        leaves: leaves.map((leaf) => ({ ...leaf, leafIndex: leaf.leafIndex + 1 })),
      })),
    ),
  ],
];

/** Behind eleven slots and a few trees: more than that only crowded lists have. */
const FEW = 30;
const isLarge = ({ accounts }: Invocation): boolean => accounts.length > FEW;
const isSmallLookup = (facts: Facts): boolean =>
  transactionAt(facts).versioned !== undefined && !someInvocation(isLarge)(facts);

/** A way of being wrong for each law that breaks no other one. */
export const LIES: Readonly<Record<string, Lie>> = {
  'laws/direct-or-split': inExecutions(withLeavesLost),
  'laws/direct-or-split-events': inExecutions((outcome) => withHanded(outcome, () => ({ leaves: [] }))),
  'laws/one-or-several-transactions': lieIf(
    (facts) => invocationsAt(facts).filter(isDirect).length > 1,
    withLamports,
  ),
  'laws/order-of-writers': lieIf(
    (facts) => firstWriterBringsLess(facts) && someInvocation(isExecution)(facts),
    withLamports,
  ),
  'laws/forgotten-past': lieIf((facts) => firstSets(facts) > 1, withLamports),
  'laws/unrelated-accounts': lieIf(
    someInvocation(({ accounts }) => accounts.length > 15),
    withOtherCode,
  ),
  'laws/unrelated-transfers': lieIf(hasTransferBehind, withLamports),
  'laws/position-in-transaction': lieIf(comesAfterTransfer, withOtherCode),
  'laws/another-payer': lieIf(
    (facts) => invocationsAt(facts)[0]?.accounts[SLOT.fee_payer]?.key !== transactionAt(facts).feePayer,
    withOtherCode,
  ),
  'laws/compute-budget': lieIf((facts) => transactionAt(facts).computeUnitPrice !== null, withOtherCode),
  'laws/other-slot': lieIf(({ isElsewhere }) => isElsewhere, withOtherCode),
  'laws/same-through': lieIf(
    someInvocation(({ through }) => through.length > 0),
    withOtherCode,
  ),
  'laws/renaming': lieIf(
    someInvocation(({ caller }) => caller === 'A'),
    withOtherCode,
  ),
  'laws/unused-fields': lieIf(
    someInvocation(
      ({ accounts, instruction }) =>
        instruction === 'InvokeCpi' && accounts[SLOT._unused]?.key === 'sol-pool',
    ),
    withOtherCode,
  ),
  'laws/any-instruction': lieIf(
    someInvocation(({ instruction }) => instruction !== 'InvokeCpi'),
    withOtherCode,
  ),
  'laws/invoke-or-invoke-cpi': lieIf(
    someInvocation(({ instruction }) => instruction === 'Invoke'),
    withBitFlipped,
  ),
  'laws/lookup-tables': lieIf(isSmallLookup, withOtherCode),
  'laws/lookup-tables-large': lieIf((facts) => transactionAt(facts).oversize === true, withOtherCode),
};
