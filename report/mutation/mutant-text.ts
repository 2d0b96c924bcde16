// One mutant for the terminal, and what kinds of survivors there are.
import type { MutantRow, MutationReport } from '../../spec/mutation';
import { SURVIVALS, type Survival, type SurvivalKind } from '../../spec/survivor';
import { plural, table, wrap } from '../terminal/text';

/** The case that shows it, and who else noticed. */
function killLines({ by, kills }: MutantRow): string[] {
  if (by === null) return [];
  const { claim, index, verdict, expected, observed } = by;
  const others = kills.filter((one) => one !== claim);
  return [
    `    noticed by ${claim} in case ${index}: ${verdict}, expected ${expected}, observed ${observed}`,
    ...(others.length === 0 ? [] : [wrap(`and by ${others.join(', ')}`, 4)]),
  ];
}

/** What is said of a survivor. */
const survivalLines = ({ kind, why, isSetAside }: Survival, cases: number): string[] => [
  wrap(`${plural(cases, 'case')} ran; ${kind}${isSetAside ? ' (set aside)' : ''}: ${why}`, 4),
];

/** One mutant: what was changed, what came of it. */
export function mutantText(row: MutantRow): string {
  const { id, function: name, instruction, fate, cases, survival, disassembly, reason } = row;
  return [
    `  ${id}  ${instruction}  in ${name}: ${fate}${reason === null ? '' : ` (${reason})`}`,
    ...(survival === null ? [] : survivalLines(survival, cases)),
    ...killLines(row),
    ...disassembly.map((line) => `      ${line}`),
  ].join('\n');
}

const MEANINGS: Readonly<Record<SurvivalKind, string>> = {
  changed: 'something that is looked at was another, and no rule is about it',
  used: 'an execution went or did otherwise, and came to the same',
  logged: 'a log line was another, and nothing else',
  unused: 'the change was there, and no execution did anything with it',
  untold: 'no compared case tells it from the program',
  uncompared: 'could not be compared',
};

/** How many survivors there are of each kind, and what that means; nothing where there is none. */
export function survivorTable({ fates, survivors }: MutationReport): string[] {
  if (fates.survived === 0) return [];
  const rows = SURVIVALS.filter((kind) => survivors[kind] > 0).map((kind) => [
    kind,
    `${survivors[kind]}`,
    kind === 'unused'
      ? `${MEANINGS[kind]} (with \`logged\` ${survivors.setAside} set aside)`
      : MEANINGS[kind],
  ]);
  const columns = [
    { title: 'survivors' },
    { title: 'mutants', right: true },
    { title: `compared in ${survivors.compared} cases at most` },
  ];
  return [table(columns, rows), ''];
}
