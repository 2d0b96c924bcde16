// Edits that exercise the rules about proofs: each takes an execution with a valid proof to where it is wrong.
import fc from 'fast-check';
import { DIRECT_KINDS, type Edit, type Mutation } from '../edit';
import { COMPUTE_UNITS } from '../invocation';
import { PROOF_KINDS } from '../proofs/scenarios';
import { withData, withTransaction, type ProofKind } from '../scenario';
import {
  noRoot,
  olderRoot,
  otherAddressRoot,
  otherAddressTree,
  otherData,
  otherLamports,
  otherLeaf,
  otherSeed,
  reorder,
} from './proofs/accounts';
import {
  aProof,
  exchanged,
  flip,
  inAWrite,
  sameCount,
  scramble,
  withoutProof,
  withProof,
} from './proofs/bytes';
import { withAddressTree } from './modes';
import { addressed } from './proofs/addressed';
import { besideByIndex } from './proofs/by-index';
import { leftOut, unproven } from './proofs/left-out';
import { absent, openedBefore, openedOnly } from './proofs/reading';
import { provenTogether } from './proofs/together';
import { again, otherHistory, otherOwner, otherStateTree } from './proofs/world';

const SPENDING: readonly ProofKind[] = ['proof-spend', 'proof-both', 'proof-together'];
const NAMING: readonly ProofKind[] = ['proof-address-v1', 'proof-address-v2', 'proof-both'];

/** Without the account whose own creation takes a valid proof. */
const SELF_CONTAINED: readonly ProofKind[] = [
  'proof-address-v1',
  'proof-address-v2',
  'proof-pair',
  'proof-both',
  'proof-together',
];

const same: fc.Arbitrary<Mutation> = fc.constant((scenario) => scenario);

const opens = (name: string, kinds: readonly ProofKind[]): Edit => ({
  rule: `proofs/${name}`,
  kinds,
  mutation: same,
  twin: unproven,
});

const withUnits: Mutation = (scenario) =>
  withTransaction(scenario, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

/** Spending by index turned into spending with a proof: it needs one, and none can be right. */
const notByIndex =
  (proof: string | null): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({
      inputs: inputs.map((input) => ({ ...input, proveByIndex: false, rootIndex: 0 })),
      proof,
    }));

/** The rules that need a proof's own keys, or none that is valid. */
const PROVEN_EDITS: readonly Edit[] = [
  opens('new-address-v1', ['proof-address-v1']),
  opens('new-address-v2', ['proof-address-v2']),
  opens('spend-v1', ['proof-spend']),
  opens('combined', ['proof-both']),
  opens('several-programs', ['proof-together']),
  {
    rule: 'proofs/beside-by-index',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: fc.constant(besideByIndex),
  },
  {
    rule: 'proofs/address-of-output',
    kinds: NAMING,
    mutation: addressed,
    twin: unproven,
  },
  {
    rule: 'proofs/event-addresses',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: same,
    isShown: true,
    isAlone: true,
  },
  {
    rule: 'proofs/address-chain',
    kinds: ['proof-address-v2'],
    mutation: same,
    isShown: true,
    isAlone: true,
  },
  {
    rule: 'proofs/v1-changelog',
    kinds: ['direct-v1', 'execute-v1'],
    mutation: same,
    isShown: true,
    isAlone: true,
  },
  { rule: 'proofs/taken-away', kinds: PROOF_KINDS, mutation: fc.constant(withoutProof) },
  { rule: 'proofs/in-a-write', kinds: ['proof-together'], mutation: inAWrite },
  { rule: 'proofs/bytes', kinds: PROOF_KINDS, mutation: flip },
  { rule: 'proofs/bytes', kinds: PROOF_KINDS, mutation: scramble },
  { rule: 'proofs/other-keys', kinds: SELF_CONTAINED, mutation: same, twin: unproven },
  { rule: 'proofs/no-root', kinds: PROOF_KINDS, mutation: noRoot },
  {
    rule: 'proofs/read-address-absent',
    kinds: ['proof-address-v2'],
    mutation: fc.constant(absent),
    twin: unproven,
  },
  {
    rule: 'proofs/read-address-opened',
    kinds: ['proof-address-v2'],
    mutation: fc.constant(openedBefore),
    twin: openedOnly,
  },
  { rule: 'proofs/spent-once', kinds: ['proof-spend', 'proof-both'], mutation: fc.constant(again) },
  {
    rule: 'proofs/opened-once',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: fc.constant(again),
  },
];

const exchange = exchanged((other, own) => sameCount(other, own));

/** Valid proofs of something else. */
const OTHER_EDITS: readonly Edit[] = [
  { rule: 'proofs/other-account', kinds: SPENDING, mutation: otherData },
  { rule: 'proofs/other-account', kinds: ['proof-spend'], mutation: otherLamports },
  { rule: 'proofs/other-account', kinds: ['proof-spend'], mutation: fc.constant(otherOwner) },
  { rule: 'proofs/other-leaf', kinds: SPENDING, mutation: otherLeaf },
  { rule: 'proofs/other-root', kinds: SPENDING, mutation: olderRoot },
  { rule: 'proofs/other-root', kinds: ['proof-address-v1', 'proof-both'], mutation: otherAddressRoot },
  {
    rule: 'proofs/other-tree',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: fc.constant(otherAddressTree),
  },
  { rule: 'proofs/other-tree', kinds: SPENDING, mutation: fc.constant(otherStateTree) },
  { rule: 'proofs/other-history', kinds: SPENDING, mutation: otherHistory },
  { rule: 'proofs/other-address', kinds: NAMING, mutation: otherSeed },
  { rule: 'proofs/other-program', kinds: ['proof-address-v2'], mutation: fc.constant(otherOwner) },
  { rule: 'proofs/other-order', kinds: ['proof-pair'], mutation: fc.constant(reorder) },
  { rule: 'proofs/other-count', kinds: PROOF_KINDS, mutation: exchanged((o, own) => !sameCount(o, own)) },
  { rule: 'proofs/another', kinds: PROOF_KINDS, mutation: exchange },
  { rule: 'proofs/left-out', kinds: ['proof-together'], mutation: leftOut },
];

/** What every version can be asked: spending by index is valid everywhere, and its proof is its index. */
const EVERYWHERE_EDITS: readonly Edit[] = [
  {
    rule: 'proofs/missing',
    kinds: ['spend'],
    prepare: withUnits,
    mutation: fc.constant(notByIndex(null)),
  },
  { rule: 'proofs/wrong', kinds: ['spend'], prepare: withUnits, mutation: aProof.map(notByIndex) },
  {
    rule: 'proofs/wrong',
    kinds: ['spend'],
    prepare: withAddressTree,
    mutation: provenTogether,
  },
  {
    rule: 'proofs/superfluous',
    kinds: [...DIRECT_KINDS, 'execute', 'execute-spend'],
    prepare: withUnits,
    mutation: withProof,
  },
];

export const PROOF_EDITS: readonly Edit[] = [...PROVEN_EDITS, ...OTHER_EDITS, ...EVERYWHERE_EDITS];
