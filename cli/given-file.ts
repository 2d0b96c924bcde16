// Reads a file that a person names or may have put in its place; one that cannot be read is told in one sentence.
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { shownPath } from '../programs/command-name';
import { badInput, carriedCode } from './failure';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder, and a file is wanted',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'it is a link that leads to itself',
  ERR_STRING_TOO_LONG: 'it is far larger than any file of this tool',
  ERR_FS_FILE_TOO_LARGE: 'it is far larger than any file of this tool',
};

/** Why a file or folder cannot be read, in words, of an error of node:fs; any other error is thrown again. */
export function whyUnread(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return REASONS[code] ?? code;
}

/** A pipe or a device may never end. Folders and what is not there pass: reading them fails at once. */
function refuseEndless(path: string): void {
  const found = statSync(path);
  if (!found.isFile() && !found.isDirectory())
    throw badInput(`${shownPath(path)} is no regular file: give one.`);
}

/**
 * The text of a file; `name` is what the sentence calls it.
 * @throws Failure with exit code 2 for what cannot be read, and for a pipe, a device or a socket.
 */
export function readGiven(path: string, name = shownPath(path)): string {
  try {
    refuseEndless(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (carriedCode(error) !== null) throw error;
    throw badInput(`${name} cannot be read: ${whyUnread(error)}.`);
  }
}

/** Whether it is a file that can be read to its end. */
export function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
