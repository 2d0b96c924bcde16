// What a version's world must have for a rule, law or sweep to be about it; with the reason where a statement has no object.
import { CUTS } from './attempts/ends';
import { SAID } from './attempts/lists';
import { CAPACITY_RULES, SIBLING_CAPACITY_RULES } from './boundaries';
import { FORMER_NEEDS } from './needs-former';
import { ACCOUNT_INFO_RULES } from './rules/account-info';
import { shapeOf, type Feature } from './versions';

export type Needs = {
  readonly feature: Feature;
  /** Why the statement is about nothing where that is missing: one sentence. */
  readonly why: string;
};

const contextV2 = (why: string): Needs => ({ feature: 'context-v2', why });
const NO_CAPACITIES = contextV2(
  'Context accounts of version 1 have no fixed lists: they hold the instruction data of the writes, one behind the other, so that there are no capacities to exceed.',
);
const NO_V2 = contextV2(
  'The document speaks of the version 2 discriminator; the context accounts of this version have that of version 1.',
);
const NO_SIZE = contextV2(
  'The 14,020 bytes and the capacities are those of a version 2 account; this version makes and publishes version 1 accounts.',
);
const NO_PLACES = contextV2(
  'The places and sizes are those of the accounts that are published beside contexts of version 2; this version’s trees and contexts are laid out otherwise.',
);
const NO_INFOS = contextV2(
  'This version has no InvokeCpiWithAccountInfo, or (0.27.0) accepts no valid call of it: it does not find accounts by options, the one documented way (account-info/written-and-executed).',
);
const NO_OPTIONS = contextV2(
  'This version has no InvokeCpiWithReadOnly, or (0.27.0) does not find its accounts by options, which is the only way the rule is about.',
);

const KEYS: Needs = {
  feature: 'proving-keys',
  why: 'No committed proof about v2 address trees is valid on this version: it has none, or no package publishes its keys.',
};
const V1_PROOFS: Needs = {
  feature: 'proofs-v1',
  why: 'No committed proof about a v1 tree is valid on this version: no package publishes its keys, or nobody has made proofs with them.',
};
/** Rules about tokens in v1 trees, which take a valid proof to spend. */
const ABOUT_V1_TOKENS = [
  'v1-spend',
  'v1-shared',
  'v1-needs-proof',
  'v1-other-proof',
  'v1-only-what-is-there',
  'v1-spent-once',
];

/** Rules about proofs of what is in v1 trees, or in none: valid, or valid but for one thing. */
const ABOUT_VALID_PROOFS = [
  'new-address-v1',
  'spend-v1',
  'combined',
  'several-programs',
  'beside-by-index',
  'address-of-output',
  'taken-away',
  'another',
  'in-a-write',
  'bytes',
  'other-account',
  'other-leaf',
  'other-root',
  'other-tree',
  'other-history',
  'other-address',
  'other-order',
  'other-count',
  'left-out',
  'no-root',
  'spent-once',
  'opened-once',
];
/** The same of v2 address trees. */
const ABOUT_V2_PROOFS = [
  'new-address-v2',
  'event-addresses',
  'address-chain',
  'other-program',
  'read-address-absent',
  'read-address-opened',
];

/** Rules about InvokeCpiWithAccountInfo whose twin is another call, or whose plan is in InvokeCpi's slots. */
const INFOS_FOUND: ReadonlySet<string> = new Set(
  ['written-and-executed', 'mixed-on-one-context', 'owner-implied', 'mode-zero'].map(
    (name) => `account-info/${name}`,
  ),
);
const INFOS = [
  ...ACCOUNT_INFO_RULES.map(({ id }) => id).filter((id) => !INFOS_FOUND.has(id)),
  'account-info/any',
];

/** By the id of a rule, law or sweep; what is not listed is about every version. */
export const NEEDS: Readonly<Record<string, Needs>> = {
  ...Object.fromEntries([...CAPACITY_RULES, ...SIBLING_CAPACITY_RULES].map((rule) => [rule, NO_CAPACITIES])),
  'limits/full-context-executes': NO_CAPACITIES,
  'effects/size-and-capacities': NO_SIZE,
  'initialization/context-size': NO_SIZE,
  'initialization/default-capacities': NO_SIZE,
  'initialization/version-2': NO_V2,
  'validation/context-discriminator': NO_V2,
  'validation/context-cut': NO_SIZE,
  ...Object.fromEntries(INFOS.map((id) => [id, NO_INFOS])),
  'read-only/authority-signs': NO_OPTIONS,
  ...Object.fromEntries(
    [...Object.keys(CUTS), ...Object.keys(SAID)].map((name) => [`codes/invoke-cpi/${name}`, NO_PLACES]),
  ),
  ...Object.fromEntries(ABOUT_VALID_PROOFS.map((name) => [`proofs/${name}`, V1_PROOFS])),
  ...Object.fromEntries(ABOUT_V2_PROOFS.map((name) => [`proofs/${name}`, KEYS])),
  ...Object.fromEntries(ABOUT_V1_TOKENS.map((name) => [`token/${name}`, V1_PROOFS])),
  'token/move-in-context': {
    feature: 'moves-refused',
    why: 'The token program of this version does not refuse it: it moves the SPL tokens at once (token/moves-ahead).',
  },
  'token/moves-ahead': {
    feature: 'moves-in-writes',
    why: 'The token program of this version refuses it (token/move-in-context).',
  },
  'proofs/other-keys': {
    feature: 'other-keys',
    why: 'The committed proofs were made with the keys of this version, or nobody has tried them there.',
  },
  'validation/deactivated': contextV2(
    'No document says how a context becomes deactivated; it is attempted with the version 1 discriminator, which is the proper one here.',
  ),
};

const missing = (needs: Needs | undefined, version: string): string | null =>
  needs === undefined || shapeOf(version).features.has(needs.feature) ? null : needs.why;

/** Why something is not about a version; null where it is. */
export const notApplicable = (id: string, version: string): string | null =>
  missing(NEEDS[id], version) ?? missing(FORMER_NEEDS[id], version);

const WITH_NEEDS: readonly string[] = [...new Set([...Object.keys(NEEDS), ...Object.keys(FORMER_NEEDS)])];

/** Everything that is not about a version, by id. */
export const allNotApplicable = (version: string): readonly string[] =>
  WITH_NEEDS.filter((id) => notApplicable(id, version) !== null);
