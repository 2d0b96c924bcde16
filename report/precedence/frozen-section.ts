// What is frozen of a version's precedence as a section of a report, so that it can be drawn like one.
import type { FrozenPair, FrozenPrecedence } from '../../spec/precedence';
import { cyclesOf, layersOf, winsOf } from './graph';
import { edgesOf } from './section';
import type { Contradiction, PairReport, PrecedenceReport } from './types';

const pairOf = ({ first, second, relation, seen }: FrozenPair): PairReport => ({
  first,
  second,
  relation,
  cases: 0,
  seen: seen ?? {},
  dependsOn: null,
  raises: { first: [], second: [] },
  witnesses: [],
});

const contradictionOf = ({ first, second, relation, contradicts }: FrozenPair): readonly Contradiction[] => {
  if (contradicts !== true || (relation !== 'first' && relation !== 'second')) return [];
  const [winner, loser] = relation === 'first' ? [first, second] : [second, first];
  return [{ winner, loser, states: '', count: 0, cases: 0, raised: [], knownAs: [], witness: '' }];
};

/** No cases and no witnesses: those were another run's. */
export function frozenSection({ pairs: frozen, raises }: FrozenPrecedence): PrecedenceReport {
  const pairs = frozen.map(pairOf);
  const wins = winsOf(edgesOf({ pairs }));
  return {
    provenance: 'observed',
    seed: 0,
    asked: 0,
    cases: 0,
    compared: false,
    raises,
    layers: layersOf(wins),
    cycles: cyclesOf(wins),
    contradictions: frozen.flatMap(contradictionOf),
    pairs,
    uncombined: [],
  };
}
