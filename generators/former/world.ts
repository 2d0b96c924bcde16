// Plans as the world of an older version has them: v1 trees, signer seeds, and its sides of the fences that only older versions need.
import { slotIndexOf } from '../../spec/layouts';
import type { AccountBefore, CpiContextFlags, Invocation, Plan, PlannedInstruction } from '../../spec/plan';
import { CONTEXT_SIZE } from '../../spec/cpi-context';
import { FORMER_SIZE, SIGNER_SEEDS, V1_TREES_ONLY } from '../../spec/versions';
import { COMPUTE_UNITS } from '../invocation';
import type { Fences } from '../settings';
import { treeNumbers, withV1Trees } from './trees';

/** Fence that sets both flags on every first set. */
const BOTH_FLAGS = 'effects/first-set-fee-payer';
/** Fence that keeps the noop program in slot 3. */
const NOOP_SLOT = 'accounts/unused-slot-free';
/** Fence that keeps to the true length in front of the data. */
const LENGTH = 'instruction-data/length-prefix-skipped';
/** Fence that keeps fee payers out of accounts to initialise. */
const NO_PAYER = 'initialization/fee-payer-zero';

const bothFlags = (flags: CpiContextFlags | null): CpiContextFlags | null =>
  flags?.firstSet === true ? { ...flags, set: true } : flags;

const withBothFlags = (invocation: Invocation): Invocation => ({
  ...invocation,
  data: { ...invocation.data, cpiContext: bothFlags(invocation.data.cpiContext) },
});

const withNoop = (invocation: Invocation): Invocation => {
  const unused = slotIndexOf(invocation, '_unused');
  return {
    ...invocation,
    accounts: invocation.accounts.map((meta, index) =>
      index === unused ? { key: 'noop', signer: false, writable: false } : meta,
    ),
  };
};

const withTrueLength = (invocation: Invocation): Invocation =>
  invocation.data.lengthPrefix === null
    ? invocation
    : { ...invocation, data: { ...invocation.data, lengthPrefix: null } };

const withSeeds = (invocation: Invocation): Invocation =>
  invocation.instruction === 'InvokeCpi'
    ? { ...invocation, data: { ...invocation.data, signerSeeds: true } }
    : invocation;

const CHANGES: readonly (readonly [name: string, change: (invocation: Invocation) => Invocation])[] = [
  [BOTH_FLAGS, withBothFlags],
  [NOOP_SLOT, withNoop],
  [LENGTH, withTrueLength],
  [SIGNER_SEEDS, withSeeds],
];

const withoutPayer = ({ feePayer, ...before }: AccountBefore): AccountBefore =>
  feePayer === undefined || before.key.startsWith('fresh:') ? before : { ...before, feePayer };

/** An account to initialise is as large as the contexts of that time. */
const ofItsSize = (before: AccountBefore): AccountBefore =>
  before.key.startsWith('fresh:') && before.size === CONTEXT_SIZE ? { ...before, size: FORMER_SIZE } : before;

const changedItem = (
  item: PlannedInstruction,
  change: (invocation: Invocation) => Invocation,
  fences: Fences,
): PlannedInstruction => {
  if (item.kind === 'invocation') return change(item);
  return item.kind === 'token' && item.name === 'transfer' && fences.has(BOTH_FLAGS)
    ? { ...item, cpiContext: bothFlags(item.cpiContext) }
    : item;
};

/** The program prints the whole context that it refuses, which takes more compute units than there are by default. */
const changed = (plan: Plan, fences: Fences): Plan => {
  const up = CHANGES.filter(([name]) => fences.has(name));
  const change = (invocation: Invocation): Invocation =>
    up.reduce((current, [, one]) => one(current), invocation);
  return {
    accounts: (fences.has(NO_PAYER) ? plan.accounts.map(withoutPayer) : plan.accounts).map(ofItsSize),
    transactions: plan.transactions.map((transaction) => ({
      ...transaction,
      computeUnitLimit: transaction.computeUnitLimit ?? COMPUTE_UNITS,
      instructions: transaction.instructions.map((item) => changedItem(item, change, fences)),
    })),
  };
};

type Pair = { readonly plan: Plan; readonly twin: Plan | null };

/**
 * Plan and twin, or the two roads of a law, as the version's world has them: under the same trees, each on its side of
 * the fences. Nothing changes where the version has v2 trees.
 */
export const inFormerWorld = <T extends Pair>(made: T, fences: Fences, ofTwin: Fences = fences): T => {
  if (!fences.has(V1_TREES_ONLY)) return made;
  const { plan, twin } = made;
  const to = treeNumbers([...(twin === null ? [] : [twin]), plan]);
  return {
    ...made,
    plan: changed(withV1Trees(plan, to), fences),
    twin: twin === null ? null : changed(withV1Trees(twin, to), ofTwin),
  };
};
