// Discriminators that no instruction has: mostly one bit beside the one that was meant, so that none of the 64 is left uncompared.
import fc from 'fast-check';
import { INITIALIZE_DISCRIMINATOR } from '../spec/initialize';
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../spec/invoke-cpi';
import type { Hex } from '../spec/plan';
import type { Mutation } from './edit';
import { withData, type Scenario } from './scenario';
import { hex } from './values';

const BYTES = 8;
const BITS = 8;

const isKnown = (found: Hex): boolean =>
  found === INVOKE_CPI_DISCRIMINATOR ||
  found === INITIALIZE_DISCRIMINATOR ||
  SIBLING_DISCRIMINATORS.has(found);

type Change = (meant: Hex) => Hex;

const flipped = (meant: Hex, position: number, bits: number): Hex => {
  const bytes = Buffer.from(meant, 'hex');
  bytes[position] = (bytes[position] ?? 0) ^ bits;
  return bytes.toString('hex');
};

const oneBit: fc.Arbitrary<Change> = fc.record({ position: fc.nat(BYTES - 1), bit: fc.nat(BITS - 1) }).map(
  ({ position, bit }): Change =>
    (meant) =>
      flipped(meant, position, 1 << bit),
);
const oneByte: fc.Arbitrary<Change> = fc
  .record({ position: fc.nat(BYTES - 1), bits: fc.integer({ min: 1, max: 255 }) })
  .map(
    ({ position, bits }): Change =>
      (meant) =>
        flipped(meant, position, bits),
  );
const anything: fc.Arbitrary<Change> = hex(BYTES).map(
  (found): Change =>
    () =>
      found,
);

/** Another discriminator in the place of the one that is meant: none that an instruction has. */
export const unknown: fc.Arbitrary<Change> = fc
  .oneof(
    { weight: 6, arbitrary: oneBit },
    { weight: 1, arbitrary: oneByte },
    { weight: 1, arbitrary: anything },
  )
  .map((change): Change => (meant) => {
    const found = change(meant);
    return isKnown(found) ? flipped(meant, 0, 1) : found;
  });

const sending = (scenario: Scenario, change: Change): Scenario =>
  withData(scenario, ({ discriminator }) => ({ discriminator: change(discriminator) }));

/** The target's transaction with other discriminators, once each in front of the target's own. */
const inFront = (scenario: Scenario, changes: readonly Change[]): Scenario => {
  const { plan, target } = scenario;
  const tried = changes.flatMap(
    (change) => sending(scenario, change).plan.transactions[target.transaction] ?? [],
  );
  return {
    ...scenario,
    plan: { ...plan, transactions: plan.transactions.toSpliced(target.transaction, 0, ...tried) },
    target: { ...target, transaction: target.transaction + tried.length },
  };
};

/** One to eight discriminators one after another: the same bit of neighbouring bytes, or anything else. */
export const unknownInTurn: fc.Arbitrary<Mutation> = fc
  .record({ bit: fc.nat(BITS - 1), from: fc.nat(BYTES - 1), more: fc.nat(BYTES - 1), last: unknown })
  .map(({ bit, from, more, last }): Mutation => {
    const bits = Array.from(
      { length: more },
      (_, nth): Change =>
        (meant) =>
          flipped(meant, (from + nth) % BYTES, 1 << bit),
    );
    return (scenario) => sending(inFront(scenario, bits), last);
  });

/** The target's, where a plan is about that one call. */
export const unknownOnce: fc.Arbitrary<Mutation> = unknown.map(
  (change): Mutation =>
    (scenario) =>
      sending(scenario, change),
);
