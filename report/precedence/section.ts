// Builds the section of the report, and the witnesses that it keeps, from what the pairs showed.
import type { FrozenPrecedence, PairResult, PairWitness } from '../../spec/precedence';
import type { Baseline, ProgramHashes } from '../../spec/result';
import { cyclesOf, layersOf, winsOf, type Edge } from './graph';
import { pairKey } from './frozen';
import { keptSightings, pairWitness, pairWitnessPath } from './kept';
import { contradictions, pairReport, uncombined } from './rows';
import { familiesOf, settle, type Families } from './settle';
import type { PairReport, PrecedenceReport } from './types';

export type SectionInput = {
  readonly results: readonly PairResult[];
  readonly programs: ProgramHashes;
  readonly frozen: FrozenPrecedence | null;
  readonly baseline: Baseline | null;
  readonly seed: number;
  /** Cases asked for of each pair. */
  readonly asked: number;
  /** Only some pairs were asked for. */
  readonly isPart: boolean;
};

export type Built = {
  readonly section: PrecedenceReport;
  /** Path in the report folder to witness. */
  readonly witnesses: ReadonlyMap<string, PairWitness>;
  /** The results with every case settled, for the comparison with what is frozen. */
  readonly settled: readonly PairResult[];
};

const edgeOf = ({ first, second, relation }: PairReport): readonly Edge[] => {
  if (relation === 'first') return [{ from: first, to: second }];
  return relation === 'second' ? [{ from: second, to: first }] : [];
};

/** Who wins over whom, of the pairs of which always the same wins. */
export const edgesOf = ({ pairs }: Pick<PrecedenceReport, 'pairs'>): readonly Edge[] => pairs.flatMap(edgeOf);

const byRule = ({ raised: families }: Families): PrecedenceReport['raises'] =>
  Object.fromEntries(
    [...families]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, raised]) => [rule, [...raised].sort()]),
  );

/** The section, in the order of the pairs. */
export function buildPrecedence(input: SectionInput): Built {
  const { results, programs, frozen, baseline, seed, asked, isPart } = input;
  const families = familiesOf({ results, before: frozen?.raises ?? {}, isPart });
  const settled = results.map((result) => settle(result, families));
  const known = new Map((frozen?.pairs ?? []).map((pair) => [pairKey(pair), pair]));
  const pairs = settled.flatMap((result) => pairReport(result, known.get(pairKey(result))));
  const wins = winsOf(edgesOf({ pairs }));
  const section: PrecedenceReport = {
    provenance: 'observed',
    seed,
    asked,
    cases: pairs.reduce((all, { cases }) => all + cases, 0),
    compared: frozen !== null,
    raises: byRule(families),
    layers: layersOf(wins),
    cycles: cyclesOf(wins),
    contradictions: settled.flatMap((result) => contradictions(result, baseline)),
    pairs,
    uncombined: settled.flatMap(uncombined),
  };
  const witnesses = settled.flatMap((result) =>
    keptSightings(result).map(
      (one) => [pairWitnessPath(result, one), pairWitness(result, one, programs)] as const,
    ),
  );
  return { section, witnesses: new Map(witnesses), settled };
}
