// What the model is asked in each claim: the documents always, hashes where they pay, observed rules in their own claims, and fees in some more.
import { DOCUMENTS, type ModelOptions } from '../model/options';
import type { TokenProof } from '../spec/proof';
import { PROOFS } from '../spec/proof-table';
import { TOKEN_PROOFS } from '../spec/token-proof-table';
import { DOCUMENTED_SHAPE, type WorldShape } from '../spec/versions';
import { askedOfEvents, comparesHashes } from './asked-events';
import type { Claim } from './engine-types';
import { rulesFor } from './rules-for';
import type { Runner } from './runner';

/**
 * A hash costs half a millisecond and more: leaves are compared in every case of these claims, and in no other. In the
 * area `effects` the others look at what no leaf shows. These laws compare roads whose leaves need not be the same.
 */
const COMPARING_LEAVES: ReadonlySet<string> = new Set([
  'effects/outputs-created',
  'effects/execute-combines',
  'effects/outputs-hashed',
  'effects/dataless-output-from-context',
  'effects/v1-root',
  'effects/leaf-order',
  'effects/valid',
  'modes/sequence',
  'modes/interleaved',
  'initialization/ready-for-use',
  'sol/conserved',
  'sol/histories',
  'laws/order-of-writers',
  'laws/forgotten-past',
  'laws/renaming',
  'laws/invoke-or-invoke-cpi',
  'invoke/outputs-created',
  'read-only/outputs-created',
  'account-info/outputs-created',
  'invoke/valid',
  'differences/caller-invoke',
  'differences/cpi-context-invoke',
]);

/** Fees need no hash: these claims ask what moves besides SOL, in histories and in contexts that a plan initialises too. */
const COMPARING_FEES: ReadonlySet<string> = new Set([
  'effects/valid',
  'effects/execute-combines',
  'effects/execute-clears',
  'effects/outputs-created',
  'effects/outputs-hashed',
  'effects/sol-moved',
  'effects/v1-root',
  'effects/write-returns-early',
  'modes/sequence',
  'modes/interleaved',
  'initialization/ready-for-use',
  'invoke/valid',
  'invoke/outputs-created',
  'invoke/sol-moved',
]);

/** What queues and trees note for later proofs: in histories, which go on with chains, and of the other instructions. */
const COMPARING_CHAINS: ReadonlySet<string> = new Set([
  'modes/sequence',
  'invoke/valid',
  'read-only/outputs-created',
  'account-info/outputs-created',
]);
const CHAINS = ['effects/queue-chain', 'effects/nullifier-chain', 'effects/nullifier-filter'] as const;

/** What v1 trees keep for later proofs: of the claim that makes plans for them anyway. */
const V1_ROOT = 'effects/v1-root';
const V1_CHANGELOG = 'proofs/v1-changelog';

/** What a valid proof opens is compared in full: no other claim spends from v1 trees or has new addresses. */
const COMPARING_PROVEN: ReadonlySet<string> = new Set([
  'proofs/new-address-v1',
  'proofs/new-address-v2',
  'proofs/spend-v1',
  'proofs/combined',
  'proofs/several-programs',
  'proofs/beside-by-index',
  'proofs/address-of-output',
]);

/** On versions whose keys are known: there this was tried. */
const comparesProven = ({ id }: Pick<Claim, 'id'>, shape: WorldShape | undefined): boolean =>
  COMPARING_PROVEN.has(id) && shape?.features.has('proving-keys') === true;

/** In graphs of any shape, a callee's own error is compared with what was seen before. */
const CALLEE_ERRORS: ReadonlySet<string> = new Set(['cpi-guide/callee-error']);

const FEES = 'effects/fees';
/** Observed rules that every claim about addresses asks about. */
const ALWAYS_IN_ADDRESSES = ['addresses/derived-as-logged', 'addresses/noted'] as const;

/** What a refused proof should have proven is asked of these claims, too, whose plans bring all kinds of executions. */
const STATEMENT = 'effects/proof-statement';
const COMPARING_STATEMENTS: ReadonlySet<string> = new Set([
  'modes/execute-verifies-proof',
  'modes/execute-refuses-unprovable',
]);

/** Whether a claim reads what the program logs of a refused proof, so that a log line is no indifferent thing to it. */
export const readsLog = (id: string): boolean =>
  id === STATEMENT || COMPARING_STATEMENTS.has(id) || id.startsWith('addresses/');

/** Observed rules that every claim about the token program asks about. */
const ALWAYS_IN_TOKEN = ['token/amounts'] as const;

/** What refuses creates nothing: its leaves are those of the plans that other claims compare. */
const comparesTokens = ({ id, rule }: Pick<Claim, 'id'> & About): boolean =>
  id.startsWith('token/') && rule?.expects.kind !== 'rejects';

/** The observed rules that a claim asks about beside its own. */
const besideOwn = ({ id }: Pick<Claim, 'id'>, shape: WorldShape | undefined): readonly string[] => {
  const comparesFees = COMPARING_FEES.has(id) || comparesProven({ id }, shape) || id.startsWith('sol/');
  const chains = COMPARING_CHAINS.has(id) ? CHAINS : [];
  const kept = id === V1_ROOT ? [V1_CHANGELOG] : [];
  return [...askedOfEvents({ id }), ...chains, ...kept, ...(comparesFees ? [FEES] : [])];
};

const observedIn = (
  { id, rule }: Pick<Claim, 'id'> & About,
  { unasked, shape }: Runner,
): ReadonlySet<string> => {
  const own = rule?.provenance === 'observed' ? [id] : [];
  if (id === 'cpi-guide/graphs') return CALLEE_ERRORS;
  if (id.startsWith('token/')) return new Set([...own, ...ALWAYS_IN_TOKEN]);
  if (id.startsWith('addresses/')) return new Set([...own, ...ALWAYS_IN_ADDRESSES]);
  if (COMPARING_STATEMENTS.has(id) && unasked?.has(STATEMENT) !== true) return new Set([STATEMENT]);
  const beside = besideOwn({ id }, shape).filter((rule) => unasked?.has(rule) !== true);
  return new Set([...own, ...beside]);
};

export type About = Pick<Claim, 'rule' | 'law'>;

/** Whether a claim is about what is handed on, and runs where that is recorded. */
export const isRecorded = ({ rule, law }: About): boolean => (rule ?? law)?.recorded === true;

/** Claims of that area know which proofs are valid; all others take every proof for wrong, as the documents name no other. */
const isAboutProofs = ({ id }: Pick<Claim, 'id'>): boolean => id.startsWith('proofs/');
const NO_PROOFS: readonly TokenProof[] = [];
const V1_PROOFS = PROOFS.filter(({ addresses }) => addresses.every(({ program }) => program === null));
/** An execution's own inputs are proven before those of the context, as on 0.27.0; later versions have them behind. */
const isMixed = ({ use }: TokenProof): boolean => use.own > 0 && use.writes.length > 0;
const UNMIXED_PROOFS = PROOFS.filter((proof) => !isMixed(proof));
export const validProofs = ({ features, ownLeavesFirst }: WorldShape): readonly TokenProof[] => {
  if (!features.has('proving-keys')) return features.has('proofs-v1') ? V1_PROOFS : NO_PROOFS;
  return ownLeavesFirst === true ? PROOFS : UNMIXED_PROOFS;
};

/** The claims about sizes and capacities ask for the documented ones; the others take those of the world as they are. */
const ABOUT_SIZES: ReadonlySet<string> = new Set([
  'effects/size-and-capacities',
  're-initialization/resized',
]);

const shapeFor = (claim: Pick<Claim, 'id'> & About, shape: WorldShape): WorldShape => {
  if (isAboutProofs(claim)) return { ...shape, proofs: validProofs(shape) };
  if (claim.id.startsWith('token/') && shape.features.has('proofs-v1'))
    return { ...shape, proofs: TOKEN_PROOFS };
  return ABOUT_SIZES.has(claim.id) ? { ...shape, context: DOCUMENTED_SHAPE.context } : shape;
};

/** The model for a claim on a runner; `model` is one that is wrong on purpose. */
export const askedIn = (
  claim: Pick<Claim, 'id'> & About,
  runner: Runner,
  model: ModelOptions = DOCUMENTS,
): ModelOptions => ({
  ...model,
  facts: runner.facts ?? null,
  rules: rulesFor(claim, model === DOCUMENTS ? (runner.rules ?? model.rules) : model.rules),
  shape: shapeFor(claim, runner.shape ?? model.shape),
  leaves: COMPARING_LEAVES.has(claim.id) || comparesProven(claim, runner.shape) || comparesTokens(claim),
  recorded: isRecorded(claim),
  transactionHashes: comparesHashes(claim),
  observed: observedIn(claim, runner),
  mustLog: claim.id === STATEMENT,
  asked: claim.id,
});
