// The comparison of two builds as a Markdown page for a CI job: what changed, how often, and the witness of each.
import type { ChangeKind, Comparison, OrderComparison, ShownChange } from '../../spec/comparison';
import type { ProgramHashes } from '../../spec/result';
import { escapeMarkdown, table } from '../formats/markdown';
import { shortOutcome } from '../precedence/names';
import { plural } from '../terminal/text';
import { says, TITLES, verdictText } from './text';

/** Of each kind; all are in diff.json. */
const SHOWN = 40;
const DIGITS = 16;

type Names = { readonly before: string; readonly after: string };

const hashText = ({ systemProgram, accountCompression }: ProgramHashes): string =>
  `system program \`${systemProgram.slice(0, DIGITS)}...\`, account-compression \`${accountCompression.slice(0, DIGITS)}...\``;

const left = (count: number): readonly string[] =>
  count > SHOWN ? [`And ${count - SHOWN} more, all in diff.json.`, ''] : [];

const changeRow = (change: ShownChange): readonly string[] => [
  escapeMarkdown(says(change)),
  escapeMarkdown(change.claim),
  `${change.count} of ${change.cases}`,
  escapeMarkdown(change.witness),
];

function section(kind: ChangeKind, { changes }: Comparison): readonly string[] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return [];
  return [
    `### ${TITLES[kind]} (${own.length})`,
    '',
    ...table(['what', 'in plans of', 'cases', 'witness'], own.slice(0, SHOWN).map(changeRow)),
    ...left(own.length),
  ];
}

const orderRows = ({ changes, alone }: OrderComparison): readonly (readonly string[])[] => [
  ...alone.map(({ rule, before, after }) => [
    escapeMarkdown(`${rule}, alone`),
    escapeMarkdown(before.map(shortOutcome).join(', ')),
    escapeMarkdown(after.map(shortOutcome).join(', ')),
    '',
  ]),
  ...changes.map(({ first, second, before, after, witness }) => [
    escapeMarkdown(`${first} and ${second}`),
    escapeMarkdown(shortOutcome(before.outcomes.both)),
    escapeMarkdown(shortOutcome(after.outcomes.both)),
    escapeMarkdown(witness),
  ]),
];

function orderSection(order: OrderComparison | undefined): readonly string[] {
  if (order === undefined) return [];
  const rows = orderRows(order);
  return [
    `### Which of two errors wins (${rows.length}, of ${plural(order.pairs, 'pair')} of rules)`,
    '',
    ...(rows.length === 0
      ? ['No change was seen.', '']
      : table(['broken', 'before', 'after', 'witness'], rows.slice(0, SHOWN))),
    ...left(rows.length),
  ];
}

/** summary.md of `diff`. */
export function writeComparisonMarkdown(comparison: Comparison, { before, after }: Names): string {
  const { sentence } = verdictText(comparison);
  const kinds = Object.keys(TITLES) as ChangeKind[];
  return [
    `## ${sentence}`,
    '',
    `- before: ${escapeMarkdown(before)}, ${hashText(comparison.before)}`,
    `- after: ${escapeMarkdown(after)}, ${hashText(comparison.after)}`,
    `- ${plural(comparison.executed, 'plan')} of ${plural(comparison.claims, 'claim')}, seed ${comparison.seed}`,
    '',
    ...kinds.flatMap((kind) => section(kind, comparison)),
    ...orderSection(comparison.precedence),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
