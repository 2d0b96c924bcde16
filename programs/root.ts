// Finds the project's own folder, from the TypeScript sources and from the compiled ones alike.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json and the data files; `dist/` holds only compiled code. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above the programs folder');
  return projectRoot(parent);
}
