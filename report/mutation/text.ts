// A mutation run for the terminal: the score, who notices what, and each survivor with the code around it.
import type { MutantRow, MutationReport } from '../../spec/mutation';
import type { Paint } from '../terminal/paint';
import { plural, table, wrap } from '../terminal/text';
import { FLOOR } from './exit';
import { mutantText, survivorTable } from './mutant-text';
import { staleMutants } from './report';

const percent = (ratio: number | null): string => (ratio === null ? '-' : `${(100 * ratio).toFixed(1)} %`);
const MOST_SURVIVORS = 25;
const MOST_CLAIMS = 15;

/** How the score is held against the goal, in words: what counts as killed, and out of how many. */
function goalLine({ fates, survivors, scoreBesideSetAside, goal }: MutationReport): string {
  const killed = fates.killed + fates['observed-only'];
  const asked = killed + fates.survived - survivors.setAside;
  return `Held against the goal of ${percent(goal)}: ${percent(scoreBesideSetAside)}, ${killed} killed by any rule of ${asked}, without ${survivors.setAside} survivors that are set aside: their change was there in at least ${survivors.enough} cases, and no execution did anything with it, or did no more than write another log line, which shows that they are equivalent as far as that, and no further.`;
}

function scoreLines(report: MutationReport): string[] {
  const { fates, stopped, score, scoreWithObserved, sampled, mutants } = report;
  const asked = fates.killed + fates['observed-only'] + fates.survived;
  const counted = asked - report.survivors.setAside;
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
    `Score: ${percent(score)} by documented rules${part}, ${percent(scoreWithObserved)} with the others, every survivor counted against it. Of those that did not stop the program: ${fates.killed - stopped} of ${asked - stopped}.`,
    goalLine(report),
    ...(sampled < mutants && counted < FLOOR
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
  const only = report.isInvokeCpiOnly ? ' by InvokeCpi' : '';
  const left =
    textOnly === 0
      ? ''
      : ` ${plural(textOnly, 'instruction')} of these only ${textOnly === 1 ? 'makes' : 'make'} log text and ${textOnly === 1 ? 'is' : 'are'} left out.`;
  const head = `Mutants of ${report.programs.version}: ${executed} of ${instructions} instructions run${only} before any panic, in ${cases} cases a rule (${deep} where nothing was noticed).${left}`;
  const [counts = '', score = '', goal = '', ...notes] = scoreLines(report);
  const isGood = report.scoreBesideSetAside !== null && report.scoreBesideSetAside >= report.goal;
  return [
    wrap(head),
    '',
    wrap(counts),
    wrap(score),
    wrap(goal)
      .split('\n')
      .map((line) => paint(isGood ? 'green' : 'red', line))
      .join('\n'),
    ...notes.map((note) => wrap(note)),
    '',
    ...survivorTable(report),
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
