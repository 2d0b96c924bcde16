// Edits that exercise the modes and their flags.
import { COMPUTE_UNITS } from '../invocation';
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { NewAddress } from '../../spec/plan';
import { ABSENT, treeNumber, type KeyRole } from '../../spec/world';
import { changeSlot, DIRECT_KINDS, EXECUTE_KINDS, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { anyPosition, changedAt, type Position } from '../positions';
import { targetOf, withData, withTarget, withTransaction } from '../scenario';
import { hex, optional, proofHex } from '../values';
import { provenTogether } from './proofs/together';
import { inFirstWrite, setFlags, withoutContent, withSomeOutput } from './flags';
import { withoutTrees } from './odd-writes';

const withoutContextAccount = changeSlot('cpi_context_account', { key: ABSENT });

const withContextAccount: Mutation = (scenario) => {
  const queue = targetOf(scenario).accounts.find((meta) => meta.key.startsWith('queue:'));
  const key: KeyRole = `context:${treeNumber(queue?.key ?? 'queue:1') ?? 1}`;
  return changeSlot('cpi_context_account', { key, writable: true })(scenario);
};

/** A proof costs more to verify than a transaction has by default; running out of units is no refusal. */
const withComputeUnits: Mutation = (scenario) =>
  withTransaction(scenario, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

/** An address tree behind the remaining accounts, so that a new address has somewhere to go. */
export const withAddressTree: Mutation = (scenario) =>
  withTarget(withComputeUnits(scenario), (i) => ({
    ...i,
    accounts: [...i.accounts, { key: 'address-tree', signer: false, writable: true }],
  }));

type Draw = {
  readonly seed: string;
  readonly proof: string | null;
  readonly rootIndex: number;
  /** Among the remaining accounts; null is the address tree. */
  readonly place: number | null;
};

const withNewAddress =
  ({ seed, proof, rootIndex, place }: Draw): Mutation =>
  (scenario) => {
    const index = place ?? targetOf(scenario).accounts.length - FIXED_SLOTS - 1;
    const entry: NewAddress = { seed, queueIndex: index, treeIndex: index, rootIndex };
    return withData(scenario, ({ newAddresses }) => ({ newAddresses: [...newAddresses, entry], proof }));
  };

/** The first write brings the new address, so that the execution is what needs the proof. */
const withWrittenAddress =
  (seed: string, proof: string | null): Mutation =>
  (scenario) => {
    const index = targetOf(scenario).accounts.length - FIXED_SLOTS - 1;
    const entry: NewAddress = { seed, queueIndex: index, treeIndex: index, rootIndex: 0 };
    const written = inFirstWrite(scenario, ({ newAddresses }) => ({
      newAddresses: [...newAddresses, entry],
    }));
    return withData(written, () => ({ proof }));
  };

const notByIndex =
  ({ proof, rootIndex }: Pick<Draw, 'proof' | 'rootIndex'>, at: Position): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({
      inputs: changedAt(inputs, at, () => ({ proveByIndex: false, rootIndex })),
      proof,
    }));

const garbageOrNone = optional(proofHex);
/** In the address tree, under its first root. */
const provable: fc.Arbitrary<Draw> = fc.record({
  seed: hex(32),
  proof: garbageOrNone,
  rootIndex: fc.constant(0),
  place: fc.constant(null),
});
/** A tree keeps some hundreds of roots at most. */
const farRoot = fc.integer({ min: 1, max: 65_535 });
/** Under a root that may not exist, or in a state tree or its queue. */
const unprovable: fc.Arbitrary<Draw> = fc.oneof(
  fc.tuple(provable, farRoot).map(([entry, rootIndex]) => ({ ...entry, rootIndex })),
  fc.tuple(provable, fc.nat(1)).map(([entry, place]) => ({ ...entry, place })),
);

const MODE_EDITS_WITH_PROOFS: readonly Edit[] = [
  {
    rule: 'modes/write-ignores-proof',
    kinds: WRITE_KINDS,
    prepare: (s) => withData(s, () => ({ proof: null })),
    mutation: proofHex.map(
      (proof): Mutation =>
        (s) =>
          withData(s, () => ({ proof })),
    ),
  },
  {
    rule: 'modes/execute-verifies-proof',
    kinds: [...DIRECT_KINDS, ...EXECUTE_KINDS],
    prepare: withAddressTree,
    mutation: provable.map(withNewAddress),
  },
  {
    rule: 'modes/execute-verifies-proof',
    kinds: EXECUTE_KINDS,
    prepare: withAddressTree,
    mutation: fc.tuple(hex(32), garbageOrNone).map(([seed, proof]) => withWrittenAddress(seed, proof)),
    notBehind: ['accounts/remaining-index-in-range'],
  },
  {
    rule: 'modes/execute-verifies-proof',
    kinds: ['spend'],
    prepare: withComputeUnits,
    mutation: fc.tuple(provable, anyPosition).map((drawn) => notByIndex(...drawn)),
  },
  {
    rule: 'modes/execute-verifies-proof',
    kinds: ['spend'],
    prepare: withAddressTree,
    mutation: provenTogether,
  },
  {
    rule: 'modes/execute-refuses-unprovable',
    kinds: [...DIRECT_KINDS, ...EXECUTE_KINDS],
    prepare: withAddressTree,
    mutation: unprovable.map(withNewAddress),
  },
  {
    rule: 'modes/execute-refuses-unprovable',
    kinds: ['spend'],
    prepare: withComputeUnits,
    mutation: fc
      .tuple(fc.record({ proof: garbageOrNone, rootIndex: farRoot }), anyPosition)
      .map((drawn) => notByIndex(...drawn)),
  },
];

export const MODE_EDITS: readonly Edit[] = [
  {
    rule: 'modes/context-account-required',
    kinds: EXECUTE_KINDS,
    mutation: fc.constant(withoutContextAccount),
  },
  { rule: 'modes/write-without-account', kinds: WRITE_KINDS, mutation: fc.constant(withoutContextAccount) },
  { rule: 'modes/context-data-missing', kinds: EXECUTE_KINDS, mutation: fc.constant(setFlags('none')) },
  { rule: 'modes/context-data-missing', kinds: DIRECT_KINDS, mutation: fc.constant(withContextAccount) },
  {
    rule: 'modes/already-set',
    kinds: ['set'],
    prepare: withSomeOutput,
    mutation: fc.constant(setFlags('first-set')),
  },
  {
    rule: 'modes/both-flags',
    kinds: WRITE_KINDS,
    prepare: withSomeOutput,
    mutation: fc.constant(setFlags('both')),
  },
  { rule: 'modes/write-needs-no-content', kinds: ['first-set'], mutation: fc.constant(withoutContent) },
  {
    rule: 'modes/write-needs-no-trees',
    kinds: WRITE_KINDS,
    mutation: fc.constant(withoutTrees),
    isAlone: true,
  },
  {
    rule: 'modes/execute-needs-no-content',
    kinds: ['execute', 'execute-spend'],
    mutation: fc.constant(withoutContent),
  },
  ...MODE_EDITS_WITH_PROOFS,
];
