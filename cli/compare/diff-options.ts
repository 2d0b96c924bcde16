// The options of `diff`: what commander hands over, checked and with defaults.
import { badInput } from '../failure';
import { precedenceOptions } from '../precedence-options';
import type { OrderOptions } from './diff-order';
import { runOptions, wholeNumber, type RunFlags, type RunOptions } from '../run-options';

export const DEFAULT_CASES = 40;
export const DEFAULT_FOLDER = 'conformance-report/diff';

/** As typed. */
export type DiffFlags = Pick<
  RunFlags,
  'programVersion' | 'rule' | 'area' | 'all' | 'seed' | 'report' | 'summary' | 'debug'
> & {
  readonly cases?: string;
  readonly json?: boolean;
  readonly precedence?: boolean;
  readonly pair?: readonly string[];
};

export type DiffOptions = Pick<
  RunOptions,
  'rules' | 'areas' | 'all' | 'seed' | 'report' | 'summary' | 'debug'
> & {
  readonly cases: number;
  /** Prints diff.json in place of the text. */
  readonly json: boolean;
  /** Pairs of rules to break at once; null where nobody asked. */
  readonly order: OrderOptions | null;
  /** Whether claims are compared: not where only pairs are named. */
  readonly isAboutClaims: boolean;
};

/** All pairs of rules, or those that are named. */
function orderOf({ precedence, pair = [] }: DiffFlags): OrderOptions | null {
  if (precedence !== true && pair.length === 0) return null;
  const { pairs, cases } = precedenceOptions({ pair });
  return { pairs, cases };
}

const namesClaims = ({ rule = [], area = [], all }: DiffFlags): boolean =>
  all === true || rule.length + area.length > 0;

/** Checks the flags of `diff`. */
export function diffOptions(typed: DiffFlags): DiffOptions {
  const { cases, json, pair, ...flags } = typed;
  if (flags.programVersion === 'all')
    throw badInput('--program-version of `diff` is one version: that of the accounts.');
  const { rules, areas, all, seed, report, summary, debug } = runOptions({
    report: DEFAULT_FOLDER,
    ...flags,
  });
  return {
    ...{ rules, areas, all, seed, report, summary, debug },
    cases: cases === undefined ? DEFAULT_CASES : wholeNumber('--cases', cases, { from: 1, to: 10_000 }),
    json: json === true,
    order: orderOf(typed),
    isAboutClaims: pair === undefined || pair.length === 0 || namesClaims(typed),
  };
}
