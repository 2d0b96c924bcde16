// The command `bench`: checks its options and hands over to bench/main.ts, which is loaded only here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../report/exit-code';
import { RUNTIMES, type RuntimeName } from '../spec/runtime';
import { badInput, Failure } from './failure';

const PARTS = ['replay', 'shares', 'speed', 'growth', 'workers'] as const;
type Part = (typeof PARTS)[number];

/** As typed. */
export type BenchFlags = {
  readonly part?: readonly string[];
  readonly backend?: string;
  readonly workers?: boolean;
  readonly quick?: boolean;
};

type BenchOptions = {
  readonly parts: readonly Part[];
  readonly runtimes: readonly RuntimeName[];
  readonly quick: boolean;
};
type BenchModule = { readonly main: (options: BenchOptions) => Promise<number> };

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

function chosen<T extends string>(
  option: string,
  names: readonly T[],
  given: readonly string[],
): readonly T[] {
  return given.map((name) => {
    if (isOneOf(names, name)) return name;
    throw badInput(`${option} must be one of ${names.join(', ')}, but is "${name}".`);
  });
}

/** Checks the flags. @throws Failure with exit code 2 for an unknown part or runtime. */
export function benchOptions({ part = [], backend, workers, quick }: BenchFlags): BenchOptions {
  const parts = chosen('--part', PARTS, part);
  const runtimes = chosen('--backend', RUNTIMES, backend === undefined ? [] : [backend]);
  if (parts.includes('speed') && runtimes.length > 0)
    throw badInput('--part speed compares the two runtimes: leave --backend out.');
  return { parts: workers === true ? [...parts, 'workers'] : parts, runtimes, quick: quick === true };
}

/** Runs the benchmarks. */
export async function bench(flags: BenchFlags): Promise<number> {
  const options = benchOptions(flags);
  const path = join(__dirname, '..', 'bench', 'main.js');
  if (!existsSync(path)) throw new Failure('The benchmarks are not part of this build.', EXIT.badInput);
  const { main } = (await import(path)) as BenchModule;
  return main(options);
}
