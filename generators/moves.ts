// Moves in dimensions that no document speaks about: they must never change a verdict.
import { COMPUTE_UNITS } from './invocation';
import fc from 'fast-check';
import type { AccountBefore } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { withTransaction, type Scenario } from './scenario';
import { withAccountBefore, type Mutation } from './edit';
import { payer } from './values';

const feePayer = payer.map(
  (key): Mutation =>
    (s) =>
      withTransaction(s, (t) => ({ ...t, feePayer: key })),
);
const computeLimit = fc.constantFrom(COMPUTE_UNITS, COMPUTE_UNITS - 1).map(
  (computeUnitLimit): Mutation =>
    (s) =>
      withTransaction(s, (t) => ({ ...t, computeUnitLimit })),
);
const computePrice = fc.constantFrom(0n, 1n, 1000n).map(
  (computeUnitPrice): Mutation =>
    (s) =>
      withTransaction(s, (t) => ({ ...t, computeUnitPrice })),
);

/** A transfer between wallets in front of the target or behind it. */
const transfer = fc
  .record({ front: fc.boolean(), lamports: fc.nat(1000).map(BigInt) })
  .map(({ front, lamports }): Mutation => (scenario: Scenario) => {
    const from: KeyRole = 'wallet:2';
    const item = { kind: 'transfer', from, to: 'wallet:3', lamports } as const;
    const moved = withTransaction(scenario, (t) => ({
      ...t,
      instructions: front ? [item, ...t.instructions] : [...t.instructions, item],
    }));
    const { target } = scenario;
    return front ? { ...moved, target: { ...target, instruction: target.instruction + 1 } } : moved;
  });

/** An account that is not as published: a context of another size, a tree or queue of another owner. No document says what then. */
const patchedAccount = fc
  .constantFrom<AccountBefore>(
    { key: 'context:1', size: 14_019 },
    { key: 'context:1', size: 14_021 },
    { key: 'context:1', size: 20_000 },
    { key: 'context:2', size: 4_096 },
    { key: 'queue:1', owner: 'wallet:1' },
    { key: 'tree:1', owner: 'light-system' },
    { key: 'registered-program-pda', discriminator: '0000000000000000' },
  )
  .map(withAccountBefore);
const RARE = 20;

/** Now and then, one such account. */
export const patchedAccounts: fc.Arbitrary<readonly Mutation[]> = fc
  .tuple(fc.nat(RARE), patchedAccount)
  .map(([dice, patch]) => (dice === RARE ? [patch] : []));

/** Zero to two unrelated moves. */
export const unrelatedMoves: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(feePayer, computeLimit, computePrice, transfer),
  { maxLength: 2 },
);
