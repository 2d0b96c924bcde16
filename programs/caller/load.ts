// Loads the committed calling program after checking it against its committed hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import { projectRoot } from '../root';

let cached: Buffer | undefined;

/** The path of a file that lies beside caller.c. */
export function callerFile(name: string): string {
  return join(projectRoot(), 'programs', 'caller', name);
}

function verified(): Buffer {
  const bytes = readFileSync(callerFile('caller.so'));
  const expected = readFileSync(callerFile('caller.sha256'), 'utf8').slice(0, 64);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === expected) return bytes;
  throw new InputError(
    'programs/caller/caller.so does not match caller.sha256: restore both files from git.',
  );
}

/**
 * The calling program's ELF bytes; read once per process.
 * @throws InputError when the file does not match its hash.
 */
export function loadCaller(): Buffer {
  cached ??= verified();
  return cached;
}
