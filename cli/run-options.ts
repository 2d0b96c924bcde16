// The options of `run`: what commander hands over, checked and with defaults.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { BackendName } from '../spec/runtime';
import { CASES, SEEDS } from '../suites/whole-number';
import { askedAbout, type About } from './asked-about';
import { backendOf } from './backend-option';
import { baselinePath } from './baseline-file';
import { parseBudget } from './budget/budget';
import type { CiOptions } from './ci-output';
import { badInput } from './failure';
import { pinnedVersion, type ProgramOptions } from './program-options';
import { coverageOptions, type CoverageFlags, type CoverageOptions } from './coverage/options';
import { parseShard, type Shard } from './shard/shard';
import { parseDay, today } from './today';
import { wholeNumber } from './whole-number';

export { wholeNumber } from './whole-number';

/** The word that stands for every version. */
export const ALL_VERSIONS = 'all';

export const DEFAULT_SEED = 20240229;
export const DEFAULT_REPORT = 'conformance-report';
export const DEFAULT_WORKERS = 2;

/** As typed. */
export type RunFlags = ProgramOptions &
  CoverageFlags &
  About & {
    readonly backend?: string;
    readonly baseline?: string;
    readonly rule?: readonly string[];
    readonly area?: readonly string[];
    readonly all?: boolean;
    readonly runs?: string;
    readonly seed?: string;
    readonly report?: string;
    readonly workers?: string;
    readonly annotate?: boolean;
    readonly summary?: string;
    readonly debug?: boolean;
    readonly shard?: string;
    readonly budget?: string;
    readonly resume?: boolean;
    readonly today?: string;
  };

export type RunOptions = CiOptions & {
  readonly programs: ProgramOptions;
  readonly backend: BackendName;
  readonly baseline: string | undefined;
  readonly rules: readonly string[];
  readonly areas: readonly string[];
  readonly all: boolean;
  readonly runs: number | undefined;
  readonly seed: number;
  readonly report: string;
  readonly workers: number;
  readonly debug: boolean;
  /** Only this part, which is merged with the others; null for the whole run. */
  readonly shard: Shard | null;
  /** Milliseconds; null without end. */
  readonly budget: number | null;
  readonly resume: boolean;
  /** What is traced behind the run; null for nothing. */
  readonly coverage: CoverageOptions | null;
  /** The day that entries of the baseline may expire on, as 2026-01-31. */
  readonly today: string;
};

/** A folder in full; an empty name would be the current folder. Throws Failure with exit code 2. */
export function folder(option: string, path: string): string {
  if (path === '') throw badInput(`${option} names no folder: give one, or leave the option out.`);
  return resolve(path);
}

/** What cannot be asked for at once. Throws Failure with exit code 2. */
function requireCompatible({ shard, budget, resume, programVersion }: RunFlags): void {
  if (shard !== undefined && budget !== undefined)
    throw badInput(
      '--shard is a fixed part of a run and --budget a part that time decides: give one of them.',
    );
  const part = [shard !== undefined && '--shard', budget !== undefined && '--budget', resume && '--resume'];
  const given = part.find((name) => typeof name === 'string');
  if (given !== undefined && programVersion === ALL_VERSIONS)
    throw badInput(`${given} is about one version: name that in place of \`all\`.`);
}

/** Annotations come by themselves where GitHub Actions runs the command. */
function ciOptions({ annotate, summary }: RunFlags): CiOptions {
  if (summary === '') throw badInput('--summary names no file: give one, or leave the option out.');
  return {
    annotate: annotate ?? process.env['GITHUB_ACTIONS'] === 'true',
    summary: summary === undefined ? undefined : resolve(summary),
  };
}

/** The rules that are named, and those about the errors and sections that are. */
function namedRules(flags: RunFlags): readonly string[] {
  const named = flags.rule ?? [];
  if (flags.code === undefined && flags.section === undefined) return named;
  const version = flags.programVersion === ALL_VERSIONS ? undefined : pinnedVersion(flags);
  return [...named, ...askedAbout(flags, version)];
}

/** Checks the flags of `run`. */
export function runOptions(flags: RunFlags): RunOptions {
  const { runs, seed, workers, baseline, shard, budget } = flags;
  requireCompatible(flags);
  return {
    programs: flags,
    backend: backendOf(flags.backend, flags),
    baseline: baselinePath(baseline),
    rules: namedRules(flags),
    areas: flags.area ?? [],
    all: flags.all === true,
    runs: runs === undefined ? undefined : wholeNumber('--runs', runs, CASES),
    seed: seed === undefined ? DEFAULT_SEED : wholeNumber('--seed', seed, SEEDS),
    report: folder('--report', flags.report ?? DEFAULT_REPORT),
    workers:
      workers === undefined
        ? Math.min(DEFAULT_WORKERS, availableParallelism())
        : wholeNumber('--workers', workers, { from: 1, to: 64 }),
    ...ciOptions(flags),
    debug: flags.debug === true,
    shard: shard === undefined ? null : parseShard(shard),
    budget: budget === undefined ? null : parseBudget(budget),
    resume: flags.resume === true,
    coverage: coverageOptions(flags),
    today: flags.today === undefined ? today() : parseDay(flags.today),
  };
}
