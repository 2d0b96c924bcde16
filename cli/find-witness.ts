// Finds the smallest known case of a rule: the baseline's witness, else what the last run left in its report folder; of an own build the other way round.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exemplarPath, fileStem } from '../report/file-names';
import { bySize, entriesOf, sameOutcome } from '../report/findings';
import { parseWitness } from '../report/witness';
import type { BaselineEntry, Witness } from '../spec/result';
import type { BaselineFile } from './baseline-file';
import { shownPath } from '../programs/command-name';
import { readGiven } from './given-file';

export type FoundWitness = { readonly file: string; readonly content: Witness };

const load = (file: string): FoundWitness | undefined =>
  existsSync(file)
    ? { file: shownPath(file), content: parseWitness(readGiven(file), shownPath(file)) }
    : undefined;

/** The rule's entry in the baseline; one with a witness first. */
export function entryOf(baseline: BaselineFile | null, rule: string): BaselineEntry | undefined {
  const entries = baseline?.content.deviations.filter((entry) => entry.rule === rule) ?? [];
  return entries.find(({ witness }) => witness !== null) ?? entries[0];
}

/** What the baseline does not list comes first, and of that the smallest; then the first name. */
function firstTold(
  found: readonly FoundWitness[],
  entries: readonly BaselineEntry[],
): FoundWitness | undefined {
  const isFresh = ({ content }: FoundWitness): boolean =>
    !entries.some((entry) => sameOutcome(entry, content));
  const [smallest] = found.filter(isFresh).sort((a, b) => bySize(a.content, b.content));
  return smallest ?? found[0];
}

function inReport(folder: string, rule: string, baseline: BaselineFile | null): FoundWitness | undefined {
  const witnesses = join(folder, 'witnesses');
  const names = existsSync(witnesses) ? readdirSync(witnesses).sort() : [];
  const own = names.filter((name) => name.startsWith(`${fileStem(rule)}--`));
  const found = own.flatMap((name) => load(join(witnesses, name)) ?? []);
  const entries = entriesOf(baseline?.content ?? null, rule);
  return firstTold(found, entries) ?? load(join(folder, exemplarPath(rule)));
}

/** Where to look besides the baseline, which knows nothing of a build of somebody's own. */
export type Looking = { readonly report: string; readonly ownBuild: boolean };

/**
 * A witness for a rule, or undefined.
 * @throws BadFile when the file found is not a witness.
 */
export function findWitness(
  rule: string,
  baseline: BaselineFile | null,
  { report, ownBuild }: Looking,
): FoundWitness | undefined {
  const known = entryOf(baseline, rule)?.witness ?? null;
  const listed = baseline === null || known === null ? undefined : load(join(baseline.folder, known));
  return ownBuild
    ? (inReport(report, rule, baseline) ?? listed)
    : (listed ?? inReport(report, rule, baseline));
}

/** The case that raised an error, from the report folder. */
export const findExemplar = (name: string, report: string): FoundWitness | undefined =>
  load(join(report, exemplarPath(name)));
