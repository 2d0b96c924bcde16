// The matrix in the terminal: a row for each check, a column for versions of the SDK that are alike in all of them.
import { table, wrap, plural } from '../report/terminal/text';
import type { Known, Problem } from './known';
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

export const legend = (): string =>
  wrap(OUTCOMES.map((outcome) => `${SIGNS[outcome]} ${MEANINGS[outcome]}`).join('   '), 2);

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

const isListed = ({ entries }: Known, { check, outcome }: Finding): boolean =>
  entries.some((entry) => entry.check === check && entry.outcome === outcome);

/** A finding in two or three lines. */
export function findingLines(finding: Finding, known: Known): string {
  const { id, whys, sdk, program } = finding;
  const listed = isListed(known, finding) ? ' (known)' : '';
  const shown = whys.slice(0, 3).join('; ');
  const more = whys.length > 3 ? `; and ${plural(whys.length - 3, 'other way')}` : '';
  const where = `${plural(sdk.length, 'version')} of the SDK, ${sdk.at(-1)} to ${sdk[0]}, on ${program.join(', ')}`;
  return [`  ${id}${listed}`, wrap(`${shown}${more}.`, 4), wrap(`${where}.`, 4)].join('\n');
}

export function problemLine({ kind, check, outcome, sdk, program }: Problem): string {
  const where = `${check}/${outcome} with ${sdk.join(', ')} on ${program}`;
  return kind === 'unlisted'
    ? wrap(`unlisted  ${where}: look at it, then list it with a reason.`, 2, 12)
    : wrap(`stale     ${where}: it no longer comes to this, take it off the list.`, 2, 12);
}
