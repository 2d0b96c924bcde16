// For tests: versions of the SDK that are wrong on purpose.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sdkCache } from './fetch';

const folders: string[] = [];

/** Within the cache, so that what the lines import beside the SDK is found. */
function temporaryFolder(): string {
  mkdirSync(sdkCache(), { recursive: true });
  const folder = mkdtempSync(join(sdkCache(), 'tmp-'));
  folders.push(folder);
  return folder;
}

/**
 * A module that is the SDK at `entry` but for these exports; each is a JavaScript expression that may use `real`.
 * @returns its path.
 */
export function wrongSdk(entry: string, overrides: Readonly<Record<string, string>>): string {
  const path = join(temporaryFolder(), 'index.cjs');
  const fields = Object.entries(overrides).map(([name, value]) => `${name}: ${value}`);
  const real = `const real = require(${JSON.stringify(entry)});`;
  writeFileSync(path, `${real}\nmodule.exports = { ...real, ${fields.join(', ')} };\n`);
  return path;
}

/** Removes them all. */
export function forgetWrongSdks(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
