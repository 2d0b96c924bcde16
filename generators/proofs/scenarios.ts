// Valid plans around each committed proof, with everything that it leaves free chosen at will.
import fc from 'fast-check';
import type { Proof } from '../../spec/proof';
import { PROOFS } from '../../spec/proof-table';
import type { KeyRole } from '../../spec/world';
import type { ProofKind, Scenario } from '../scenario';
import { caller, optional, pattern, payer, proofHex } from '../values';
import type { Choices } from './choices';
import { planOf, type Helpers } from './plan';

/** Finds the proof by which an address was opened. */
export const HELPERS: Helpers = {
  proofOfAddress: (address) =>
    PROOFS.find(
      ({ spends, addresses }) =>
        spends === null && addresses.length === 1 && addresses[0]?.address === address,
    ),
};

const isV2 = ({ addresses }: Proof): boolean => addresses.some(({ program }) => program !== null);

const kindOf = (proof: Proof): ProofKind => {
  if (proof.use.writes.length > 0) return 'proof-together';
  if (proof.spends === null) return isV2(proof) ? 'proof-address-v2' : 'proof-address-v1';
  return proof.addresses.length > 0 ? 'proof-both' : 'proof-spend';
};

/** Whether the execution brings two of something, so that their order counts. */
const isPair = ({ use, addresses }: Proof): boolean =>
  use.writes.length === 0 && (use.own >= 2 || addresses.length >= 2);

const byKind = (kind: ProofKind): readonly Proof[] =>
  PROOFS.filter((proof) => (kind === 'proof-pair' ? isPair(proof) : kindOf(proof) === kind));

/** 0.27.0 refuses an execution that brings nothing of its own (modes/execute-needs-no-content): there is always an output. */
const choices: fc.Arbitrary<Choices> = fc.record({
  payer,
  unusedSlot: fc.constantFrom<KeyRole>('noop', 'noop', 'wallet:3'),
  through: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: caller.map((name) => [name]) },
  ),
  bytes: fc.array(pattern(30), { minLength: 1, maxLength: 4 }),
  outputs: fc.integer({ min: 1, max: 2 }),
  together: fc.boolean(),
  joined: fc.boolean(),
  writeProof: optional(proofHex),
});

const scenarioOf = (kind: ProofKind, proof: Proof, chosen: Choices): Scenario => {
  const plan = planOf({ proof, choices: chosen }, HELPERS);
  const transaction = plan.transactions.length - 1;
  const instruction = (plan.transactions[transaction]?.instructions.length ?? 1) - 1;
  return { kind, plan, target: { transaction, instruction } };
};

const scenarios = (kind: ProofKind) => (): fc.Arbitrary<Scenario> =>
  fc
    .tuple(fc.constantFrom(...byKind(kind)), choices)
    .map(([proof, chosen]) => scenarioOf(kind, proof, chosen));

export const PROOF_SCENARIOS: Readonly<Record<ProofKind, () => fc.Arbitrary<Scenario>>> = {
  'proof-address-v1': scenarios('proof-address-v1'),
  'proof-address-v2': scenarios('proof-address-v2'),
  'proof-spend': scenarios('proof-spend'),
  'proof-both': scenarios('proof-both'),
  'proof-together': scenarios('proof-together'),
  'proof-pair': scenarios('proof-pair'),
};

export const PROOF_KINDS = (Object.keys(PROOF_SCENARIOS) as readonly ProofKind[]).filter(
  (kind) => kind !== 'proof-pair',
);
