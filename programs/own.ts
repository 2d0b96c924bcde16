// The programs of our own: committed as compiled files, each checked against its committed hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from './errors';
import { projectRoot } from './root';

export const OWN_PROGRAMS = [
  'caller',
  'recorder',
  'listener',
  'anchor-callee',
  'anchor-caller',
  'anchor-invoker',
  'sample-caller',
] as const;
export type OwnName = (typeof OWN_PROGRAMS)[number];

const cached = new Map<OwnName, Buffer>();

/** The path of `programs/<name>/<name>.<extension>`. */
export const ownFile = (name: OwnName, extension: 'c' | 'so' | 'sha256'): string =>
  join(projectRoot(), 'programs', name, `${name}.${extension}`);

function verified(name: OwnName): Buffer {
  const bytes = readFileSync(ownFile(name, 'so'));
  const expected = readFileSync(ownFile(name, 'sha256'), 'utf8').slice(0, 64);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === expected) return bytes;
  throw new InputError(
    `programs/${name}/${name}.so does not match ${name}.sha256: restore both files from git.`,
  );
}

/**
 * The program's ELF bytes; read once per process.
 * @throws InputError when the file does not match its hash.
 */
export function loadOwn(name: OwnName): Buffer {
  const bytes = cached.get(name) ?? verified(name);
  cached.set(name, bytes);
  return bytes;
}
