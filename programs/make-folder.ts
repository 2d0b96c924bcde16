// Makes a folder and those above it, or fails at once.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

function make(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

/** Like mkdir -p, which in Node never returns where a folder cannot be made for odd reasons, as below /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  make(path);
}
