// What differs between two versions of the SDK that were asked the same cases.
import { isDeepStrictEqual } from 'node:util';
import { FINE, OUTCOMES, type Cell } from './types';

/** How many of the cases come to what; nothing where it was not asked. */
type Counts = Cell['counts'];

/** `other`: neither worse nor better, as where one of the two does not offer what the check is about. */
export type Change = {
  readonly kind: 'worse' | 'better' | 'other';
  readonly check: string;
  readonly program: string;
  readonly before: Counts;
  readonly after: Counts;
};

const WORST_FIRST = OUTCOMES.filter((outcome) => !FINE.has(outcome)).toReversed();

/** How many cases come to each outcome or a worse one, the worst first. */
function atLeastAsBad({ counts }: Cell): readonly number[] {
  let sum = 0;
  return WORST_FIRST.map((outcome) => (sum += counts[outcome] ?? 0));
}

/** Worse where more cases come to any outcome or a worse one, whatever else is better: all cases are the same. */
function kindOf(before: Cell, after: Cell): Change['kind'] {
  if ([before, after].some(({ outcome }) => outcome === 'not-asked')) return 'other';
  const was = atLeastAsBad(before);
  const grown = atLeastAsBad(after).map((sum, at) => sum - (was[at] ?? 0));
  if (grown.some((more) => more > 0)) return 'worse';
  return grown.some((more) => more < 0) ? 'better' : 'other';
}

/** The checks whose cases do not come to the same with version `after` as with version `before`; worse ones first. */
export function changesBetween(cells: readonly Cell[], before: string, after: string): readonly Change[] {
  const formerOf = ({ check, program }: Cell): Cell | undefined =>
    cells.find((one) => one.sdk === before && one.check === check && one.program === program);
  const changes = cells
    .filter(({ sdk }) => sdk === after)
    .flatMap((cell): Change[] => {
      const former = formerOf(cell);
      const { check, program, outcome, counts } = cell;
      if (former === undefined) return [];
      if (former.outcome === outcome && isDeepStrictEqual(former.counts, counts)) return [];
      return [{ kind: kindOf(former, cell), check, program, before: former.counts, after: counts }];
    });
  return (['worse', 'better', 'other'] as const).flatMap((kind) =>
    changes.filter((one) => one.kind === kind),
  );
}

/** As `8 same, 2 rejected`. */
export function countsText(counts: Counts): string {
  const said = OUTCOMES.filter((outcome) => (counts[outcome] ?? 0) > 0);
  return said.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ') || 'not asked';
}

/** The worst outcome that more cases come to. */
export const worsened = ({ before, after }: Change): string | undefined =>
  WORST_FIRST.find((outcome) => (after[outcome] ?? 0) > (before[outcome] ?? 0));
