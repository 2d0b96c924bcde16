// The options of `diff`: what commander hands over, checked and with defaults.
import { badInput } from '../failure';
import { runOptions, wholeNumber, type RunFlags, type RunOptions } from '../run-options';

export const DEFAULT_CASES = 40;
export const DEFAULT_FOLDER = 'conformance-report/diff';

/** As typed. */
export type DiffFlags = Pick<
  RunFlags,
  'programVersion' | 'rule' | 'area' | 'all' | 'seed' | 'report' | 'debug'
> & { readonly cases?: string; readonly json?: boolean };

export type DiffOptions = Pick<RunOptions, 'rules' | 'areas' | 'all' | 'seed' | 'report' | 'debug'> & {
  readonly cases: number;
  /** Prints diff.json in place of the text. */
  readonly json: boolean;
};

/** Checks the flags of `diff`. */
export function diffOptions({ cases, json, ...flags }: DiffFlags): DiffOptions {
  if (flags.programVersion === 'all')
    throw badInput('--program-version of `diff` is one version: that of the accounts.');
  const { rules, areas, all, seed, report, debug } = runOptions({ report: DEFAULT_FOLDER, ...flags });
  return {
    ...{ rules, areas, all, seed, report, debug },
    cases: cases === undefined ? DEFAULT_CASES : wholeNumber('--cases', cases, { from: 1, to: 10_000 }),
    json: json === true,
  };
}
