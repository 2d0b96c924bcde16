// Which files of a report folder are a run's own: a report replaces the previous one, and nothing else.
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shownPath } from '../programs/command-name';
import { badInput } from './failure';

/** What belongs to a report, in the order in which it is replaced; anything else in the folder is left alone. */
export const OURS: readonly string[] = [
  'report.json',
  'shard.sealed',
  'witnesses',
  'exemplars',
  'baseline',
  'baseline-review.md',
  'diff.json',
  'junit.xml',
  'report.sarif',
  'summary.md',
  'index.html',
  'precedence.json',
  'precedence.md',
  'precedence.dot',
  'precedence.svg',
  'model-mutation.json',
  'mutation.json',
  'sdk.json',
  'sdk-known.json',
  'reproductions',
  'coverage.json',
  'coverage.txt',
  'coverage.html',
  'corpus',
  'run-info.json',
];
/** What `explain` adds to a folder in which nothing has run. */
const WITHOUT_A_RUN = 'exemplars';
/** Written by whatever shows folders, and missed by nobody. */
const LITTER: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
const INFO = 'run-info.json';

type Info = { readonly files?: readonly string[] };

/** What the last run noted; null where there is none, or it is no JSON. */
function infoOf(folder: string): Info | null {
  try {
    return JSON.parse(readFileSync(join(folder, INFO), 'utf8')) as Info | null;
  } catch {
    return null;
  }
}

const textOf = (info: Info, files: Iterable<string>): string =>
  `${JSON.stringify({ ...info, files: [...new Set(files)].sort() }, null, 2)}\n`;

/** The files of a report, with their names in its run-info.json, which says that a run of ours wrote them. */
export function withNames(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const info = JSON.parse(files.get(INFO) ?? '{}') as Info;
  return new Map([...files, [INFO, textOf(info, [...files.keys(), INFO])]]);
}

/** Notes a file that a command added to the last run's report as part of it. */
export function noteOwn(folder: string, name: string): void {
  const info = infoOf(folder);
  if (info?.files !== undefined) writeFileSync(join(folder, INFO), textOf(info, [...info.files, name]));
}

/**
 * Notes files that are about to take the place of the last run's, beside those: a run that is killed between two of them
 * leaves a folder in which both are known. `through` is a path on the same file system.
 */
export function noteComing(folder: string, names: Iterable<string>, through: string): void {
  const info = infoOf(folder);
  if (existsSync(join(folder, INFO)) && info?.files === undefined) return; // all is taken to be ours
  writeFileSync(through, textOf(info ?? {}, [...(info?.files ?? []), ...names]));
  renameSync(through, join(folder, INFO));
}

/** The files at a name of a report, by their paths in the folder. */
function filesAt(folder: string, name: string): readonly string[] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !LITTER.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function requireNoStranger(folder: string, own: readonly string[]): void {
  const known = new Set(own);
  const stranger = OURS.flatMap((name) => filesAt(folder, name)).find((name) => !known.has(name));
  if (stranger !== undefined)
    throw badInput(
      `The report folder ${shownPath(folder)} holds ${stranger}, which its last run did not write: move it elsewhere, or give another folder.`,
    );
}

/**
 * Passes a folder whose files of these names are all of the last run; of a run that noted no names, they are taken to be.
 * @throws Failure with exit code 2 for somebody's own `baseline/` or `report.json`, or a file added to `witnesses/`.
 */
export function requireOurs(path: string): void {
  const own = infoOf(path)?.files;
  if (own !== undefined) requireNoStranger(path, own);
  if (existsSync(join(path, INFO))) return;
  const found = OURS.find((name) => name !== WITHOUT_A_RUN && existsSync(join(path, name)));
  if (found !== undefined)
    throw badInput(
      `The report folder ${shownPath(path)} holds a ${found} that no run wrote (run-info.json is missing): give another folder.`,
    );
}
