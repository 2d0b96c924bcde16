// Writes that come with SOL or the accounts for it, list no trees or take one for a queue, as a write may: nothing of it is looked at before a context is executed.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { Mutation } from '../edit';
import { withData, withTarget } from '../scenario';
import { movedLamports } from '../values';
import { amount, both, keepAll, payerOf, POOL, recipient, wallet } from './sol/parts';

/** Nothing stands behind the slots. */
export const withoutTrees: Mutation = (scenario) =>
  withTarget(scenario, (invocation) => ({
    ...invocation,
    accounts: invocation.accounts.slice(0, fixedSlotsOf(invocation)),
  }));

const said: fc.Arbitrary<Mutation> = fc
  .tuple(fc.oneof(fc.constant(0n), movedLamports), fc.boolean())
  .map(([lamports, isCompress]) => amount(lamports, isCompress));

/** Somebody, or the payer of the plan as it is, whoever is put in its slot then. */
const given: fc.Arbitrary<Mutation> = fc.oneof(
  wallet.map((key) => recipient(key)),
  fc.constant<Mutation>((scenario) => recipient(payerOf(scenario))(scenario)),
);

/** An input whose tree and queue are the same account, or none. */
const oneForBoth: Mutation = (scenario) =>
  withData(scenario, ({ inputs }) => ({
    inputs: inputs.map((input) => ({ ...input, queueIndex: input.treeIndex })),
  }));

const odd: fc.Arbitrary<Mutation> = fc.oneof(
  { withCrossShrink: true },
  fc.constant(keepAll),
  said,
  given,
  fc.constant(POOL),
  fc.constant(oneForBoth),
  fc.tuple(said, given).map(([sol, to]) => both(sol, POOL, to)),
);

/** Fence that keeps trees and queues behind the slots of a write. */
export const LISTED_TREES = 'modes/write-needs-no-trees';

/** What is wrong, in every other case in a write that lists no trees. */
export const withoutTreesBesides = (mistake: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.boolean(), mistake)
    .map(([isBare, mistaken]) => both(isBare ? withoutTrees : keepAll, mistaken));

/**
 * What is wrong, in such a write: the twin is an ordinary one without the mistake, for no document says what a valid
 * one of these comes to. Where the mistake alone shows a failure, it is all that is left of the counterexample.
 */
export const inOddWrite = (mistake: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> =>
  fc.tuple(odd, mistake).map(([oddity, mistaken]) => both(oddity, mistaken));
