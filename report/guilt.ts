// Of rules that all met one and the same wrong effect, tells which are about it: those are named first.
import type { FindingReport } from './report-types';

type Seen = Pick<FindingReport, 'verdict' | 'observed' | 'detail'>;

/** The rule of that name of InvokeCpi, and of the instructions that have their own. */
const ofEach = (name: string): readonly string[] =>
  ['effects', 'read-only', 'account-info'].map((area) => `${area}/${name}`);

/** What a wrong effect is, by what is said of it, and the rules about just that, the plainest first. */
const ABOUT: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^accepted, wrong context: .* feePayer /,
    [
      ...ofEach('execute-clears'),
      'effects/first-set-fee-payer',
      'initialization/fee-payer-zero',
      'initialization/empty',
    ],
  ],
  [
    /^accepted, wrong context: .* associatedTree /,
    ['effects/associated-tree-kept', 'initialization/tree-set', ...ofEach('execute-clears')],
  ],
  [
    /^accepted, wrong context: .* (?:size|capacities|holds bytes|no longer)/,
    [
      'effects/size-and-capacities',
      'initialization/default-capacities',
      'initialization/version-2',
      ...ofEach('execute-clears'),
    ],
  ],
  [
    /^accepted, wrong context: /,
    [
      'effects/first-set-stores',
      ...ofEach('first-set-clears'),
      'effects/set-appends',
      ...ofEach('execute-clears'),
      'initialization/empty',
    ],
  ],
  [
    /^accepted, wrong growth: /,
    [
      ...ofEach('outputs-created'),
      'invoke/outputs-created',
      'effects/execute-combines',
      'effects/write-returns-early',
    ],
  ],
  [
    /^accepted, wrong leaves: /,
    ['effects/outputs-hashed', 'effects/dataless-output-from-context', 'effects/execute-combines'],
  ],
  [
    /^accepted, wrong transaction hash: /,
    [
      ...ofEach('transaction-hash'),
      'read-only/transaction-hash-of-outputs',
      'account-info/transaction-hash-of-outputs',
      'read-only/transaction-hash-unasked',
      'account-info/transaction-hash-unasked',
    ],
  ],
  [/^accepted, wrong lamports: /, [...ofEach('sol-moved'), 'invoke/sol-moved']],
  [
    /^accepted: \S+ (?:gained|lost|kept) \S+ lamports, observed before/,
    ['effects/fees', 'effects/sol-moved'],
  ],
  [/^accepted: hash chain \d+ of batch \d+ of queue:/, ['effects/queue-chain']],
  [/^accepted: hash chain \d+ of batch \d+ of tree:/, ['effects/nullifier-chain']],
  [/^accepted: \d+ bits of the bloom filter/, ['effects/nullifier-filter']],
  [/^accepted: tree:\d+: the (?:changelog|list of filled|canopy)/, ['proofs/v1-changelog']],
];

const EFFECTS: ReadonlySet<FindingReport['verdict']> = new Set(['wrong-effect', 'observed-changed']);
const COLLATERAL = 100;

/** The line of the table that speaks of what was seen; undefined for what is no effect, and where no line does. */
const aboutOf = ({ verdict, observed, detail }: Seen): (typeof ABOUT)[number] | undefined =>
  EFFECTS.has(verdict) ? ABOUT.find(([pattern]) => pattern.test(`${observed}: ${detail}`)) : undefined;

/**
 * 0 for the rule that is most about what was seen, more for one that is less; what no line of the table speaks of is
 * about its own rule. A rule that only met it, as every accepted plan does, comes last.
 */
export function guiltRank(rule: string, seen: Seen): number {
  const [, about] = aboutOf(seen) ?? [];
  if (about === undefined) return 0;
  const place = about.indexOf(rule);
  return place < 0 ? COLLATERAL : place;
}

/** The rules that the table names. */
export const GUILTY: readonly string[] = ABOUT.flatMap(([, rules]) => rules);

type Told = { readonly id: string; readonly finding: FindingReport };

/** Of what nothing lists: the rule that is most about the very effect which a rule that is not about it met, too. */
export function guiltyOf({ id, finding }: Told, all: readonly Told[]): string | undefined {
  if (finding.listed || guiltRank(id, finding) < COLLATERAL) return undefined;
  return all
    .filter((one) => !one.finding.listed && aboutOf(one.finding) === aboutOf(finding))
    .filter((one) => guiltRank(one.id, one.finding) < COLLATERAL)
    .toSorted((a, b) => guiltRank(a.id, a.finding) - guiltRank(b.id, b.finding))[0]?.id;
}

/** What is listed comes last, and of the rest what the rules that only met an effect show. */
export const freshFirst = (a: Told, b: Told): number =>
  Number(a.finding.listed) - Number(b.finding.listed) ||
  guiltRank(a.id, a.finding) - guiltRank(b.id, b.finding);

/** The plainest of a row's findings that nothing lists. */
export const rowRank = ({
  id,
  findings,
}: {
  readonly id: string;
  readonly findings: readonly FindingReport[];
}): number =>
  Math.min(COLLATERAL, ...findings.filter(({ listed }) => !listed).map((finding) => guiltRank(id, finding)));
