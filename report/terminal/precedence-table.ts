// Which error wins, as text: layers of rules, contradictions of a document, and pairs of which not always the same wins.
import { shortOutcomes } from '../precedence/names';
import type { Contradiction, PrecedenceReport } from '../precedence/types';
import type { Paint } from './paint';
import { plural, wrap } from './text';

const layerLines = ({ layers, raises }: PrecedenceReport): readonly string[] =>
  layers.map((rules, at) => {
    const texts = rules.map((rule) => `${rule} (${shortOutcomes(raises[rule] ?? [])})`);
    return wrap(`${String(at + 1).padStart(2)}  ${texts.join(', ')}`, 2, 6);
  });

const overText = ({ loser, raised, count, cases }: Contradiction): string =>
  `${loser} (${shortOutcomes(raised)}, ${count} of ${cases} cases)`;

/** The contradictions with one winner; the order is stated for the first of them. */
function contradictionLines(winner: string, all: readonly Contradiction[]): readonly string[] {
  const known = [...new Set(all.flatMap(({ knownAs }) => knownAs))];
  const baseline =
    known.length === 0 ? 'The baseline lists none of these rules.' : `Baseline: ${known.join('; ')}.`;
  return [
    wrap(`${winner} wins over ${all.map(overText).join(', ')}.`, 2, 4),
    wrap(`${all[0]?.states ?? ''}. ${baseline}`, 4),
    ...all.slice(0, 1).map(({ witness }) => `    witness ${witness}`),
  ];
}

const winnersIn = ({ contradictions }: PrecedenceReport): readonly string[] => [
  ...new Set(contradictions.map(({ winner }) => winner)),
];

const counts = ({ pairs, uncombined, cases }: PrecedenceReport): string => {
  const of = (...relations: readonly string[]): number =>
    pairs.filter(({ relation }) => relations.includes(relation)).length;
  return `${plural(pairs.length, 'pair')} in ${cases} cases: of ${of('first', 'second')} always the same rule wins, of ${of('depends')} it depends, ${of('neither')} raise a third error, ${of('same')} raise the same; ${uncombined.length} cannot be combined.`;
};

const cycleLine = (cycle: readonly string[]): string =>
  wrap(`No order: ${[...cycle, cycle[0] ?? ''].join(' wins over ')}.`, 2, 4);

function depending({ pairs }: PrecedenceReport): readonly string[] {
  const some = pairs.filter(({ dependsOn }) => dependsOn !== null);
  if (some.length === 0) return [];
  return [
    `  Not always the same wins (precedence.md has the whole):`,
    ...some.map(({ first, second, dependsOn }) =>
      wrap(`${first} and ${second}: ${(dependsOn ?? '').replace(/^Depends on (.*?):.*$/, 'by $1')}`, 4, 6),
    ),
  ];
}

/** The section `precedence`; empty where it was not asked for. */
export function precedenceText(section: PrecedenceReport | undefined, paint: Paint): string {
  if (section === undefined) return '';
  const { contradictions, cycles } = section;
  return [
    paint('bold', 'Which error wins (observed; no document says so)'),
    wrap(counts(section), 2),
    '  Of two rules that are broken at once, the one in the earlier layer decides:',
    ...layerLines(section),
    ...cycles.map(cycleLine),
    ...(contradictions.length === 0 ? [] : ['  Against an order that a document states:']),
    ...winnersIn(section).flatMap((name) =>
      contradictionLines(
        name,
        contradictions.filter(({ winner }) => winner === name),
      ),
    ),
    ...depending(section),
    '',
  ].join('\n');
}
