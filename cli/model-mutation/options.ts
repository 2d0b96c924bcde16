// The options of `mutate-model`: what commander hands over, checked and with defaults.
import { badInput } from '../failure';
import { runOptions, wholeNumber, type RunFlags, type RunOptions } from '../run-options';

export const DEFAULT_CASES = 40;
export const DEFAULT_FOLDER = 'conformance-report/model-mutation';

/** As typed. */
export type MutateModelFlags = Pick<
  RunFlags,
  'programVersion' | 'rule' | 'area' | 'seed' | 'report' | 'debug'
> & { readonly cases?: string; readonly json?: boolean };

export type MutateModelOptions = Pick<RunOptions, 'rules' | 'areas' | 'seed' | 'report' | 'debug'> & {
  readonly version: string | undefined;
  /** Of each claim. */
  readonly cases: number;
  /** Prints model-mutation.json in place of the text. */
  readonly json: boolean;
};

/** Checks the flags of `mutate-model`. */
export function mutateModelOptions({ cases, json, ...flags }: MutateModelFlags): MutateModelOptions {
  if (flags.programVersion === 'all')
    throw badInput('--program-version of `mutate-model` is one version: the reasons are about one.');
  const { rules, areas, seed, report, debug } = runOptions({ report: DEFAULT_FOLDER, ...flags });
  return {
    ...{ rules, areas, seed, report, debug },
    version: flags.programVersion,
    cases: cases === undefined ? DEFAULT_CASES : wholeNumber('--cases', cases, { from: 1, to: 1000 }),
    json: json === true,
  };
}
