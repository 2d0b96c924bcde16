// The known findings: a file that lists each with a reason, and the two-way comparison with it.
import Ajv, { type JSONSchemaType } from 'ajv';
import { InputError } from '../programs/errors';
import { isOwn } from './own-build';
import { FINE, type Cell, type Outcome } from './types';

/** What is known to come of a check, with which versions of SDK and programs. */
export type KnownEntry = {
  readonly check: string;
  readonly outcome: string;
  readonly sdk: readonly string[];
  readonly program: readonly string[];
  /** A person's sentence. */
  readonly reason: string;
};
export type Known = { readonly formatVersion: 1; readonly entries: readonly KnownEntry[] };
export const NOTHING_KNOWN: Known = { formatVersion: 1, entries: [] };

const texts = { type: 'array', items: { type: 'string' }, minItems: 1 } as const;
const ENTRY: JSONSchemaType<KnownEntry> = {
  type: 'object',
  additionalProperties: false,
  required: ['check', 'outcome', 'sdk', 'program', 'reason'],
  properties: {
    check: { type: 'string' },
    outcome: { type: 'string' },
    sdk: texts,
    program: texts,
    reason: { type: 'string' },
  },
};
const SCHEMA: JSONSchemaType<Known> = {
  type: 'object',
  additionalProperties: false,
  required: ['formatVersion', 'entries'],
  properties: {
    formatVersion: { type: 'number', const: 1 },
    entries: { type: 'array', items: ENTRY },
  },
};

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The list of known findings ${name} is not JSON (${(error as Error).message}): correct it.`,
    );
  }
}

/** @throws InputError naming what is wrong; an entry without a reason is refused. */
export function parseKnown(text: string, name: string): Known {
  const value = parseJson(text, name);
  const ajv = new Ajv();
  if (!ajv.validate(SCHEMA, value)) {
    const why = ajv.errorsText(ajv.errors, { dataVar: 'file' });
    throw new InputError(`The list of known findings ${name} is not valid: ${why}.`);
  }
  const silent = value.entries.find(({ reason }) => reason.trim() === '');
  if (silent !== undefined)
    throw new InputError(
      `The entry ${silent.check}/${silent.outcome} of ${name} has no reason: write one, or take it out.`,
    );
  return value;
}

/** One place in which run and list differ. */
export type Problem = {
  readonly kind: 'unlisted' | 'stale' | 'vacuous' | 'under-sampled';
  readonly check: string;
  readonly outcome: string;
  readonly sdk: readonly string[];
  readonly program: string;
};

const shows = ({ counts }: Cell, outcome: string): boolean => (counts[outcome as Outcome] ?? 0) > 0;

const lists = ({ entries }: Known, { check, sdk, program }: Cell, outcome: string): boolean =>
  entries.some(
    (entry) =>
      entry.check === check &&
      entry.outcome === outcome &&
      entry.sdk.includes(sdk) &&
      entry.program.includes(program),
  );

export type Place = { readonly kind: Problem['kind']; readonly cell: Cell; readonly outcome: string };

function unlisted(cells: readonly Cell[], known: Known): readonly Place[] {
  return cells.flatMap((cell) =>
    (Object.keys(cell.counts) as Outcome[])
      .filter((outcome) => !FINE.has(outcome) && !lists(known, cell, outcome))
      .map((outcome) => ({ kind: 'unlisted' as const, cell, outcome })),
  );
}

/** Only of cells that were run: what was not asked says nothing about an entry. */
function stale(cells: readonly Cell[], { entries }: Known): readonly Place[] {
  return entries.flatMap(({ check, outcome, sdk, program }) =>
    cells
      .filter((cell) => cell.check === check && sdk.includes(cell.sdk) && program.includes(cell.program))
      .filter((cell) => !shows(cell, outcome))
      .map((cell) => ({ kind: 'stale' as const, cell, outcome })),
  );
}

/** A check of which no case counted says nothing, and must not look like one that is the same. */
const vacuous = (cells: readonly Cell[]): readonly Place[] =>
  cells
    .filter(({ outcome, counts }) => outcome !== 'not-asked' && Object.keys(counts).length === 0)
    .map((cell) => ({ kind: 'vacuous', cell, outcome: 'same' }));

/** Places that differ in nothing but the version of the SDK are one problem; what is advised on own builds is not the same. */
export function grouped(places: readonly Place[]): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { kind, cell, outcome } of places) {
    const { check, program } = cell;
    const key = [kind, check, outcome, program, isOwn(cell.sdk)].join(' ');
    const before = problems.get(key)?.sdk ?? [];
    problems.set(key, { kind, check, outcome, program, sdk: [...before, cell.sdk] });
  }
  return [...problems.values()];
}

/** What is listed for `from`, listed for `version` too: an own build is measured by the version that it comes from. */
export const knownAlso = ({ entries, ...known }: Known, version: string, from: string): Known => ({
  ...known,
  entries: entries.map((entry) =>
    entry.sdk.includes(from) ? { ...entry, sdk: [version, ...entry.sdk] } : entry,
  ),
});

/**
 * `whole`: the cases are those that the list was made from, so that what is missing is gone; a test of the cells of
 * which that is so leaves out an own build, which may have mended it.
 */
export function compare(
  cells: readonly Cell[],
  known: Known,
  whole: boolean | ((cell: Cell) => boolean),
): readonly Problem[] {
  const asListed = cells.filter((cell) => (typeof whole === 'boolean' ? whole : whole(cell)));
  return grouped([...unlisted(cells, known), ...stale(asListed, known), ...vacuous(cells)]);
}

/** Heaviest first. */
const EXIT_CODES: readonly (readonly [Problem['kind'], number])[] = [
  ['unlisted', 1],
  ['stale', 5],
  ['vacuous', 4],
  ['under-sampled', 4],
];

/** 0 as listed, 1 something unlisted, 5 something listed that is gone, 4 a check without enough cases that count. */
export function exitCodeOf(problems: readonly Problem[]): number {
  return EXIT_CODES.find(([kind]) => problems.some((problem) => problem.kind === kind))?.[1] ?? 0;
}
