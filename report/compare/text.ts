// Tells what changed between two builds in the user's words: what became of which error, when, and how to see it.
import type { ChangeKind, Comparison, ShownChange } from '../../spec/comparison';
import { ruleById } from '../../spec/rules';
import type { Paint } from '../terminal/paint';
import { plural, wrap } from '../terminal/text';
import { orderChanges, saysNothing } from './order';
import { orderText } from './order-text';

export type ComparisonTelling = {
  /** The builds' names. */
  readonly before: string;
  readonly after: string;
  /** Commands that show a witness on the one build and on the other. */
  readonly command: (witness: string, kind: ChangeKind) => readonly string[];
  readonly paint: Paint;
  readonly folder: string;
};

export const TITLES: Readonly<Record<ChangeKind, string>> = {
  refused: 'Refused now, accepted before',
  accepted: 'Accepted now, refused before',
  code: 'Another error',
  effects: 'Accepted by both, with other effects',
  order: 'Another order of checks',
  reachable: 'Newly reachable',
  unreachable: 'No longer reachable',
  units: 'Other compute units for the same outcome',
};

/** Of each kind; all are in diff.json. */
const SHOWN = 12;

/** What became of what, in one phrase. */
export const says = ({ kind, before, after, units }: ShownChange): string => {
  if (kind === 'effects') return `other ${before}`;
  if (kind === 'order') return `${after} is told before ${before}`;
  if (kind === 'reachable') return `${after} is raised`;
  if (kind === 'unreachable') return `${before} is no longer raised`;
  if (units !== null) {
    const more = units.after - units.before;
    const share = units.before === 0 ? 0 : (more / units.before) * 100;
    const sign = more < 0 ? '' : '+';
    return `${sign}${more} (${sign}${share.toFixed(2)} %)`;
  }
  return `${before} became ${after}`;
};

function when({ claim }: ShownChange): string {
  const rule = ruleById(claim);
  if (rule === undefined) return `in plans of ${claim}`;
  return rule.expects.kind === 'rejects'
    ? `where ${claim} is broken ("${rule.statement}")`
    : `in plans of ${claim} ("${rule.statement}")`;
}

function changeText(change: ShownChange, { command }: ComparisonTelling): readonly string[] {
  const { count, cases, elsewhere, witness } = change;
  const more = elsewhere === undefined ? '' : `, and in ${plural(elsewhere, 'other claim')}`;
  return [
    wrap(`${says(change)} ${when(change)}, in ${count} of ${cases} cases${more}.`, 2, 4),
    ...command(witness, change.kind).map((line) => `    ${line}`),
  ];
}

/** Compute units change nearly everywhere at once: one sum, and the claim in which they change most. */
function unitsText(changes: readonly ShownChange[], telling: ComparisonTelling): readonly string[] {
  const share = ({ units }: ShownChange): number =>
    units === null || units.before === 0 ? 0 : Math.abs(units.after / units.before - 1);
  const most = changes.toSorted((a, b) => share(b) - share(a))[0];
  if (most === undefined) return [];
  const sum = (side: 'before' | 'after'): number =>
    changes.reduce((total, { units }) => total + (units?.[side] ?? 0), 0);
  const cases = changes.reduce((total, { count }) => total + count, 0);
  const all: ShownChange = { ...most, units: { before: sum('before'), after: sum('after') } };
  return [
    wrap(
      `${says(all)} over the ${plural(cases, 'case')} in which they differ, in ${plural(changes.length, 'claim')}; most:`,
      2,
      4,
    ),
    ...changeText(most, telling),
  ];
}

function section(kind: ChangeKind, { changes }: Comparison, telling: ComparisonTelling): readonly string[] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return [];
  const title = telling.paint('bold', `${TITLES[kind]} (${own.length})`);
  if (kind === 'units') return [title, ...unitsText(own, telling), ''];
  const left = own.length - SHOWN;
  return [
    title,
    ...own.slice(0, SHOWN).flatMap((change) => changeText(change, telling)),
    ...(left > 0 ? [`  ... and ${left} more, all in diff.json.`] : []),
    '',
  ];
}

/** The last word on two builds, with the exit code. */
export function verdictText({ changes, precedence }: Comparison): {
  readonly sentence: string;
  readonly isGreen: boolean;
} {
  const count = changes.length + (precedence === undefined ? 0 : orderChanges(precedence));
  const isOfUnits = count === changes.length && changes.every(({ kind }) => kind === 'units');
  const units = isOfUnits ? ', of compute units alone' : '';
  if (count > 0) return { sentence: `${plural(count, 'change')}${units}. (exit code 1)`, isGreen: false };
  if (precedence !== undefined && saysNothing(precedence))
    return { sentence: 'Nothing is said of the order of checks. (exit code 4)', isGreen: false };
  return { sentence: 'No plan showed a difference. (exit code 0)', isGreen: true };
}

function verdictOf(comparison: Comparison, paint: Paint): string {
  const { sentence, isGreen } = verdictText(comparison);
  return paint(isGreen ? 'green' : 'red', sentence);
}

/** The whole text. */
export function comparisonText(comparison: Comparison, telling: ComparisonTelling): string {
  const { executed, claims, before, after, precedence } = comparison;
  const { paint, folder } = telling;
  const kinds = Object.keys(TITLES) as ChangeKind[];
  const same =
    before.systemProgram === after.systemProgram && before.accountCompression === after.accountCompression
      ? ' They are the same bytes.'
      : '';
  const plans =
    claims === 0 ? 'The same plans' : `The same ${plural(executed, 'plan')} of ${plural(claims, 'claim')}`;
  const ran = `${plans} ran on ${telling.before} and on ${telling.after}.${same}`;
  return [
    ...kinds.flatMap((kind) => section(kind, comparison, telling)),
    ...(precedence === undefined ? [] : orderText(precedence, telling)),
    wrap(ran, 0, 2),
    verdictOf(comparison, paint),
    wrap(`Everything is in ${folder}/diff.json, a witness for every change beside it.`, 0, 2),
  ].join('\n');
}
