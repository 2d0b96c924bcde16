// The folder for what lives as long as a process, below the cache folder, and what is said where that cannot be written.
import { join } from 'node:path';
import { InputError } from './errors';
import { makeFolder } from './make-folder';
import { cacheRoot } from './root';
import { whyUnwritten } from './why-unwritten';

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
    const why = whyUnwritten(error) ?? (error as Error).message;
    throw new InputError(
      `The cache folder ${cacheRoot()} cannot be written (${why}): make it writable, or name another one by CPI_CONFORMANCE_CACHE.`,
    );
  }
}
