// For tests: versions of the SDK that are wrong on purpose, and a program world to ask them in.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A module that is the SDK at `entry` but for these exports; each is a JavaScript expression that may use `real`. */
export function wrongSdk(entry: string, overrides: Readonly<Record<string, string>>): string {
  const path = join(mkdtempSync(join(tmpdir(), 'wrong-sdk-')), 'index.cjs');
  const fields = Object.entries(overrides).map(([name, value]) => `${name}: ${value}`);
  const all = `const real = require(${JSON.stringify(entry)});\nmodule.exports = { ...real, ${fields.join(', ')} };\n`;
  writeFileSync(path, `process.chdir(${JSON.stringify(process.cwd())});\n${all}`);
  return path;
}
