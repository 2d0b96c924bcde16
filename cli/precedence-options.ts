// The options of `precedence`: what commander hands over, checked and with defaults.
import { onlyInClone } from './clone-only';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Pair } from '../spec/precedence';
import { PAIRS, REJECTING } from '../suites/precedence/ways';
import { baselinePath } from './baseline-file';
import { commandName } from '../programs/command-name';
import { badInput } from './failure';
import { unknownName } from './near';
import type { ProgramOptions } from './program-options';
import { DEFAULT_REPORT, DEFAULT_SEED, DEFAULT_WORKERS, wholeNumber } from './run-options';

export const DEFAULT_PAIR_CASES = 8;

/** As typed. */
export type PrecedenceFlags = ProgramOptions & {
  readonly baseline?: string;
  readonly pair?: readonly string[];
  readonly cases?: string;
  readonly seed?: string;
  readonly report?: string;
  readonly workers?: string;
  readonly update?: boolean;
  readonly debug?: boolean;
};

export type PrecedenceOptions = {
  readonly programs: ProgramOptions;
  readonly baseline: string | undefined;
  readonly pairs: readonly Pair[];
  /** Only some pairs were asked for. */
  readonly isPart: boolean;
  readonly cases: number;
  readonly seed: number;
  readonly report: string;
  readonly workers: number;
  readonly update: boolean;
  readonly debug: boolean;
};

function known(rule: string): string {
  if (REJECTING.includes(rule)) return rule;
  throw badInput(
    unknownName('rule that refuses', rule, {
      known: REJECTING,
      hint: `\`${commandName()} list\` shows all.`,
    }),
  );
}

/** `a,b` as the pair in its own order. Throws Failure with exit code 2. */
function pairOf(text: string): Pair {
  const rules = text.split(',').map((rule) => rule.trim());
  const [one, other] = rules;
  if (one === undefined || other === undefined || rules.length !== 2 || one === other)
    throw badInput(`--pair takes two different rules with a comma between them, but is "${text}".`);
  known(one);
  known(other);
  const found = PAIRS.find(({ first, second }) => rules.includes(first) && rules.includes(second));
  if (found === undefined) throw badInput(`There is no pair "${text}".`);
  return found;
}

const asked = (pairs: readonly string[]): readonly Pair[] => {
  const wanted = pairs.map(pairOf);
  return pairs.length === 0 ? PAIRS : PAIRS.filter((pair) => wanted.includes(pair));
};

type Whole = { readonly option: string; readonly from: number; readonly to: number; readonly usual: number };

const whole = (text: string | undefined, { option, usual, ...range }: Whole): number =>
  text === undefined ? usual : wholeNumber(option, text, range);

const CASES: Whole = { option: '--cases', from: 1, to: 10_000, usual: DEFAULT_PAIR_CASES };
const SEED: Whole = { option: '--seed', from: -(2 ** 31), to: 2 ** 31 - 1, usual: DEFAULT_SEED };
const WORKERS = { option: '--workers', from: 1, to: 64 } as const;

function isUpdate({ update, baseline, systemProgram, accountCompression }: PrecedenceFlags): boolean {
  if (update === true && (systemProgram ?? accountCompression) !== undefined)
    throw badInput(
      '--update freezes what the published version shows: leave out --system-program and --account-compression, or --update.',
    );
  if (update === true && baseline !== undefined)
    throw badInput('--update freezes what the version shows: leave out --baseline.');
  if (update === true) onlyInClone('precedence --update');
  return update === true;
}

/** Checks the flags of `precedence`. */
export function precedenceOptions(flags: PrecedenceFlags): PrecedenceOptions {
  const { baseline, cases, seed, workers, pair = [], report = join(DEFAULT_REPORT, 'precedence') } = flags;
  return {
    programs: flags,
    baseline: baselinePath(baseline),
    pairs: asked(pair),
    isPart: pair.length > 0,
    cases: whole(cases, CASES),
    seed: whole(seed, SEED),
    report: resolve(report),
    workers: whole(workers, { ...WORKERS, usual: Math.min(DEFAULT_WORKERS, availableParallelism()) }),
    update: isUpdate(flags),
    debug: flags.debug === true,
  };
}
