// Downloads a pinned version once: verified, only the needed files, and all of them or none.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { cacheFolder, cacheState, sha256, type CachedRelease } from './cache';
import { InputError } from './errors';
import { makeFolder } from './make-folder';
import { explainFetch } from './fetch-errors';
import { readManifest, releaseOf, type Manifest } from './release-manifest';
import { npmRegistry } from './registry';
import { readTar } from './tar';

/** What a test or another machine may set: the folder, the pins, where the package comes from, how files are written. */
export type FetchOptions = {
  readonly cache?: string;
  readonly manifest?: Manifest;
  /** An npm package spec, `file:` included; the default is the pinned package and version. */
  readonly source?: string;
  readonly registry?: string;
  readonly write?: (path: string, bytes: Buffer) => void;
  /** Told before a download starts, which may take a while. */
  readonly onDownload?: (source: string) => void;
};

type Job = CachedRelease & {
  readonly partial: string;
  readonly source: string;
  readonly options: FetchOptions;
};

/** What this process is fetching now, by its partial folder. */
const running = new Map<string, Promise<void>>();
const PARTIAL = /^\.partial-(\d+)-/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a partial folder is being written now, by this process or another one. */
function isInUse(folder: string, pid: number): boolean {
  return pid === process.pid ? running.has(folder) : isRunning(pid);
}

/** Removes what interrupted runs left behind. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache)) {
    const pid = PARTIAL.exec(name)?.[1];
    if (pid && !isInUse(join(cache, name), Number(pid)))
      rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function store(job: Job, file: string, bytes: Buffer): void {
  if (sha256(bytes) !== job.release.files[file])
    throw new InputError(`The package's file ${file} does not have its pinned hash: do not use it.`);
  const path = join(job.partial, file);
  mkdirSync(dirname(path), { recursive: true });
  (job.options.write ?? writeFileSync)(path, bytes);
}

async function extract(job: Job, archive: AsyncIterable<Buffer>): Promise<void> {
  const inPackage = (path: string) => path.replace(/^package\//, '');
  const missing = new Set(Object.keys(job.release.files));
  for await (const { path, bytes } of readTar(archive, (name) => missing.has(inPackage(name)))) {
    store(job, inPackage(path), bytes);
    missing.delete(inPackage(path));
  }
  const [first] = missing;
  if (first)
    throw new InputError(
      `The package has no file ${first}: the manifest and the package do not belong together.`,
    );
}

async function download(job: Job): Promise<void> {
  job.options.onDownload?.(job.source);
  const registry = job.options.registry ?? npmRegistry();
  const retry = { fetchRetries: 1, fetchRetryMintimeout: 1000 }; // milliseconds
  const options = { integrity: job.release.integrity, ...(registry ? { registry } : {}), ...retry };
  const unpack = (stream: AsyncIterable<Buffer>) => {
    rmSync(job.partial, { recursive: true, force: true }); // pacote retries with a new stream
    makeFolder(job.partial);
    return pipeline(stream, createGunzip(), (archive: AsyncIterable<Buffer>) => extract(job, archive));
  };
  const { tarball } = await import('pacote'); // loading it takes longer than finding that nothing is to be fetched
  await tarball.stream(job.source, unpack, options);
}

/** Puts the finished folder in its place; a damaged older one is removed first. */
function publish(job: Job): void {
  if (cacheState(job) === 'damaged') rmSync(job.folder, { recursive: true, force: true });
  try {
    renameSync(job.partial, job.folder);
  } catch (error) {
    if (cacheState(job) !== 'cached') throw error; // else another process was faster
  }
}

async function run(job: Job, cache: string): Promise<void> {
  try {
    makeFolder(cache);
    sweep(cache);
    await download(job);
    publish(job);
  } catch (error) {
    throw explainFetch(error, job.version, cache);
  } finally {
    if (existsSync(job.partial)) rmSync(job.partial, { recursive: true, force: true });
  }
}

function runOnce(job: Job, cache: string): Promise<void> {
  const pending = running.get(job.partial) ?? run(job, cache).finally(() => running.delete(job.partial));
  running.set(job.partial, pending);
  return pending;
}

/**
 * Makes sure that a version is in the cache; without a download when it is there and whole.
 * @returns the version's folder.
 * @throws InputError in one sentence: unknown version, no network, wrong hash, unsafe entry, disk full.
 */
export async function fetchRelease(version: string, options: FetchOptions = {}): Promise<string> {
  const manifest = options.manifest ?? readManifest();
  const release = releaseOf(manifest, version);
  const cache = options.cache ?? cacheFolder();
  const folder = join(cache, version);
  if (cacheState({ version, release, folder }) === 'cached') return folder;
  const source = options.source ?? `${manifest.package}@${version}`;
  const partial = join(cache, `.partial-${process.pid}-${version}`);
  await runOnce({ version, release, folder, source, options, partial }, cache);
  return folder;
}
