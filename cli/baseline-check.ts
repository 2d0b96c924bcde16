// Refuses a baseline that says what cannot be, before anything runs: what is wrong would be left out in silence.
import { join } from 'node:path';
import { fenceNames } from '../spec/fences';
import type { BaselineEntry } from '../spec/result';
import type { BaselineFile } from './baseline-file';
import { shownPath } from '../programs/command-name';
import { badInput, type Failure } from './failure';
import { isReadable } from './given-file';
import { nearMatches } from './near';

const refusal = ({ path }: BaselineFile, what: string): Failure =>
  badInput(`The baseline ${shownPath(path)} ${what}`);

/** A fence that nobody knows keeps nothing back, and the deviation drowns other rules; another rule's keeps back what conforms. */
function requireFences(file: BaselineFile): void {
  const known = fenceNames();
  const isWrong = ({ rule, fence }: BaselineEntry): boolean =>
    fence !== undefined && (fence !== rule || !known.includes(fence));
  const wrong = file.content.deviations.find(isWrong);
  if (wrong === undefined) return;
  const name = wrong.fence ?? '';
  if (known.includes(name))
    throw refusal(
      file,
      `names the fence "${name}" for ${wrong.rule}, which holds back another rule's values: an entry's fence has the id of its own rule.`,
    );
  const near = nearMatches(name, known);
  const advice = near.length === 0 ? 'a fence has the id of its rule.' : `did you mean ${near.join(', ')}?`;
  throw refusal(file, `names the fence "${name}" for ${wrong.rule}, which does not exist: ${advice}`);
}

const keyOf = ({ rule, status, verdict, expected, observed }: BaselineEntry): string =>
  JSON.stringify([rule, status, verdict, expected, observed]);

/** One outcome has one reason. */
function requireOnce(file: BaselineFile): void {
  const seen = new Set<string>();
  for (const entry of file.content.deviations) {
    if (seen.has(keyOf(entry)))
      throw refusal(
        file,
        `lists one outcome of ${entry.rule} twice (observed ${entry.observed}): take one entry out.`,
      );
    seen.add(keyOf(entry));
  }
}

function requireVersion(file: BaselineFile, version: string): void {
  const { programVersion } = file.content;
  if (programVersion !== version)
    throw refusal(
      file,
      `is about ${programVersion}, but ${version} is asked for: give --program-version ${programVersion}, or the baseline of ${version}.`,
    );
}

/** Known witnesses are what a deviation is shown by, and of a sweep's rare one all that shows it. */
function requireWitnesses(file: BaselineFile): void {
  const lost = file.content.deviations.find(
    ({ witness }) => witness !== null && !isReadable(join(file.folder, witness)),
  );
  if (lost !== undefined)
    throw refusal(
      file,
      `names the witness ${lost.witness ?? ''} of ${lost.rule}, which is no file beside it that can be read: copy its folder, too, or write null.`,
    );
}

/**
 * A baseline that a run of this version can be compared with, as it is.
 * @throws Failure with exit code 2: another version's, a fence that is unknown or another rule's, an outcome twice, a witness that is not there.
 */
export function checkedBaseline(file: BaselineFile, version: string): BaselineFile {
  requireVersion(file, version);
  requireFences(file);
  requireOnce(file);
  requireWitnesses(file);
  return file;
}
