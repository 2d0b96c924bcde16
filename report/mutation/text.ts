// A mutation run for the terminal: the score, who notices what, and each survivor with the code around it.
import type { MutantRow, MutationReport } from '../../spec/mutation';
import type { Paint } from '../terminal/paint';
import { plural, table, wrap } from '../terminal/text';
import { FLOOR } from './exit';
import { GOAL, staleMutants } from './report';

const percent = (ratio: number | null): string => (ratio === null ? '-' : `${(100 * ratio).toFixed(1)} %`);
const MOST_SURVIVORS = 25;
const MOST_CLAIMS = 15;

function scoreLines({
  fates,
  stopped,
  score,
  scoreWithObserved,
  sampled,
  mutants,
}: MutationReport): string[] {
  const asked = fates.killed + fates['observed-only'] + fates.survived;
  // Twice the standard error, and at least what as many clean draws leave open with 95 % confidence.
  const margin =
    score === null ? 0 : Math.max(2 * Math.sqrt((score * (1 - score)) / asked), 1 - 0.05 ** (1 / asked));
  const part = sampled === mutants ? '' : `, of a sample (give or take ${percent(margin)})`;
  const apart = [
    `${fates.equivalent} known to be equivalent`,
    plural(fates.crash, 'crash').replace(/crashs$/, 'crashes'),
    plural(fates.timeout, 'timeout'),
    `${fates.unloadable} refused by the loader`,
  ];
  return [
    `${sampled} of ${plural(mutants, 'mutant')} were run: ${fates.killed} killed by documented rules (${stopped} of them stopped: a panic, a bad access, no compute units left), ${fates['observed-only']} only by rules about what was always seen, ${fates.survived} survived. Counted apart: ${apart.join(', ')}.`,
    `Score: ${percent(score)} by documented rules${part}, ${percent(scoreWithObserved)} with the others; the goal is ${percent(GOAL)}. Of those that did not stop the program: ${fates.killed - stopped} of ${asked - stopped}.`,
    ...(sampled < mutants && asked < FLOOR
      ? [`Fewer than ${FLOOR} mutants cannot show that the goal is reached.`]
      : []),
  ];
}

function operatorTable({ operators }: MutationReport): string {
  const rows = operators
    .filter(({ mutants }) => mutants > 0)
    .map(({ operator, mutants, killed, survived }) => [operator, `${mutants}`, `${killed}`, `${survived}`]);
  const number = (title: string) => ({ title, right: true });
  return table([{ title: 'operator' }, number('mutants'), number('killed'), number('survived')], rows);
}

function claimTable({ claims, isWholeMatrix }: MutationReport): string {
  const strongest = claims
    .toSorted((a, b) => (b.alone ?? 0) - (a.alone ?? 0) || b.kills - a.kills)
    .slice(0, MOST_CLAIMS);
  const alone = isWholeMatrix ? [{ title: 'alone', right: true }] : [];
  const rows = strongest.map((one) => [
    one.claim,
    ...[one.kills, one.alone].flatMap((n) => n ?? []).map(String),
  ]);
  return table([{ title: 'rule' }, { title: 'notices', right: true }, ...alone], rows);
}

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

/** One mutant: what was changed, what came of it. */
export function mutantText(row: MutantRow): string {
  const { id, function: name, instruction, fate, cases, unjudged, disassembly, reason } = row;
  const seen =
    unjudged === null
      ? 'nothing that is looked at changed'
      : `something changed in case ${unjudged.index} of ${unjudged.claim}, and no rule is about it`;
  return [
    `  ${id}  ${instruction}  in ${name}: ${fate}${reason === null ? '' : ` (${reason})`}`,
    ...(fate === 'survived' ? [`    ${plural(cases, 'case')} ran; ${seen}`] : []),
    ...killLines(row),
    ...disassembly.map((line) => `      ${line}`),
  ].join('\n');
}

function survivorText({ rows }: MutationReport): string[] {
  const survivors = rows.filter(({ fate }) => fate === 'survived');
  if (survivors.length === 0) return [];
  const more = survivors.length - MOST_SURVIVORS;
  return [
    'Survivors',
    ...survivors.slice(0, MOST_SURVIVORS).map(mutantText),
    ...(more > 0 ? [`  and ${more} more in mutation.json`] : []),
  ];
}

const alarmText = (tried: number, alarms: readonly string[]): string => {
  if (alarms.length > 0) return `alarms: ${alarms.join(', ')}`;
  return tried > 0 ? 'no alarm' : 'which shows nothing';
};

const controlLines = ({ controls }: MutationReport): string[] =>
  controls.map(({ control, tried, alarms }) => `  ${control}: ${tried} tried, ${alarmText(tried, alarms)}`);

const staleBy = ({ fate, unjudged }: MutantRow): string => {
  if (fate === 'killed') return 'was killed';
  if (fate === 'observed-only') return 'was noticed by a rule about what was always seen';
  return `something changed in case ${unjudged?.index} of ${unjudged?.claim}`;
};

/** A sentence for each mutant that is listed as equivalent and is none. */
export const staleLines = (report: Pick<MutationReport, 'rows' | 'programs'>): readonly string[] =>
  staleMutants(report).map(
    (row) =>
      `${row.id} is listed as equivalent, but ${staleBy(row)}: take it out of baselines/mutants/${report.programs.version}.json.`,
  );

/** The whole run as text. */
export function mutationText(report: MutationReport, paint: Paint): string {
  const { executed, instructions, cases, deep, textOnly } = report;
  const isGood = report.score !== null && report.score >= report.goal;
  const only = report.isInvokeCpiOnly ? ' by InvokeCpi' : '';
  const left =
    textOnly === 0
      ? ''
      : ` ${plural(textOnly, 'instruction')} of these only ${textOnly === 1 ? 'makes' : 'make'} log text and ${textOnly === 1 ? 'is' : 'are'} left out.`;
  const head = `Mutants of ${report.programs.version}: ${executed} of ${instructions} instructions run${only} before any panic, in ${cases} cases a rule (${deep} where nothing was noticed).${left}`;
  const [counts = '', score = '', ...notes] = scoreLines(report);
  return [
    wrap(head),
    '',
    wrap(counts),
    wrap(score)
      .split('\n')
      .map((line) => paint(isGood ? 'green' : 'red', line))
      .join('\n'),
    ...notes.map((note) => wrap(note)),
    '',
    operatorTable(report),
    '',
    claimTable(report),
    '',
    'Controls, which nothing may notice',
    ...controlLines(report),
    '',
    ...staleLines(report),
    ...survivorText(report),
  ].join('\n');
}
