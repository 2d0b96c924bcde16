// Edits of the proof itself: other bytes, another proof, none, or one in the wrong place.
import fc from 'fast-check';
import type { InvokeData } from '../../../spec/plan';
import type { Proof } from '../../../spec/proof';
import { PROOFS } from '../../../spec/proof-table';
import type { Mutation } from '../../edit';
import { edited } from '../../proofs/edited';
import { targetOf, withData, type Scenario } from '../../scenario';
import { proofHex } from '../../values';

/** The committed proof that the scenario's execution brings. */
export const proofOf = (scenario: Scenario): Proof | undefined =>
  PROOFS.find(({ bytes }) => bytes === targetOf(scenario).data.proof);

const flipped = (bytes: string, bit: number): string => {
  const copy = Buffer.from(bytes, 'hex');
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy.toString('hex');
};

const BITS = 1024;
/** One bit; that each of them counts is a test of its own (suites/self/proofs.test.ts). */
export const flip: fc.Arbitrary<Mutation> = fc.nat(BITS - 1).map(
  (bit): Mutation =>
    (s) =>
      withData(s, ({ proof }) => ({ proof: proof === null ? null : flipped(proof, bit) })),
);
/** Several bytes at once, and bytes that are no proof's. */
export const scramble: fc.Arbitrary<Mutation> = proofHex.map(
  (proof): Mutation =>
    (s) =>
      withData(s, () => ({ proof })),
);

/** Another proof of the table takes the proof's place: one for which the predicate holds, if there is any. */
export const exchanged = (fits: (other: Proof, own: Proof) => boolean): fc.Arbitrary<Mutation> =>
  fc.nat(PROOFS.length).map((n): Mutation => (scenario) => {
    const own = proofOf(scenario);
    if (own === undefined) return scenario;
    const others = PROOFS.filter(({ name }) => name !== own.name);
    const fitting = others.filter((other) => fits(other, own));
    const among = fitting.length === 0 ? others : fitting;
    return withData(scenario, ({ proof }) => ({ proof: among[n % among.length]?.bytes ?? proof }));
  });

const count = ({ spends, addresses }: Proof): string => `${spends?.indices.length ?? 0}/${addresses.length}`;
export const sameCount = (other: Proof, own: Proof): boolean => count(other) === count(own);

export const withoutProof: Mutation = (s) => withData(s, () => ({ proof: null }));
/** The proof that the final invocation needs comes with a write instead. */
export const inAWrite: fc.Arbitrary<Mutation> = fc.nat(1).map((n): Mutation => (scenario) => {
  const { proof } = targetOf(scenario).data;
  const isWrite = ({ cpiContext }: InvokeData): boolean =>
    cpiContext?.set === true || cpiContext?.firstSet === true;
  const moved = edited((data, counter) =>
    isWrite(data) && (n === 0 || counter.next() > 0) ? { proof } : {},
  )(scenario);
  return withoutProof(moved);
});

export const aProof = fc.oneof(
  fc.constantFrom(...PROOFS).map(({ bytes }) => bytes),
  proofHex,
);
export const withProof = aProof.map(
  (proof): Mutation =>
    (s) =>
      withData(s, () => ({ proof })),
);
