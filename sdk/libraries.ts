// With which libraries an own build of the SDK runs, and where they are not those that its package.json asks for.
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { readSdkManifest } from './sdk-manifest';

/** By name, the versions that a package.json asks for. */
export type Wanted = Readonly<Record<string, string>>;

type Library = { readonly name: string; readonly asked: string; readonly used: string | null };
type Numbers = readonly [number, number, number];

const RANGE = /^(\^|~|>=|=|v)?\s*(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?$/;

const numbersOf = (parts: readonly (string | undefined)[]): Numbers => {
  const [major = 0, minor = 0, patch = 0] = parts.map((part) => Number(part) || 0);
  return [major, minor, patch];
};

const isBelow = (one: Numbers, other: Numbers): boolean => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at !== -1 && (one[at] ?? 0) < (other[at] ?? 0);
};

/** How many of the leading numbers have to be the same. */
function fixedNumbers(sign: string, parts: readonly (string | undefined)[], numbers: Numbers): number {
  const said = parts.findIndex((part) => Number.isNaN(Number(part)));
  const given = said === -1 ? parts.length : said;
  if (sign === '>=') return 0;
  if (sign === '~') return Math.min(2, given);
  if (sign !== '^') return given;
  const first = numbers.findIndex((part) => part !== 0);
  return Math.min(given, first === -1 ? numbers.length : first + 1);
}

function isWithin(used: string, range: string): boolean {
  const match = RANGE.exec(range);
  if (match === null) return used === range || ['', '*', 'latest'].includes(range);
  const [, sign = '', ...parts] = match;
  const numbers = numbersOf(parts);
  const own = numbersOf(used.split('.'));
  const fixed = fixedNumbers(sign, parts, numbers);
  return !isBelow(own, numbers) && numbers.slice(0, fixed).every((part, at) => part === own[at]);
}

/** Plain versions and the usual ranges; of anything else only the same text is taken to be within it. */
export const satisfies = (used: string, asked: string): boolean =>
  used === asked || (!used.includes('-') && asked.split('||').some((range) => isWithin(used, range.trim())));

/** As Node finds it: in the nearest `node_modules` upwards. */
function versionIn(folder: string, name: string): string | null {
  const path = join(folder, 'node_modules', name, 'package.json');
  if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
  return dirname(folder) === folder ? null : versionIn(dirname(folder), name);
}

/** What is bundled into the main file is loaded from nowhere; a name that Node has itself is not the library's. */
const isLoadedBy = (source: string, name: string): boolean =>
  [...(isBuiltin(name) ? [] : [`'${name}'`, `"${name}"`]), `'${name}/`, `"${name}/`].some((text) =>
    source.includes(`require(${text}`),
  );

const isAsAsked = ({ used, asked }: Library): boolean => used !== null && satisfies(used, asked);

const missText = ({ name, used, asked }: Library): string =>
  `${name} ${used ?? 'is not there'} (it asks for ${asked})`;

/** The coder of interface descriptions, which newer versions do not load by themselves. */
export const CODER = '@coral-xyz/anchor';

/** The version of the coder that Node finds from a main file. */
export const coderOf = (entry: string): string | null => versionIn(dirname(entry), CODER);

/** One sentence: which coder reads the interface description; the pinned one where Node finds none. */
export function coderText(entry: string, asked: string | undefined): string {
  const found = coderOf(entry);
  const pinned = readSdkManifest().dependencies[CODER]?.version ?? '';
  const read = found === null ? `the pinned ${CODER} ${pinned}, since it finds none` : `${CODER} ${found}`;
  const isAsked = asked === undefined || satisfies(found ?? pinned, asked);
  const but = isAsked ? '' : `; its package.json asks for ${asked}, install that beside it`;
  return `Its interface description is read with ${read}${but}.`;
}

/** One sentence: what is loaded by the main file at `entry`, and where that is not what was asked for. */
export function librariesText(entry: string, wanted: Wanted): string {
  const source = readFileSync(entry, 'utf8');
  const libraries = Object.entries(wanted)
    .filter(([name]) => isLoadedBy(source, name))
    .map(([name, asked]) => ({
      name,
      asked,
      used: versionIn(dirname(entry), name) ?? versionIn(projectRoot(), name),
    }));
  if (libraries.length === 0) return 'It loads none of the libraries that its package.json asks for.';
  const all = libraries.map(({ name, used }) => `${name} ${used ?? 'missing'}`).join(', ');
  const missed = libraries.filter((one) => !isAsAsked(one)).map(missText);
  const but = missed.length === 0 ? 'as its package.json asks' : `not as asked: ${missed.join(', ')}`;
  return `It runs with the libraries of the pinned versions (${all}), ${but}.`;
}
