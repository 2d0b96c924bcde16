// Refuses what is no regular file before it is read: a pipe or a device may never end.
import { statSync } from 'node:fs';
import { shownPath } from './command-name';
import { badInput } from './failure';

/**
 * Folders and what is not there pass: whoever reads them says so.
 * @throws Failure with exit code 2 for a pipe, a device or a socket.
 */
export function refuseEndless(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile() || found.isDirectory()) return;
  throw badInput(`${shownPath(path)} is no regular file: give one.`);
}
