// What cannot be asked of versions with v1 trees only: what needs v2 trees, later instructions, or plans that are made for these.
import type { Needs } from './needs';
import { ACCOUNT_INFO_RULES } from './rules/account-info';
import { ADDRESS_RULES } from './rules/addresses';
import { CODE_RULES } from './rules/codes';
import { DIFFERENCE_RULES } from './rules/differences';
import { INVOKE_RULES } from './rules/invoke';
import { READ_ONLY_RULES } from './rules/read-only';
import { REINITIALIZATION_RULES } from './rules/re-initialization';
import { SOL_RULES } from './rules/sol';

const BY_INDEX: Needs = {
  feature: 'trees-v2',
  why: 'Nothing can be spent by index in a v1 tree, so that an input takes a valid zero-knowledge proof, and none is made for this version.',
};
const NO_CHAINS: Needs = {
  feature: 'trees-v2',
  why: 'Only v2 queues and trees have hash chains and bloom filters, and this version has v1 trees only.',
};
const NO_EVENTS: Needs = {
  feature: 'trees-v2',
  why: 'This version hands nothing to account-compression for indexers: what it tells them goes to the noop program, where nothing is recorded.',
};
const V2_PLANS: Needs = {
  feature: 'trees-v2',
  why: 'The suite makes the plans of this area for v2 trees and tries them nowhere else: in a world of v1 trees it is not asked.',
};
const NO_SIBLINGS: Needs = {
  feature: 'siblings',
  why: 'This version has neither InvokeCpiWithReadOnly nor InvokeCpiWithAccountInfo nor ReInitCpiContextAccount, and no read-only entries.',
};
const TWO_TREES: Needs = {
  feature: 'trees-v2',
  why: 'There are two v1 state trees only, and all trees of a plan are moved to these: other names for them cannot be kept apart.',
};

type Named = { readonly id: string };
const all = (needs: Needs, ...ids: readonly string[]): Readonly<Record<string, Needs>> =>
  Object.fromEntries(ids.map((id) => [id, needs]));
const idsOf = (...lists: readonly (readonly Named[])[]): readonly string[] =>
  lists.flat().map(({ id }) => id);

/** By the id of a rule, law or sweep. */
export const FORMER_NEEDS: Readonly<Record<string, Needs>> = {
  ...all(
    BY_INDEX,
    'instruction-data/truncated-input',
    'accounts/recipient-writable',
    'accounts/recipient-required',
    'effects/inputs-nullified',
    'effects/no-data-spendable',
    'effects/proof-statement',
    'effects/spent-leaf',
    'proofs/missing',
    'proofs/wrong',
    'token/transfer',
    'token/decompress',
    'token/spent-once',
    'token/only-what-is-there',
    'token/v1-by-index',
  ),
  ...all(NO_CHAINS, 'effects/queue-chain', 'effects/nullifier-chain', 'effects/nullifier-filter'),
  ...all(
    NO_EVENTS,
    'effects/transaction-hash',
    'effects/event-outputs',
    'effects/event-inputs',
    'effects/event-context-outputs',
    'effects/event-sequences',
    'effects/event-counts',
    'effects/event-transaction-hash',
    'laws/direct-or-split-events',
  ),
  ...all(
    NO_SIBLINGS,
    'limits/read-only-accounts',
    'limits/read-only-addresses',
    'read-only/any',
    'account-info/any',
    'laws/any-instruction',
    ...idsOf(READ_ONLY_RULES, ACCOUNT_INFO_RULES, REINITIALIZATION_RULES),
  ),
  ...all(TWO_TREES, 'laws/renaming'),
  ...all(
    V2_PLANS,
    'invoke/valid',
    'invoke/any',
    'invoke/orders',
    'sol/any',
    'sol/histories',
    'addresses/any',
    'codes/valid',
    'proofs/other-tree',
    'laws/invoke-or-invoke-cpi',
    ...idsOf(INVOKE_RULES, DIFFERENCE_RULES, SOL_RULES, ADDRESS_RULES, CODE_RULES),
  ),
};
