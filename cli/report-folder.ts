// The report folder: written in full to one side and then swapped in, so that an interrupted run loses nothing.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../programs/make-folder';
import { shownPath } from '../programs/command-name';
import { whyUnwritten } from '../programs/why-unwritten';
import { badInput, carriedCode } from './failure';
import { noteComing, OURS, requireOurs, withNames } from './own-files';

export type ReportFolder = {
  readonly path: string;
  /** For files that live as long as the run. */
  readonly temporary: string;
  /** What a run notes of what it has finished: in the temporary folder, and where it lies after an interrupt. */
  readonly journal: string;
  readonly unfinished: string;
  /** Puts the files (path in the folder to text) in the place of the previous report's; `isWhole`: there is nothing to go on from. */
  readonly replace: (files: ReadonlyMap<string, string>, isWhole?: boolean) => void;
  /** Removes the temporary folder. */
  readonly close: () => void;
};

/** Of a run: `.run-<machine>-<process>`; earlier versions of this suite left the machine out. */
const TEMPORARY = /^\.run-(?:(.+)-)?(\d+)$/;
const MACHINE = hostname().replace(/[^\w.-]/g, '_');
/** Milliseconds. A run that is alive notes each case; one of another machine cannot be asked in any other way. */
const SILENT = 600_000;

/** Runs `act`, which writes below the report folder `path`; a failure to write becomes one sentence and `more`, exit code 2. */
export function writing<T>(path: string, act: () => T, more: () => string = () => ''): T {
  try {
    return act();
  } catch (error) {
    if (carriedCode(error) !== null) throw error;
    const why = whyUnwritten(error) ?? (error as Error).message;
    throw badInput(`The report cannot be written to ${shownPath(path)}: ${why}.${more()}`);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const JOURNAL = 'finished.jsonl';
const UNFINISHED = '.unfinished.jsonl';

/** A head without anything finished is worth nothing. */
const hasFinished = (journal: string): boolean =>
  existsSync(journal) && readFileSync(journal, 'utf8').trimEnd().split('\n').length >= 2;

/** Keeps what a run noted that did not come to its end. */
function keepJournal(path: string, temporary: string): void {
  const journal = join(temporary, JOURNAL);
  if (hasFinished(journal)) renameSync(journal, join(path, UNFINISHED));
}

const KEPT = ' What has run is noted there: make room, and give the same command with --resume.';

const newest = (folder: string): number =>
  Math.max(
    statSync(folder).mtimeMs,
    ...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs),
  );

/** Times are those of the file system that both machines write to: no clock of theirs is asked. */
const isSilent = (folder: string, own: string): boolean => statSync(own).mtimeMs - newest(folder) > SILENT;

/** Removes what killed runs left behind, but for what they had finished; `own` was made just now. */
function sweep(path: string, own: string): void {
  for (const name of readdirSync(path)) {
    const [found, machine = MACHINE, pid] = TEMPORARY.exec(name) ?? [];
    const folder = join(path, name);
    if (found === undefined || folder === own) continue;
    if (machine === MACHINE ? isRunning(Number(pid)) : !isSilent(folder, own)) {
      if (machine !== MACHINE)
        process.stderr.write(
          `${machine} has been writing to ${shownPath(path)} in the last ten minutes: what it has finished there is left alone.\n`,
        );
      continue;
    }
    keepJournal(path, folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Renames are quick and on one file system: between the two lies no moment at which a disk can be full. */
function swap(path: string, fresh: string, old: string): void {
  mkdirSync(old, { recursive: true });
  for (const name of OURS) {
    if (existsSync(join(path, name))) renameSync(join(path, name), join(old, name));
    if (existsSync(join(fresh, name))) renameSync(join(fresh, name), join(path, name));
  }
}

/**
 * Opens (and creates) a report folder.
 * @throws Failure with exit code 2 and one sentence when it cannot be written.
 */
export function openReportFolder(path: string): ReportFolder {
  const temporary = join(path, `.run-${MACHINE}-${process.pid}`);
  let isReplaced = false;
  writing(path, () => {
    makeFolder(path);
    requireOurs(path);
    accessSync(path, constants.W_OK);
    // In a container that is started again, our own number was the killed run's.
    if (existsSync(temporary)) keepJournal(path, temporary);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    sweep(path, temporary);
  });
  return {
    path,
    temporary,
    journal: join(temporary, JOURNAL),
    unfinished: join(path, UNFINISHED),
    replace: (files, isWhole = true) =>
      writing(
        path,
        () => {
          const named = withNames(files);
          writeAll(join(temporary, 'new'), named);
          noteComing(path, named.keys(), join(temporary, 'coming.json'));
          swap(path, join(temporary, 'new'), join(temporary, 'old'));
          isReplaced = isWhole;
          if (isWhole) rmSync(join(path, UNFINISHED), { force: true });
        },
        () => (hasFinished(join(temporary, JOURNAL)) ? KEPT : ''),
      ),
    close: () => {
      if (!isReplaced) keepJournal(path, temporary);
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
