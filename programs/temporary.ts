// The folder for what lives as long as a process, below the cache folder, and what is said where that cannot be written.
import { join } from 'node:path';
import { InputError } from './errors';
import { makeFolder } from './make-folder';
import { cacheRoot } from './root';

/** Node names a missing folder where it may not make it on a file system that is read-only. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it is not writable',
  EPERM: 'it is not writable',
  EROFS: 'its file system is read-only',
  ENOENT: 'its file system does not take it',
  EEXIST: 'a file is in its way',
  ENOTDIR: 'a file is in its way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
};

/** Where temporary folders are; it need not exist. */
export const temporaryRoot = (): string => join(cacheRoot(), 'tmp');

/**
 * Runs `act`, which makes a folder there.
 * @throws InputError in one sentence where nothing can be written.
 */
export function inTemporary<T>(act: (root: string) => T): T {
  const root = temporaryRoot();
  return inCache(() => {
    makeFolder(root);
    return act(root);
  });
}

/**
 * Runs `act`, which writes in the cache folder.
 * @throws InputError in one sentence where nothing can be written.
 */
export function inCache<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InputError(
      `The cache folder ${cacheRoot()} cannot be written (${REASONS[code] ?? message}): make it writable, or name another one by CPI_CONFORMANCE_CACHE.`,
    );
  }
}
