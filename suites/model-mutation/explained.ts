// Wrong models that no plan can tell from the documents on the published programs, beside what a baseline explains; each with the reason.
import type { ModelMutant, Mutation } from '../../spec/model-mutation';

export type Explanation = {
  readonly rule: string;
  readonly mutations: readonly Mutation[];
  readonly why: string;
  /** The rules that say the same: without those too, the model must be refuted, or the reason is none. Empty where it is another. */
  readonly besides: readonly string[];
  /** Left out: all versions with v2 trees but 0.27.0. */
  readonly versions?: readonly string[];
};

type Reason = Pick<Explanation, 'why' | 'besides'>;

const BOTH: readonly Mutation[] = ['dropped', 'neighbour'];
const DROPPED: readonly Mutation[] = ['dropped'];
const one = (rule: string, mutations: readonly Mutation[], reason: Reason): Explanation => ({
  rule,
  mutations,
  ...reason,
});

const SPENT: Reason = {
  why: 'effects/inputs-nullified refuses the same: there is no account of that owner to spend',
  besides: ['effects/inputs-nullified'],
};
const PAYER: Reason = {
  why: 'validation/fee-payer-on-set and -on-execute say the same of any call',
  besides: ['validation/fee-payer-on-set', 'validation/fee-payer-on-execute'],
};
const TREE: Reason = {
  why: 'validation/tree-on-execute says the same of any call',
  besides: ['validation/tree-on-execute'],
};
const emptyIn = (area: string): Reason => ({
  why: 'validation/not-empty-on-execute says the same of any call',
  besides: [
    ...['validation/not-empty-on-execute', 'validation/fee-payer-on-execute'],
    `${area}/fee-payer-mismatch`,
  ],
});

const OF_SIBLINGS = ['read-only', 'account-info'].flatMap((area) => [
  one(`${area}/input-owner`, DROPPED, SPENT),
  one(`${area}/empty-context`, BOTH, emptyIn(area)),
  one(`${area}/fee-payer-mismatch`, BOTH, PAYER),
  one(`${area}/tree-mismatch`, BOTH, TREE),
]);

const proofs = (...names: readonly string[]): readonly string[] => names.map((name) => `proofs/${name}`);
const NO_PROOF = proofs('missing', 'taken-away', 'in-a-write');
const WRONG_PROOF = proofs(
  ...['wrong', 'another', 'bytes', 'left-out', 'other-account', 'other-leaf', 'other-root', 'other-tree'],
  ...['other-history', 'other-address', 'other-program', 'other-order', 'other-count'],
);
/** Where proofs can be valid, each way of being wrong is a rule, and one plan is wrong in several. */
const sayingTheSame = (rules: readonly string[], why: string): readonly Explanation[] =>
  rules.map((rule) => ({
    ...one(rule, BOTH, { why, besides: rules.filter((other) => other !== rule) }),
    versions: ['0.27.0'],
  }));

/** Of the published versions with v2 trees. */
export const EXPLAINED: readonly Explanation[] = [
  one('accounts/invoking-program-identity', BOTH, {
    why: 'another program in slot 6 fails the check of the PDA, which is signer-checks/authority-is-pda, with the same code',
    besides: ['signer-checks/authority-is-pda'],
  }),
  one('modes/execute-refuses-unprovable', DROPPED, {
    why: 'modes/execute-verifies-proof refuses the same: no proof is valid',
    besides: ['modes/execute-verifies-proof'],
  }),
  ...OF_SIBLINGS,
  one('proofs/other-keys', BOTH, {
    why: 'proofs/wrong says the same: under other keys no proof is valid',
    besides: ['proofs/wrong'],
  }),
  ...sayingTheSame(NO_PROOF, 'the other rules about proofs that are not there say the same'),
  ...sayingTheSame(WRONG_PROOF, 'the other rules about proofs of something else say the same'),
  one('sol/input-sum-beyond-u64', DROPPED, {
    why: 'no inputs of so many lamports exist, so that effects/inputs-nullified refuses them anyhow',
    besides: ['effects/inputs-nullified'],
  }),
  one('addresses/of-their-program', DROPPED, {
    why: 'without it the model says nothing of two programs’ addresses: only a program that makes them the same could tell, and where this one does, it is the documents that it breaks',
    besides: [],
  }),
];

const isOf = ({ versions }: Explanation, version: string): boolean =>
  versions === undefined ? version !== '0.27.0' : versions.includes(version);

/** Why nothing refutes the mutant on a version; null where nobody has said so. */
export const explanationOf = (
  { rule, mutation }: Pick<ModelMutant, 'rule' | 'mutation'>,
  version: string,
): Explanation | null =>
  EXPLAINED.find((each) => each.rule === rule && each.mutations.includes(mutation) && isOf(each, version)) ??
  null;

/** The model without the rule and without those that say the same: what the programs must refute if that is the reason. */
export const togetherOf = ({ rule, besides }: Explanation): ModelMutant => ({
  id: `${rule}#together`,
  rule,
  mutation: 'dropped',
  says: `what breaks it is accepted, and what breaks ${besides.join(', ')}`,
  besides,
});
