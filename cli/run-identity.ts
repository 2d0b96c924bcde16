// What a run is of: everything that decides its results. Parts of one run must agree in all of it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { readProgramFile } from '../programs/program-file';
import type { BackendName } from '../spec/runtime';
import type { ProgramHashes } from '../spec/result';
import type { ProgramFiles } from '../suites/engine-types';
import { digestOf, pack } from './packed';
import type { RunOptions } from './run-options';
import { TOOL, WORKER } from './tool';

export type RunIdentity = {
  readonly tool: string;
  /** sha256 of this tool's compiled code. */
  readonly code: string;
  readonly programs: ProgramHashes;
  /** The system program was given by path. */
  readonly ownBuild: boolean;
  readonly backend: BackendName;
  /** So was account-compression. */
  readonly ownCompression: boolean;
  readonly seed: number;
  /** Null where each claim has its own number of cases. */
  readonly runs: number | null;
  readonly rules: readonly string[];
  readonly areas: readonly string[];
  readonly all: boolean;
  /** The version's own, none, or another one that was named. */
  readonly baseline: 'own' | 'none' | 'given';
  /** sha256 of the baseline with its witnesses and of what is frozen. */
  readonly known: string;
};

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The digest of every compiled file of ours, by path. */
export function codeDigest(): string {
  const root = dirname(dirname(WORKER));
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|json)$/.test(name),
  );
  const files = names
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${name} ${hash(readFileSync(join(root, name)))}`);
  return digestOf(files.join('\n'));
}

function hashesOf({ version, systemProgram, accountCompression }: ProgramFiles): ProgramHashes {
  const release = loadRelease(version);
  const chosen = (path: string | undefined, published: Buffer): string =>
    hash(path === undefined ? published : readProgramFile(path));
  return {
    version,
    systemProgram: chosen(systemProgram, release.systemProgram),
    accountCompression: chosen(accountCompression, release.accountCompression),
    caller: hash(loadCaller()),
  };
}

const baselineIn = ({ baseline }: RunOptions): RunIdentity['baseline'] =>
  baseline === undefined ? 'own' : baseline === 'none' ? 'none' : 'given';

/** The identity of a run; `known` is everything that it is compared with. */
export const identityOf = (options: RunOptions, programs: ProgramFiles, known: unknown): RunIdentity => ({
  tool: TOOL,
  code: codeDigest(),
  programs: hashesOf(programs),
  ownBuild: options.programs.systemProgram !== undefined,
  backend: options.backend,
  ownCompression: options.programs.accountCompression !== undefined,
  seed: options.seed,
  runs: options.runs ?? null,
  rules: [...new Set(options.rules)].sort(),
  areas: [...new Set(options.areas)].sort(),
  all: options.all,
  baseline: baselineIn(options),
  known: digestOf(pack(known)),
});

const short = (digest: string): string => `${digest.slice(0, 16)}...`;
const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

const BASELINES = { own: "the version's own", none: 'none', given: 'a file of yours' } as const;

const wayOf = (isOwn: boolean): string => (isOwn ? 'your own build' : 'a published version');

type Shown = (identity: RunIdentity) => string;
const FIELDS: readonly (readonly [name: string, shown: Shown])[] = [
  ['version of this suite', ({ tool }) => tool],
  ['code of this suite', ({ code }) => short(code)],
  ['program version', ({ programs }) => programs.version],
  ['system program', ({ programs }) => short(programs.systemProgram)],
  ['account-compression program', ({ programs }) => short(programs.accountCompression)],
  ['calling program', ({ programs }) => short(programs.caller)],
  ['way to name the program', ({ ownBuild }) => wayOf(ownBuild)],
  ['way to name account-compression', ({ ownCompression }) => wayOf(ownCompression)],
  ['runtime', ({ backend }) => backend],
  ['seed', ({ seed }) => String(seed)],
  ['number of cases', ({ runs }) => (runs === null ? "each claim's own" : String(runs))],
  ['rules', ({ rules }) => listed(rules)],
  ['areas', ({ areas }) => listed(areas)],
  ['scope', ({ all }) => (all ? '--all' : 'without --all')],
  ['way to name the baseline', ({ baseline }) => BASELINES[baseline]],
  ['baseline or frozen file', ({ known }) => short(known)],
];

/** The first difference as `seed (6, not 5)`, the first identity's value first; null where there is none. */
export function identityDifference(one: RunIdentity, other: RunIdentity): string | null {
  const field = FIELDS.find(([, shown]) => shown(one) !== shown(other));
  return field === undefined ? null : `${field[0]} (${field[1](one)}, not ${field[1](other)})`;
}
