// The options of `mutate`: what commander hands over, checked and with defaults.
import { badInput } from '../failure';
import { runOptions, wholeNumber, type RunFlags, type RunOptions } from '../run-options';

export const DEFAULT_SAMPLE = 200;
export const DEFAULT_CASES = 8;
export const DEFAULT_DEEP = 60;
export const DEFAULT_FOLDER = 'conformance-report/mutation';

/** As typed. */
export type MutateFlags = Pick<
  RunFlags,
  'programVersion' | 'systemProgram' | 'baseline' | 'rule' | 'area' | 'seed' | 'report' | 'workers' | 'debug'
> & {
  readonly sample?: string;
  readonly all?: boolean;
  readonly cases?: string;
  readonly deep?: string;
  readonly mutant?: string;
  readonly matrix?: boolean;
  readonly json?: boolean;
};

export type MutateOptions = Pick<
  RunOptions,
  'programs' | 'baseline' | 'rules' | 'areas' | 'seed' | 'report' | 'workers' | 'debug'
> & {
  /** How many mutants; null for all. */
  readonly sample: number | null;
  /** Of each rule, traced and tried. */
  readonly cases: number;
  /** Of each rule, where nothing was noticed. */
  readonly deep: number;
  /** All claims are asked of every mutant. */
  readonly matrix: boolean;
  /** Only this mutant. */
  readonly mutant: string | null;
  /** Whether the report goes to a folder: one mutant replaces no report of many, unless a folder is named. */
  readonly writes: boolean;
  /** Prints mutation.json in place of the text. */
  readonly json: boolean;
};

const ID = /^([0-9a-f]{5,}):([a-z-]+)$/;

/** Checks the flags of `mutate`. @throws Failure with exit code 2. */
export function mutateOptions(flags: MutateFlags): MutateOptions {
  const { sample, all, cases, deep, mutant, matrix, json, ...rest } = flags;
  if (flags.programVersion === 'all')
    throw badInput('--program-version of `mutate` is one version: that whose program is changed.');
  if (sample !== undefined && all === true)
    throw badInput('--sample is a number of mutants and --all is all of them: give one of them.');
  if (mutant !== undefined && (sample !== undefined || all === true))
    throw badInput('--mutant is one mutant: give it without --sample and --all.');
  if (mutant !== undefined && !ID.test(mutant))
    throw badInput(`--mutant is an id of mutation.json, such as 1c438:operand, but is "${mutant}".`);
  const number = (option: string, text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : wholeNumber(option, text, { from: 1, to: 1_000_000 });
  const traced = number('--cases', cases, DEFAULT_CASES);
  const { programs, baseline, rules, areas, seed, report, workers, debug } = runOptions({
    report: DEFAULT_FOLDER,
    ...rest,
  });
  return {
    ...{ programs, baseline, rules, areas, seed, report, workers, debug },
    sample: all === true ? null : number('--sample', sample, DEFAULT_SAMPLE),
    cases: traced,
    deep: Math.max(traced, number('--deep', deep, DEFAULT_DEEP)),
    // Who names a mutant or claims wants to hear all that notice.
    matrix: matrix === true || [mutant, flags.rule, flags.area].some((one) => one !== undefined),
    mutant: mutant ?? null,
    writes: mutant === undefined || flags.report !== undefined,
    json: json === true,
  };
}
