// For tests: versions of the SDK that are wrong on purpose.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sdkCache } from './fetch';
import { openSpeaker, type Speaker } from './speaker';
import type { Snippet } from './types';

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

/** The SDK at `entry` with another text, as a maintainer who edits it would build it. Returns its path. */
export function rewrittenSdk(entry: string, rewrite: (source: string) => string): string {
  const path = join(temporaryFolder(), 'index.cjs');
  const source = readFileSync(entry, 'utf8');
  const changed = rewrite(source);
  if (changed === source) throw new Error(`Nothing of ${entry} was rewritten.`);
  writeFileSync(path, changed);
  return path;
}

/** Exports by name, each a JavaScript expression that may use `real`. */
type Overrides = Readonly<Record<string, string>>;
const CHOOSE = 'becomeWrongAbout';

const thunk = (overrides: Overrides): string =>
  `() => ({ ${Object.entries(overrides)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} })`;

/** A module that is the SDK at `entry`, and wrong in one way of several: the one that was named last. */
function wrongInTurn(entry: string, ways: Readonly<Record<string, Overrides>>): string {
  const path = join(temporaryFolder(), 'index.cjs');
  const made = Object.entries(ways).map(([id, overrides]) => `${JSON.stringify(id)}: ${thunk(overrides)}`);
  const lines = [
    `const real = require(${JSON.stringify(entry)});`,
    `const ways = { ${made.join(',\n')} };`,
    'const exported = { ...real };',
    `module.exports = exported;`,
    'const forget = () => Object.keys(exported).forEach((name) => delete exported[name]);',
    `const ${CHOOSE} = (id) => { forget(); Object.assign(exported, real, ways[id](), { ${CHOOSE} }); };`,
    `Object.assign(exported, { ${CHOOSE} });`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const choice = (id: string): Snippet => ({
  from: { '@lightprotocol/stateless.js': [CHOOSE] },
  lines: [`${CHOOSE}(${JSON.stringify(id)});`],
  result: "'wrong'",
});

export type WrongSpeakers = { readonly wrongAbout: (id: string) => Speaker; readonly close: () => void };

/** One process that plays all of these versions in turn, since loading the SDK anew takes longer than asking it. */
export function openWrongSpeakers(entry: string, ways: Readonly<Record<string, Overrides>>): WrongSpeakers {
  const speaker = openSpeaker(wrongInTurn(entry, ways));
  const wrongAbout = (id: string): Speaker => ({
    ask: async (snippets) => {
      const [chosen, ...answers] = await speaker.ask([choice(id), ...snippets]);
      if (chosen?.kind !== 'value')
        throw new Error(`No version is wrong about ${id}: ${JSON.stringify(chosen)}.`);
      return answers;
    },
    close: () => undefined,
  });
  return { wrongAbout, close: speaker.close };
}

/** Removes them all. */
export function forgetWrongSdks(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
