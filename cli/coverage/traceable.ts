// Which claims' plans leave traces, and which can be changed by a guided run.
import { EXIT } from '../../report/exit-code';
import { UNTRACED_AREAS } from '../../spec/reach';
import type { Claim } from '../../suites/engine-types';
import { Failure } from '../failure';
import type { CoverageOptions } from './options';

/** Call graphs, attempts, proofs and laws are judged in ways of their own. */
const NOT_CHANGED: ReadonlySet<string> = new Set([
  ...['cpi-guide', 'codes', 'proofs', 'laws'],
  ...UNTRACED_AREAS,
]);

type About = Pick<Claim, 'id' | 'area'>;

/** The claims whose cases a guided run starts from. */
export const seedsOf = (claims: readonly About[]): readonly string[] =>
  claims.filter(({ area }) => !NOT_CHANGED.has(area)).map(({ id }) => id);

/**
 * Refuses a selection of which no plan would be traced.
 * @throws Failure with exit code 4 in one sentence.
 */
export function requireTraceable(claims: readonly About[], { guided }: CoverageOptions): void {
  if (claims.every(({ area }) => UNTRACED_AREAS.has(area)))
    throw new Failure(
      `Nothing would be traced: the selection is only of areas that leave no traces (${[...UNTRACED_AREAS].join(', ')}).`,
      EXIT.vacuous,
    );
  if (guided !== null && seedsOf(claims).length === 0)
    throw new Failure(
      `No plan would be changed: the selection is only of areas that --guided leaves out (${[...NOT_CHANGED].join(', ')}).`,
      EXIT.vacuous,
    );
}
