// precedence.md: the observed order as tables for people.
import type { Relation } from '../../spec/precedence';
import { shortOutcomes } from './names';
import type { PairReport, PrecedenceReport } from './types';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['None.', ''];
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

const WINS: Readonly<Record<Relation, (pair: PairReport) => string>> = {
  first: ({ first }) => `\`${first}\``,
  second: ({ second }) => `\`${second}\``,
  neither: () => 'neither: a third error comes',
  depends: () => 'depends',
  same: () => 'cannot be told: the same error',
};

/** Who wins, of one pair. */
export const winnerOf = (pair: PairReport): string => WINS[pair.relation](pair);

const pairRow = (pair: PairReport): readonly string[] => [
  `\`${pair.first}\``,
  shortOutcomes(pair.raises.first),
  `\`${pair.second}\``,
  shortOutcomes(pair.raises.second),
  winnerOf(pair),
  String(pair.cases),
];

const layerRows = ({ layers, raises }: PrecedenceReport): readonly (readonly string[])[] =>
  layers.map((rules, at) => [
    String(at + 1),
    rules.map((rule) => `\`${rule}\` (${shortOutcomes(raises[rule] ?? [])})`).join('<br>'),
  ]);

const cycleText = (cycle: readonly string[]): string =>
  `- ${[...cycle, cycle[0] ?? ''].map((rule) => `\`${rule}\``).join(' wins over ')}`;

function cycleLines({ cycles }: PrecedenceReport): readonly string[] {
  if (cycles.length === 0) return ['No circle: the wins make a (partial) order.', ''];
  return [
    'The wins make no order. These rules win over each other in a circle:',
    '',
    ...cycles.map(cycleText),
    '',
  ];
}

const contradictionLines = ({ contradictions }: PrecedenceReport): readonly string[] =>
  table(
    ['wins', 'over', 'with', 'cases', 'what the document states', 'known in the baseline', 'witness'],
    contradictions.map(({ winner, loser, raised, count, cases, states, knownAs, witness }) => [
      `\`${winner}\``,
      `\`${loser}\``,
      shortOutcomes(raised),
      `${count} of ${cases}`,
      states,
      knownAs.length === 0 ? '-' : knownAs.join('<br>'),
      `\`${witness}\``,
    ]),
  );

function uncombinedLines({ uncombined }: PrecedenceReport): readonly string[] {
  const reasons = [...new Set(uncombined.map(({ reason }) => reason))].sort();
  return reasons.flatMap((reason) => {
    const pairs = uncombined.filter((pair) => pair.reason === reason);
    const listed = pairs.map(({ first, second }) => `\`${first}\` and \`${second}\``).join('; ');
    return [
      `### ${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)} (${pairs.length})`,
      '',
      `${listed}.`,
      '',
    ];
  });
}

/** The whole file. */
export function markdown(section: PrecedenceReport, version: string): string {
  const { pairs, uncombined, cases } = section;
  const depending = pairs.filter(({ dependsOn }) => dependsOn !== null);
  return [
    `# Which error wins: ${version}`,
    '',
    `Plans that break two rules at once, with the plans that break one of them: ${pairs.length} pairs in ${cases} cases; ${uncombined.length} pairs could not be combined. Provenance: observed. No document says any of this but where a contradiction is marked.`,
    '',
    'A number without a name in front of it is from the system program. "Wins" means: the plan with both broken raises what the winner raises alone, or another error that only the winner was seen to raise.',
    '',
    '## Contradictions of an order that a document states',
    '',
    ...contradictionLines(section),
    '## Layers',
    '',
    'No rule was seen to win over one of a layer above it. The drawing is precedence.svg.',
    '',
    ...table(['layer', 'rules, and what breaking each alone raises'], layerRows(section)),
    ...cycleLines(section),
    '## Pairs of which not always the same wins',
    '',
    ...table(
      ['first', 'second', 'on what'],
      depending.map(({ first, second, dependsOn }) => [`\`${first}\``, `\`${second}\``, dependsOn ?? '']),
    ),
    '## All pairs',
    '',
    ...table(['first', 'raises alone', 'second', 'raises alone', 'wins', 'cases'], pairs.map(pairRow)),
    '## Pairs that could not be combined',
    '',
    ...uncombinedLines(section),
  ].join('\n');
}
