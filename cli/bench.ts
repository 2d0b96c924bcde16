// The command `bench`: hands over to bench/main.ts, which is loaded only here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../report/exit-code';
import { Failure } from './failure';

type BenchModule = { readonly main: () => Promise<number> | number };

/** Runs the benchmarks. */
export async function bench(): Promise<number> {
  const path = join(__dirname, '..', 'bench', 'main.js');
  if (!existsSync(path)) throw new Failure('The benchmarks are not part of this build.', EXIT.badInput);
  const { main } = (await import(path)) as BenchModule;
  return main();
}
