// Freezes the precedence of a program version: reads, adds to and writes the file, one line for each pair.
import type { FrozenPair, FrozenPrecedence, PairResult, Relation, Winner } from '../../spec/precedence';
import type { ProgramHashes } from '../../spec/result';
import { schemaParser } from '../schema';
import { pairKey } from './frozen';
import frozenSchema from './frozen.schema.json';
import { relationOf, winnersSeen } from './relation';
import { against } from './stated-order';

const merged = (now: PairResult, before: FrozenPair | undefined): FrozenPair => {
  const { first, second } = now;
  const relation = relationOf(now) ?? 'same';
  const contradicts = against(now, 'first').length + against(now, 'second').length > 0;
  const isSame = before === undefined || (before.relation === relation && relation !== 'depends');
  const seen = { ...(isSame ? {} : before.seen) } as Record<string, readonly Winner[]>;
  for (const [key, winners] of Object.entries(winnersSeen(now)))
    seen[key] = [...new Set([...(seen[key] ?? []), ...winners])].sort();
  const joint: Relation = isSame ? relation : 'depends';
  const sorted = Object.fromEntries(Object.entries(seen).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    first,
    second,
    relation: joint,
    ...(joint === 'depends' && { seen: sorted }),
    ...((contradicts || before?.contradicts === true) && { contradicts: true }),
  };
};

export type Freezing = {
  readonly settled: readonly PairResult[];
  readonly raises: FrozenPrecedence['raises'];
  readonly programs: ProgramHashes;
  /** What is frozen already; of the same program it is added to, since a run sees only so many plans. */
  readonly before: FrozenPrecedence | null;
};

/**
 * What a run freezes, in the order of the pairs. Pairs that were not asked for stay as they are; those that were,
 * and cannot be combined any more, go.
 */
export function freeze({ settled, raises, programs, before }: Freezing): FrozenPrecedence {
  const known = before?.systemProgram === programs.systemProgram ? before.pairs : [];
  const old = new Map(known.map((pair) => [pairKey(pair), pair]));
  const seen = settled.filter(({ sightings }) => sightings.length > 0);
  const now = new Map(seen.map((result) => [pairKey(result), merged(result, old.get(pairKey(result)))]));
  const asked = new Set(settled.map(pairKey));
  const unasked = [...old].filter(([key]) => !asked.has(key));
  const pairs = [...new Map([...unasked, ...now]).values()];
  return {
    formatVersion: 1,
    programVersion: programs.version,
    systemProgram: programs.systemProgram,
    provenance: 'observed',
    raises,
    pairs: pairs.toSorted((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1)),
  };
}

const parse = schemaParser(frozenSchema);

/**
 * The frozen precedence in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is none.
 */
export const parseFrozen = (text: string, file: string): FrozenPrecedence =>
  parse(text, file) as FrozenPrecedence;

const lines = (items: readonly string[]): string => items.map((item) => `    ${item}`).join(',\n');

/** The file's text: the same precedence always gives the same bytes. */
export function writeFrozen({ pairs, raises, ...head }: FrozenPrecedence): string {
  const fields = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const raised = Object.entries(raises).map(
    ([rule, all]) => `${JSON.stringify(rule)}: ${JSON.stringify(all)}`,
  );
  const rows = pairs.map((pair) => JSON.stringify(pair));
  return `{\n${fields.join('')}  "raises": {\n${lines(raised)}\n  },\n  "pairs": [\n${lines(rows)}\n  ]\n}\n`;
}
