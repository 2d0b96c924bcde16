// The published versions: what each one's world has, which decides which rules can be asked of it.
import { CAPACITY, CONTEXT_DISCRIMINATOR, CONTEXT_SIZE, CONTEXT_V1_DISCRIMINATOR } from './cpi-context';
import type { ContextShape } from './context-state';
import type { Hex } from './plan';
import type { TokenProof } from './proof';
import type { TokenForm } from './token';

/**
 * What some versions have and others do not.
 * - context-v2: context accounts of version 2, with fixed lists.
 * - trees-v2: batched state trees, whose leaves can be spent by index.
 * - siblings: InvokeCpiWithReadOnly, InvokeCpiWithAccountInfo and ReInitCpiContextAccount.
 * - documented-layout: InvokeCpi's data has just the documented fields.
 * - proving-keys: the package has the keys that go with its program, so that the committed proofs are valid there, those about v2 trees too.
 * - proofs-v1: the committed proofs about v1 trees are valid.
 * - moves-refused: the token program refuses to move SPL tokens in a write to a context.
 * - moves-in-writes: it moves them there.
 * - other-keys: the program verifies with other keys than those of 0.27.0.
 */
export const FEATURES = [
  'context-v2',
  'trees-v2',
  'siblings',
  'documented-layout',
  'proving-keys',
  'proofs-v1',
  'moves-refused',
  'moves-in-writes',
  'other-keys',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What the accounts of a world look like to the documents' eyes. */
export type WorldShape = {
  readonly features: ReadonlySet<Feature>;
  readonly contextDiscriminator: Hex;
  /** Observed: an execution appends its own outputs before those of the context, and spends its own inputs before; left out, behind them. */
  readonly ownLeavesFirst?: true;
  /** Observed: v1 trees take the network fee too, those that are listed and not used as well. */
  readonly listedTreesTakeFees?: true;
  /** Observed: how the token program marks and hashes accounts in v2 trees, where it is not as in v1 trees. */
  readonly tokensInV2?: TokenForm;
  /** Observed: the token program transfers by InvokeCpi, not by InvokeCpiWithReadOnly. */
  readonly tokensByInvokeCpi?: true;
  /** Of the context accounts that it publishes; version 1 has no capacities. */
  readonly context: ContextShape;
  /** The proofs that are valid; left out where nothing is asked about proofs, and none is taken for valid. */
  readonly proofs?: readonly TokenProof[];
};

const CAPACITIES = Object.values(CAPACITY);
/** Bytes of a context account before 0.28.0. */
export const FORMER_SIZE = 20_488;

const v2 = (size: number): WorldShape => ({
  features: new Set([
    'context-v2',
    'trees-v2',
    'siblings',
    'documented-layout',
    'moves-refused',
    'other-keys',
  ]),
  contextDiscriminator: CONTEXT_DISCRIMINATOR,
  context: { size, capacities: CAPACITIES },
});
const v1 = (...features: readonly Feature[]): WorldShape => ({
  ownLeavesFirst: true,
  features: new Set<Feature>([...features, 'moves-in-writes']),
  contextDiscriminator: CONTEXT_V1_DISCRIMINATOR,
  context: { size: FORMER_SIZE, capacities: [] },
});

/** As the documents describe it. */
export const DOCUMENTED_SHAPE: WorldShape = v2(CONTEXT_SIZE);

/** Newest first. */
export const VERSION_SHAPES: Readonly<Record<string, WorldShape>> = {
  '0.28.3': DOCUMENTED_SHAPE,
  '0.28.1': DOCUMENTED_SHAPE,
  '0.28.0-beta.5': DOCUMENTED_SHAPE,
  '0.27.1-alpha.2': { ...v2(FORMER_SIZE), listedTreesTakeFees: true, tokensInV2: 'marked-3' },
  '0.27.0': {
    ...v1('trees-v2', 'siblings', 'documented-layout', 'proving-keys', 'proofs-v1'),
    listedTreesTakeFees: true,
    tokensInV2: 'marked-2',
  },
  '0.18.0': { ...v1('documented-layout', 'proofs-v1'), tokensByInvokeCpi: true },
  '0.10.0': { ...v1(), tokensByInvokeCpi: true },
};

/**
 * Worlds that only the mutation of the program makes: a version's program with the verifying keys of 0.27.0 in the
 * place of its own, so that the committed proofs are valid on it.
 */
const REKEYED_SHAPES: Readonly<Record<string, WorldShape>> = {
  '0.28.3+keys': {
    ...DOCUMENTED_SHAPE,
    features: new Set<Feature>([
      ...[...DOCUMENTED_SHAPE.features].filter((feature) => feature !== 'other-keys'),
      ...(['proving-keys', 'proofs-v1'] as const),
    ]),
  },
};

/** Whose keys these are: the one version that accepts all committed proofs as it is, those about v2 trees too. */
export const KEYS_OF = '0.27.0';

/** What a version with these keys is called; null where there is none. */
export const rekeyedVersion = (version: string): string | null => {
  const name = `${version}+keys`;
  return REKEYED_SHAPES[name] === undefined ? null : name;
};

/** What generators are told of a world, among the fences: nothing deviates here, it is how this version's plans look. */
export const OWN_LEAVES_FIRST = 'world/own-leaves-first';
/** State trees and address trees of version 1 only. */
export const V1_TREES_ONLY = 'world/v1-trees-only';
/** InvokeCpi's data has one field more: the seeds with which the caller's authority is derived. */
export const SIGNER_SEEDS = 'world/signer-seeds';

/** The traits of a version's world, by the names that generators know. */
export const traitsOf = (version: string): readonly string[] => {
  const { features, ownLeavesFirst } = shapeOf(version);
  return [
    ...(ownLeavesFirst === true ? [OWN_LEAVES_FIRST] : []),
    ...(features.has('trees-v2') ? [] : [V1_TREES_ONLY]),
    ...(features.has('documented-layout') ? [] : [SIGNER_SEEDS]),
  ];
};

/** The shape of a version's world; of a version that is not listed, the documented one. */
export const shapeOf = (version: string): WorldShape =>
  VERSION_SHAPES[version] ?? REKEYED_SHAPES[version] ?? DOCUMENTED_SHAPE;

/** Why the same plans cannot be sent to this version as to the others: one sentence; null where they can. */
export const withoutV2Trees = (version: string): string | null =>
  shapeOf(version).features.has('trees-v2')
    ? null
    : `${version} has v1 state trees only: the plans that other versions are asked with are made for v2 trees.`;
