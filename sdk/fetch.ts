// Downloads pinned versions of the SDK once: verified, only the files that are needed, all of them or none.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pacote from 'pacote';
import { cacheFolder, sha256 } from '../programs/cache';
import { commandName } from '../programs/command-name';
import { InputError } from '../programs/errors';
import { makeFolder } from '../programs/make-folder';
import { npmRegistry } from '../programs/registry';
import { readTar } from '../programs/tar';
import { inCache } from '../programs/temporary';
import { readSdkManifest, sdkReleaseOf, type SdkManifest } from './sdk-manifest';

/** What a test may set; `source` is an npm package spec. */
export type SdkFetchOptions = {
  readonly cache?: string;
  readonly manifest?: SdkManifest;
  readonly registry?: string;
  readonly source?: string;
  readonly onDownload?: (source: string) => void;
};

/** The folder of all fetched versions; what they need lies in `node_modules` below it, where Node finds it. */
export const sdkCache = (): string => join(dirname(cacheFolder()), 'sdk');

export const MAIN = 'dist/cjs/node/index.cjs';
const again = (): string => `run \`${commandName()} sdk\` again with network access`;

type Tarball = { readonly source: string; readonly integrity: string; readonly into: string };
type Keep = (path: string, bytes: Buffer) => boolean;

function sentence(error: unknown, source: string): InputError {
  if (error instanceof InputError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  if (code === 'EINTEGRITY')
    return new InputError(
      `What was downloaded as ${source} does not have its pinned hash: do not use it, and check where it came from.`,
    );
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new InputError(`The disk is full: make room for the cache folder and ${again()}.`);
  const why = code === '' ? message : code;
  return new InputError(`${source} is not in the cache and could not be downloaded (${why}): ${again()}.`);
}

/** Writes an entry of a package's archive, whose paths all begin with one folder. */
export function writeInside(into: string, path: string, bytes: Buffer): void {
  const place = join(into, insideOf(path));
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

const insideOf = (path: string): string => path.replace(/^[^/]+\//, '');

async function unpack({ source, integrity, into }: Tarball, keep: Keep, registry?: string): Promise<void> {
  const where = registry ?? npmRegistry();
  const options = { integrity, ...(where ? { registry: where } : {}), fetchRetries: 1 };
  const write = async (archive: AsyncIterable<Buffer>): Promise<void> => {
    for await (const { path, bytes } of readTar(archive, () => true)) {
      if (keep(insideOf(path), bytes)) writeInside(into, path, bytes);
    }
  };
  try {
    await pacote.tarball.stream(source, (stream) => pipeline(stream, createGunzip(), write), options);
  } catch (error) {
    throw sentence(error, source);
  }
}

/** Fills a folder beside its place and moves it there when it is whole. */
export async function whole(place: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${place}.partial-${process.pid}`;
  inCache(() => makeFolder(partial));
  try {
    await fill(partial);
    rmSync(place, { recursive: true, force: true });
    renameSync(partial, place);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

const isIntact = (folder: string, files: Readonly<Record<string, string>>): boolean =>
  Object.entries(files).every(
    ([file, hash]) => existsSync(join(folder, file)) && sha256(readFileSync(join(folder, file))) === hash,
  );

/** The libraries that the older versions load: one folder for all of them. */
export async function fetchDependencies(options: SdkFetchOptions = {}): Promise<void> {
  const { cache = sdkCache() } = options;
  const place = join(cache, 'node_modules');
  if (existsSync(place)) return; // it is moved there only when it is whole
  const { dependencies } = options.manifest ?? readSdkManifest();
  await whole(place, async (partial) => {
    for (const [path, { version, integrity }] of Object.entries(dependencies)) {
      const source = `${path.replace(/^.*node_modules\//, '')}@${version}`;
      options.onDownload?.(source);
      const keep: Keep = (file) => /\.(c?js|json)$/.test(file);
      await unpack({ source, integrity, into: join(partial, path) }, keep, options.registry);
    }
  });
}

/**
 * Makes sure that a version of the SDK can be loaded.
 * @returns the path of its main file.
 * @throws InputError in one sentence: unknown version, no network, wrong hash, disk full.
 */
export async function fetchSdk(version: string, options: SdkFetchOptions = {}): Promise<string> {
  const manifest = options.manifest ?? readSdkManifest();
  const { integrity, files } = sdkReleaseOf(manifest, version);
  const cache = options.cache ?? sdkCache();
  await fetchDependencies({ ...options, cache, manifest });
  const folder = join(cache, version);
  if (isIntact(folder, files)) return join(folder, MAIN);
  const source = options.source ?? `${manifest.package}@${version}`;
  options.onDownload?.(source);
  await whole(folder, async (into) => {
    await unpack({ source, integrity, into }, (file) => Object.hasOwn(files, file), options.registry);
    if (!isIntact(into, files))
      throw new InputError(`A file of ${source} does not have its pinned hash: do not use it.`);
  });
  return join(folder, MAIN);
}
