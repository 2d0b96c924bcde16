// What `explain` prints of a rule's place in the observed order: what it wins over and what it loses to.
import type { FrozenPair, FrozenPrecedence } from '../../spec/precedence';
import { labelled } from './text';

type Place = 'wins over' | 'loses to' | 'depends' | 'same error';

const PLACES: readonly Place[] = ['wins over', 'loses to', 'depends', 'same error'];

function placeOf(rule: string, { first, relation }: FrozenPair): Place | null {
  if (relation === 'depends' || relation === 'neither') return 'depends';
  if (relation === 'same') return 'same error';
  return (relation === 'first') === (first === rule) ? 'wins over' : 'loses to';
}

/** Lines about a rule, from what is frozen for a version; none where nothing is known of it. */
export function orderLines(rule: string, frozen: FrozenPrecedence | null): readonly string[] {
  const own = (frozen?.pairs ?? []).filter(({ first, second }) => first === rule || second === rule);
  const others = (place: Place): readonly string[] =>
    own
      .filter((pair) => placeOf(rule, pair) === place)
      .map(
        (pair) =>
          `${pair.first === rule ? pair.second : pair.first}${pair.contradicts ? ' (a document orders it the other way round)' : ''}`,
      );
  const lines = PLACES.flatMap((place) => {
    const all = others(place);
    return all.length === 0 ? [] : [labelled(place, `${all.length}: ${all.join(', ')}`)];
  });
  return lines.length === 0
    ? []
    : [
        labelled(
          'in pairs',
          `where a plan breaks two rules (observed on ${frozen?.programVersion ?? ''}, frozen), it`,
        ),
        ...lines,
      ];
}
