// What `diff` prints: what it is about to compare, and what it found.
import { orderChanges } from '../../report/compare/order';
import { comparisonText } from '../../report/compare/text';
import { paintFor } from '../../report/terminal/paint';
import { plural } from '../../report/terminal/text';
import type { ChangeKind, Comparison } from '../../spec/comparison';
import { commandName, shellWord, shownPath } from '../../programs/command-name';
import { ownFlags, replayFlags, type Build } from './build-option';
import type { DiffOptions } from './diff-options';

export type Compared = { readonly comparison: Comparison; readonly files: ReadonlyMap<string, string> };

/** The text, or the file itself. */
export function showComparison(
  { comparison, files }: Compared,
  builds: readonly [Build, Build],
  options: DiffOptions,
): void {
  const folder = shownPath(options.report);
  const [before, after] = builds;
  const command = (path: string, kind: ChangeKind): readonly string[] => {
    const file = shellWord(`${folder}/${path}`);
    // A replay says nothing of compute units.
    if (kind === 'units') return [`${commandName()} bisect ${file}${ownFlags(after)}`];
    return builds.map((build) => `${commandName()} replay ${file} ${replayFlags(build)}`);
  };
  const paint = paintFor(process.stdout.isTTY, process.env);
  process.stdout.write(
    options.json
      ? (files.get('diff.json') ?? '')
      : `${comparisonText(comparison, { before: before.name, after: after.name, command, paint, folder })}\n`,
  );
}

/** What will run. */
export const askedText = (claims: number, { cases, order, isAboutClaims }: DiffOptions): string =>
  [
    ...(isAboutClaims ? [`${plural(claims, 'claim')}, ${plural(cases, 'case')} each`] : []),
    ...(order === null
      ? []
      : [`${plural(order.pairs.length, 'pair')} of rules, ${plural(order.cases, 'case')} each`]),
  ].join(', and ');

/** Of claims and of pairs of rules. */
export const changeCount = ({ changes, precedence }: Comparison): number =>
  changes.length + (precedence === undefined ? 0 : orderChanges(precedence));
