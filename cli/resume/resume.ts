// Decides what of an interrupted run a new one can take over.
import { existsSync } from 'node:fs';
import { plural } from '../../report/terminal/text';
import { shownPath } from '../../programs/command-name';
import { badInput } from '../failure';
import { identityDifference } from '../run-identity';
import { shardName } from '../shard/shard';
import { NOTHING_DONE, readJournal, type FinishedWork, type JournalHead } from './journal';

const DAMAGED = 'What an unfinished run has noted cannot be read any more';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

const nameOf = ({ shard }: JournalHead): string => (shard === null ? 'no shard' : shardName(shard));

const different = (before: JournalHead, now: JournalHead): string | null =>
  identityDifference(before.identity, now.identity) ??
  (nameOf(before) === nameOf(now) ? null : `shard (${nameOf(before)}, not ${nameOf(now)})`);

export type ResumeInput = {
  /** The journal of the interrupted run, whether there is one or not. */
  readonly path: string;
  /** The report folder. */
  readonly folder: string;
  readonly isAsked: boolean;
  readonly now: JournalHead;
};

/**
 * What an interrupted run of the same kind finished; nothing where it was not asked for, or nothing is there.
 * @throws Failure with exit code 2 where the interrupted run was another one.
 */
export function resumed({ path, folder, isAsked, now }: ResumeInput): FinishedWork {
  const before = readJournal(path);
  const where = shownPath(folder);
  if (before === null) {
    if (isAsked)
      say(`${existsSync(path) ? DAMAGED : 'There is no unfinished run'} in ${where}: everything is run.`);
    return NOTHING_DONE;
  }
  if (!isAsked) {
    say(`There is an unfinished run in ${where}; with --resume this one would go on from it.`);
    return NOTHING_DONE;
  }
  const other = different(before, now);
  if (other !== null)
    throw badInput(
      `The unfinished run in ${where} is another one by its ${other}: give the same options as there, or leave --resume out to begin anew.`,
    );
  say(`Going on from ${plural(before.results.size, 'finished claim')} in ${where}.`);
  return before;
}
