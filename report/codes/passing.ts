// Lists errors that are not the system program's own codes, by the program that raised them; and panics, which have no code.
import { meaningOf, systemCode } from '../../spec/codes';
import { CODE_COLUMNS, type CodeColumn } from '../../spec/codes/types';
import type { ClaimResult } from '../../spec/result';
import { ACCEPTED } from '../outcome-names';
import type { PassingCode } from './types';

const PANIC = 'panic';

const parted = (raised: string): { readonly program: string; readonly error: string } => {
  const at = raised.lastIndexOf(':');
  return { program: raised.slice(0, at), error: raised.slice(at + 1) };
};

/** The system program's own codes have the matrix. */
const isOwn = (raised: string): boolean => {
  const { program, error } = parted(raised);
  return program === 'light-system' && systemCode(Number(error)) !== undefined;
};

const isPanic = (raised: string): boolean => parted(raised).error === PANIC;

function attributed(raised: string): Pick<PassingCode, 'belongs' | 'name'> {
  const { program, error } = parted(raised);
  if (error === PANIC) return { belongs: PANIC, name: null };
  if (Number.isNaN(Number(error))) return { belongs: 'built-in', name: error };
  return meaningOf(program, Number(error)) ?? { belongs: null, name: null };
}

type Seen = {
  readonly instruction: CodeColumn;
  readonly observed: string;
  readonly count: number;
  readonly claim: string;
};

const seenIn = (results: readonly ClaimResult[]): readonly Seen[] =>
  results.flatMap(({ claim, within = [] }) =>
    within
      .filter(({ observed }) => observed !== ACCEPTED && !isOwn(observed))
      .map((one) => ({ ...one, claim })),
  );

function together(raised: string, instruction: CodeColumn, seen: readonly Seen[]): PassingCode {
  const own = seen.filter((one) => one.observed === raised && one.instruction === instruction);
  return {
    raised,
    instruction,
    ...attributed(raised),
    count: own.reduce((total, { count }) => total + count, 0),
    claims: [...new Set(own.map(({ claim }) => claim))].sort(),
  };
}

/** Every such error under every instruction that showed it. */
export function passingCodes(results: readonly ClaimResult[]): {
  readonly passing: readonly PassingCode[];
  readonly panics: readonly PassingCode[];
} {
  const seen = seenIn(results);
  const names = [...new Set(seen.map(({ observed }) => observed))].sort();
  const all = names
    .flatMap((name) => CODE_COLUMNS.map((column) => together(name, column, seen)))
    .filter(({ count }) => count > 0);
  return {
    passing: all.filter(({ raised }) => !isPanic(raised)),
    panics: all.filter(({ raised }) => isPanic(raised)),
  };
}
