// The mutants of a version that are known to be equivalent, each with the reason.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proverOf, type ProvedReason } from '../../harness/mutation/proved/proved';
import type { Code } from '../../harness/sbpf/code';
import type { Mutant, TextCode } from '../../spec/mutation';
import { projectRoot } from '../../programs/root';
import { parseKnownMutants, type KnownMutants } from '../../report/mutation/known';
import { shownPath } from '../../programs/command-name';

/** Why a mutant is equivalent: one that is listed by itself or proved, or, where it is named, one in code that only makes text. */
export type Equivalence = { readonly reason: string; readonly isListed: boolean };
export type KnownOf = (mutant: Pick<Mutant, 'id' | 'pc' | 'operator'>) => Equivalence | null;

const PROVED: Readonly<Record<ProvedReason, string>> = {
  'never-loaded':
    'Proved by the flow of data: what it stores in its own frame is written over, or the function ends, before anything loads it.',
  'there-already':
    'Proved by the flow of data: on every path that leads to it, what it stores is there already.',
  idle: 'Proved by the flow of data: both ways come together again, with the same in all that something is done with behind, or what is called does nothing.',
  decided:
    'Proved by the flow of data: what is compared is a constant on every path that leads to it, and goes the same way where the other one is one more.',
};

/** What is listed, and what the flow of data proves of the program's code. */
export function knownOrProved(listed: KnownOf, code: Code): KnownOf {
  const prove = proverOf(code);
  return (mutant) => {
    const known = listed(mutant);
    if (known !== null) return known;
    const proved = prove(mutant);
    return proved === null ? null : { reason: PROVED[proved], isListed: true };
  };
}

const isWithin =
  (pc: number | null) =>
  ({ start, end }: Pick<TextCode, 'start' | 'end'>): boolean =>
    pc !== null && pc >= start && pc < end;

export type Known = {
  readonly of: KnownOf;
  /** Whether an instruction only makes the text of a log line: no mutant is made of it. */
  readonly isText: (pc: number) => boolean;
  readonly texts: readonly TextCode[];
};
const nothingIsKnown: Known = { of: () => null, isText: () => false, texts: [] };

/** Of another program's bytes nothing is known. @throws BadFile with one sentence. */
export function knownMutants(version: string, systemProgram: string): Known {
  const file = join(projectRoot(), 'baselines', 'mutants', `${version}.json`);
  if (!existsSync(file)) return nothingIsKnown;
  const known: KnownMutants = parseKnownMutants(readFileSync(file, 'utf8'), shownPath(file));
  if (known.systemProgram !== systemProgram) return nothingIsKnown;
  const listed = new Map(known.mutants.map(({ id, reason }) => [id, reason]));
  const texts = known.texts ?? [];
  return {
    of: ({ id, pc }) => {
      const reason = listed.get(id);
      if (reason !== undefined) return { reason, isListed: true };
      const text = texts.find(isWithin(pc));
      return text === undefined ? null : { reason: text.reason, isListed: false };
    },
    isText: (pc) => texts.some(isWithin(pc)),
    texts,
  };
}
