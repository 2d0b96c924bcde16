// The matrix in the terminal: a row for each check, a column for versions of the SDK that are alike in all of them.
import { table, wrap, plural } from '../report/terminal/text';
import { FLOOR } from './evidence';
import type { Known, Problem } from './known';
import { isOwn } from './own-build';
import { OUTCOMES, type Cell, type Finding, type Outcome } from './types';

const SIGNS: Readonly<Record<Outcome, string>> = {
  same: '=',
  'same-effect': '~',
  'not-asked': '.',
  inexpressible: '-',
  rejected: 'R',
  differs: 'D',
  'silently-else': '!',
  broken: 'X',
};

const MEANINGS: Readonly<Record<Outcome, string>> = {
  same: 'same bytes or value',
  'same-effect': 'other bytes, same effect',
  'not-asked': 'not asked',
  inexpressible: 'cannot be expressed',
  rejected: 'rejected',
  differs: 'another value',
  'silently-else': 'silently something else',
  broken: 'does not load or answer',
};

const HALF = OUTCOMES.length / 2;
const meaning = (outcome: Outcome): string => `${SIGNS[outcome]} ${MEANINGS[outcome]}`.padEnd(28);

export const legend = (): string =>
  [OUTCOMES.slice(0, HALF), OUTCOMES.slice(HALF)]
    .map((half) => `  ${half.map(meaning).join('').trimEnd()}`)
    .join('\n');

type Column = { readonly versions: readonly string[]; readonly signs: readonly string[] };

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

function columnsOf(cells: readonly Cell[]): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const version of unique(cells.map(({ sdk }) => sdk))) {
    const signs = cells.filter(({ sdk }) => sdk === version).map(({ outcome }) => SIGNS[outcome]);
    const key = signs.join('');
    columns.set(key, { signs, versions: [...(columns.get(key)?.versions ?? []), version] });
  }
  return [...columns.values()];
}

/** Of one version of the programs. */
export function matrix(cells: readonly Cell[]): string {
  const columns = columnsOf(cells);
  const letter = (at: number): string => String.fromCharCode(65 + at);
  const checks = unique(cells.map(({ check }) => check));
  const rows = checks.map((check, row) => [check, ...columns.map(({ signs }) => signs[row] ?? '')]);
  const titles = [{ title: 'check' }, ...columns.map((_, at) => ({ title: letter(at) }))];
  const versions = columns.map(({ versions: named }, at) => wrap(`${letter(at)}  ${named.join(', ')}`, 2, 5));
  return [...versions, '', table(titles, rows)].join('\n');
}

const reasonFor = ({ entries }: Known, { check, outcome, sdk }: Finding): string | undefined =>
  entries.find(
    (entry) =>
      entry.check === check && entry.outcome === outcome && sdk.every((one) => entry.sdk.includes(one)),
  )?.reason;

const SHOWN = 3;

const seen = ({ whys }: Finding): string => {
  const more = whys.length > SHOWN ? `; and ${plural(whys.length - SHOWN, 'other way')}` : '';
  return `${whys.slice(0, SHOWN).join('; ')}${more}.`;
};

/** A finding in two or three lines: what came, or the reason where it is known. */
function findingLines(finding: Finding, known: Known): string {
  const { id, sdk, program } = finding;
  const reason = reasonFor(known, finding);
  const range = sdk.length === 1 ? '' : `: ${sdk.at(-1)} to ${sdk[0]}`;
  const where = `${sdk.length === 1 ? sdk[0] : plural(sdk.length, 'version')}${range}, on ${program.join(', ')}`;
  return [
    `  ${id}${reason === undefined ? '' : ' (known)'}`,
    wrap(reason ?? seen(finding), 4),
    wrap(where, 4),
  ].join('\n');
}

/** All findings, the gravest first. */
export const findingList = (findings: readonly Finding[], known: Known): readonly string[] =>
  findings
    .toSorted((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome))
    .map((finding) => findingLines(finding, known));

const ADVICE: Readonly<Record<Problem['kind'], string>> = {
  unlisted: 'look at it, then list it with a reason',
  stale: 'it no longer comes to this, take it off the list',
  vacuous: 'none of its cases counted, ask for more with --runs',
  'under-sampled': `fewer than ${FLOOR} of its cases counted, ask for more with --runs`,
};

/** An entry for an own build would vouch for every later one of that version, so that none is proposed. */
const OWN_UNLISTED =
  'look at it, then mend the build, or list it by this name, with a reason, in a copy of baselines/sdk.json given by --baseline (no entry is proposed for an own build)';

const adviceOn = ({ kind, sdk }: Problem): string =>
  kind === 'unlisted' && sdk.every(isOwn) ? OWN_UNLISTED : ADVICE[kind];

export function problemLine(problem: Problem): string {
  const { kind, check, outcome, sdk, program } = problem;
  const what = kind === 'under-sampled' ? check : `${check}/${outcome}`;
  const where = `${what} with ${sdk.join(', ')} on ${program}`;
  return wrap(`${kind.padEnd(9)} ${where}: ${adviceOn(problem)}.`, 2, 12);
}

/** One line for each, but one for all checks that counted too few cases. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  const few = problems.filter(({ kind }) => kind === 'under-sampled');
  const lines = problems.filter(({ kind }) => kind !== 'under-sampled').map(problemLine);
  if (few.length === 0) return lines;
  const checks = [...new Set(few.map(({ check }) => check))];
  const said = `under-sampled  ${checks.join(', ')}: ${ADVICE['under-sampled'].replace('its', 'their')}.`;
  return [...lines, wrap(said, 2, 12)];
}
