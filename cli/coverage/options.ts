// The options of `run` about coverage of the compiled program, checked.
import { NOT_ON_LITESVM } from '../../spec/runtime-differences';
import { badInput } from '../failure';
import { wholeNumber } from '../whole-number';

export type CoverageFlags = {
  readonly coverage?: boolean;
  readonly coverageRuns?: string;
  readonly guided?: boolean;
  readonly guidedRuns?: string;
};

/** `cases` of each claim are traced; `guided` plans of a guided run, or none. */
export type CoverageOptions = { readonly cases: number; readonly guided: number | null };

/** Traced plans take thirty times as long: defaults for a few minutes. */
export const DEFAULT_CASES = 10;
export const DEFAULT_GUIDED = 1000;

const MOST = { from: 1, to: 100_000 };

/** What cannot be asked for at once. Throws Failure with exit code 2. */
function requireWhole(flags: CoverageFlags & Parts): void {
  const part = Object.entries({
    '--shard': flags.shard,
    '--budget': flags.budget,
    '--resume': flags.resume === true ? 'given' : undefined,
  }).find(([, given]) => given !== undefined);
  if (part !== undefined)
    throw badInput(`Coverage is of a whole run: leave out ${part[0]}, or --coverage and --guided.`);
  if (flags.programVersion === 'all')
    throw badInput('Coverage is of one program: name a version in place of `all`.');
  if (NOT_ON_LITESVM.has(flags.programVersion ?? ''))
    throw badInput(
      `The programs of ${flags.programVersion} need a hash that LiteSVM does not have, and only LiteSVM makes traces: leave out --coverage and --guided.`,
    );
}

type Parts = {
  readonly shard?: string;
  readonly budget?: string;
  readonly resume?: boolean;
  readonly programVersion?: string;
};

/** null where neither is asked for. Throws Failure with exit code 2. */
export function coverageOptions(flags: CoverageFlags & Parts): CoverageOptions | null {
  const { coverage, guided, coverageRuns, guidedRuns } = flags;
  if (coverageRuns !== undefined && coverage !== true && guided !== true)
    throw badInput('--coverage-runs says how many cases --coverage traces: give both.');
  if (guidedRuns !== undefined && guided !== true)
    throw badInput('--guided-runs says how many plans --guided runs: give both.');
  if (coverage !== true && guided !== true) return null;
  requireWhole(flags);
  const number = (option: string, text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : wholeNumber(option, text, MOST);
  return {
    cases: number('--coverage-runs', coverageRuns, DEFAULT_CASES),
    guided: guided === true ? number('--guided-runs', guidedRuns, DEFAULT_GUIDED) : null,
  };
}
