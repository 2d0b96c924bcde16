// A build of the SDK that nobody has published: a folder as it is built, or the archive that `npm pack` makes.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { InputError } from '../programs/errors';
import { readTar } from '../programs/tar';
import { fetchDependencies, MAIN, sdkCache, whole, writeInside } from './fetch';
import { CODER, coderOf, coderText, librariesText, type Wanted } from './libraries';
import { openSpeaker } from './speaker';
import { SDK } from './types';

/** `hash` is the sha256 (hex) of what `hashed` names. */
export type OwnBuild = {
  /** As it stands in reports: the version of its package.json, and that it is none of the pinned ones. */
  readonly version: string;
  readonly entry: string;
  readonly hash: string;
  readonly hashed: string;
  /** Two sentences about the libraries that it runs with. */
  readonly libraries: string;
};

const OWN = ' (own build)';
const SECOND = ' (own build, compared with)';
const DIST = 'dist';
const ITS_OWN = 'It runs with the libraries that Node finds from its folder.';

/** The version that a build says it has; of a pinned version, itself. */
export const versionSaid = (version: string): string =>
  [OWN, SECOND].reduce((text, mark) => text.replace(mark, ''), version);

/** Two builds that are compared may say that they are the same version. */
export const asSecond = (version: string): string => version.replace(OWN, SECOND);

export const isOwn = (version: string): boolean => versionSaid(version) !== version;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** `coder`: the range that it asks for, also where only for its own tests. */
type Manifest = { readonly version: string; readonly wanted: Wanted; readonly coder: string | undefined };
type Read = {
  name?: string;
  version?: string;
  dependencies?: Wanted;
  peerDependencies?: Wanted;
  devDependencies?: Wanted;
};

function manifestIn(folder: string, shown: string): Manifest {
  const path = join(folder, 'package.json');
  if (!existsSync(path))
    throw new InputError(`${shown} has no package.json: name the folder of ${SDK}, or what npm pack makes.`);
  try {
    const { name, version, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Read;
    if (name !== SDK)
      throw new InputError(`${shown} is ${name ?? 'a package without a name'} and not ${SDK}.`);
    const wanted = { ...rest.peerDependencies, ...rest.dependencies };
    const coder = wanted[CODER] ?? rest.devDependencies?.[CODER];
    return { version: version ?? 'without a version', wanted, coder };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`The package.json of ${shown} is not JSON: ${(error as Error).message}.`);
  }
}

/** Of all files below a folder, by their paths in a fixed order. */
function hashOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .toSorted();
  const lines = files.map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`);
  return sha256(Buffer.from(lines.join('')));
}

/** Archives that tar makes by itself have entries for folders, too. */
const isFile = (path: string): boolean => !path.endsWith('/');

/** Everything of the archive, in a folder of the cache that its hash names. */
async function unpacked(file: string): Promise<string> {
  const folder = join(sdkCache(), 'own', sha256(readFileSync(file)));
  if (existsSync(folder)) return folder; // it is moved there only when it is whole
  const archive = createReadStream(file).pipe(createGunzip());
  await whole(folder, async (into) => {
    for await (const { path, bytes } of readTar(archive, isFile)) writeInside(into, path, bytes);
  }).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file} is no archive as npm pack makes one: ${(error as Error).message}.`);
  });
  return folder;
}

async function requireLoads(entry: string, shown: string, patience?: number): Promise<void> {
  const speaker = openSpeaker(entry, patience);
  const [answer] = await speaker.ask([{ from: { [SDK]: [] }, lines: [], result: `''` }]);
  speaker.close();
  if (answer?.kind === 'value') return;
  if (answer?.kind === 'dead')
    throw new InputError(
      `${shown} cannot be loaded, its process ${answer.reason}: look at what its main file does when it is loaded.`,
    );
  const why = answer?.kind === 'threw' ? answer.message.split('\n')[0] : '';
  throw new InputError(`${shown} cannot be loaded (${why ?? ''}): install what it depends on, and build it.`);
}

type Libraries = Manifest & { readonly entry: string; readonly isFolder: boolean };

const librariesOf = ({ entry, isFolder, wanted, coder }: Libraries): string =>
  `${isFolder ? ITS_OWN : librariesText(entry, wanted)} ${coderText(entry, coder)}`;

/**
 * The build at `path`; an archive is unpacked into the cache, where the libraries of the pinned versions lie beside it.
 * @throws InputError in one sentence for what is no build of the SDK, or cannot be loaded.
 * `patience`: how long loading may take, in milliseconds.
 */
export async function ownBuild(path: string, patience?: number): Promise<OwnBuild> {
  if (!existsSync(path)) throw new InputError(`There is no folder or archive "${path}": --sdk takes either.`);
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? resolve(path) : await unpacked(path);
  const manifest = manifestIn(folder, path);
  const entry = join(folder, MAIN);
  if (!existsSync(entry)) throw new InputError(`${path} has no ${MAIN}: build it first.`);
  if (!isFolder || coderOf(entry) === null) await fetchDependencies();
  await requireLoads(entry, path, patience);
  return {
    version: `${manifest.version}${OWN}`,
    entry,
    libraries: librariesOf({ ...manifest, entry, isFolder }),
    ...(isFolder
      ? {
          hash: hashOfFolder(join(folder, DIST)),
          hashed: `all files below ${join(path, DIST)}`,
        }
      : { hash: sha256(readFileSync(path)), hashed: path }),
  };
}
