// What a run has finished so far, a line each, so that an interrupted one need not begin anew.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { PairResult } from '../../spec/precedence';
import type { ClaimResult } from '../../spec/result';
import { seal, unseal } from '../packed';
import type { RunIdentity } from '../run-identity';
import type { Shard } from '../shard/shard';

/** By claim, and by the number of the part of the pairs. */
export type FinishedWork = {
  readonly results: ReadonlyMap<string, ClaimResult>;
  readonly parts: ReadonlyMap<number, readonly PairResult[]>;
};

export type JournalHead = { readonly identity: RunIdentity; readonly shard: Shard | null };

export type Journal = {
  readonly done: FinishedWork;
  readonly addResult: (result: ClaimResult) => void;
  readonly addPart: (at: number, pairs: readonly PairResult[]) => void;
};

type Line =
  | { readonly head: JournalHead }
  | { readonly result: ClaimResult }
  | { readonly at: number; readonly pairs: readonly PairResult[] };

export const NOTHING_DONE: FinishedWork = { results: new Map(), parts: new Map() };

/** Its lines up to the first that is not whole: a run may have been killed in the middle of one. */
function linesOf(path: string): readonly Line[] {
  const lines: Line[] = [];
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = unseal(text);
    if (line === undefined) break;
    lines.push(line as Line);
  }
  return lines;
}

/** What a journal holds; null where there is none, or nothing whole in it. */
export function readJournal(path: string): (JournalHead & FinishedWork) | null {
  if (!existsSync(path)) return null;
  const [first, ...rest] = linesOf(path);
  if (first === undefined || !('head' in first)) return null;
  const results = rest.flatMap((line) =>
    'result' in line ? [[line.result.claim, line.result] as const] : [],
  );
  const parts = rest.flatMap((line) => ('pairs' in line ? [[line.at, line.pairs] as const] : []));
  return { ...first.head, results: new Map(results), parts: new Map(parts) };
}

/** Starts a journal with what is done already. One that cannot be written is given up: the run itself goes on. */
export function openJournal(path: string, head: JournalHead, done: FinishedWork): Journal {
  let isWritable = true;
  const write = (act: () => void): void => {
    if (!isWritable) return;
    try {
      act();
    } catch {
      isWritable = false;
      process.stderr.write(`What is finished cannot be noted in ${path}: --resume will not know it.\n`);
    }
  };
  const addResult = (result: ClaimResult): void => write(() => appendFileSync(path, seal({ result })));
  const addPart = (at: number, pairs: readonly PairResult[]): void =>
    write(() => appendFileSync(path, seal({ at, pairs })));
  write(() => writeFileSync(path, seal({ head })));
  for (const result of done.results.values()) addResult(result);
  for (const [at, pairs] of done.parts) addPart(at, pairs);
  return { done, addResult, addPart };
}
