// Wrong models that no plan can tell from the documents on the published programs, beside what a baseline explains; each with the reason.
import type { ModelMutant, Mutation } from '../../spec/model-mutation';

export type Explanation = {
  readonly rule: string;
  readonly mutations: readonly Mutation[];
  readonly why: string;
};

const BOTH: readonly Mutation[] = ['dropped', 'neighbour'];
const one = (rule: string, mutations: readonly Mutation[], why: string): Explanation => ({
  rule,
  mutations,
  why,
});

const SPENT = 'effects/inputs-nullified refuses the same: there is no account of that owner to spend';
const EMPTY = 'validation/not-empty-on-execute says the same of any call';
const PAYER = 'validation/fee-payer-on-set and -on-execute say the same of any call';
const TREE = 'validation/tree-on-execute says the same of any call';

/** Of the versions with v2 trees. Another rule says the same: a model without this one still says it. */
export const EXPLAINED: readonly Explanation[] = [
  one(
    'accounts/invoking-program-identity',
    BOTH,
    'another program in slot 6 fails the check of the PDA, which is signer-checks/authority-is-pda, with the same code',
  ),
  one(
    'modes/execute-refuses-unprovable',
    ['dropped'],
    'modes/execute-verifies-proof refuses the same: no proof is valid',
  ),
  one('read-only/input-owner', ['dropped'], SPENT),
  one('read-only/empty-context', BOTH, EMPTY),
  one('read-only/fee-payer-mismatch', BOTH, PAYER),
  one('read-only/tree-mismatch', BOTH, TREE),
  one('account-info/input-owner', ['dropped'], SPENT),
  one('account-info/empty-context', BOTH, EMPTY),
  one('account-info/fee-payer-mismatch', BOTH, PAYER),
  one('account-info/tree-mismatch', BOTH, TREE),
  one(
    'sol/input-sum-beyond-u64',
    ['dropped'],
    'no inputs of so many lamports exist, so that effects/inputs-nullified refuses them anyhow',
  ),
];

const BY_ID: ReadonlyMap<string, string> = new Map(
  EXPLAINED.flatMap(({ rule, mutations, why }) =>
    mutations.map((mutation) => [`${rule}#${mutation}`, why] as const),
  ),
);

/** Why nothing refutes the mutant; null where nobody has said so. */
export const explanationOf = ({ id }: Pick<ModelMutant, 'id'>): string | null => BY_ID.get(id) ?? null;
