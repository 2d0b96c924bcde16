// Which claims' plans can be changed by a guided run.
import { EXIT } from '../../report/exit-code';
import type { Claim } from '../../suites/engine-types';
import { Failure } from '../failure';
import type { CoverageOptions } from './options';

/** Call graphs, attempts, proofs, laws and the token program are judged in ways of their own. */
export const NOT_CHANGED: ReadonlySet<string> = new Set(['cpi-guide', 'codes', 'proofs', 'laws', 'token']);

type About = Pick<Claim, 'id' | 'area'>;

/** The claims whose cases a guided run starts from. */
export const seedsOf = (claims: readonly About[]): readonly string[] =>
  claims.filter(({ area }) => !NOT_CHANGED.has(area)).map(({ id }) => id);

/**
 * Refuses a selection of which a guided run would change no plan.
 * @throws Failure with exit code 4 in one sentence.
 */
export function requireTraceable(claims: readonly About[], { guided }: CoverageOptions): void {
  if (guided !== null && seedsOf(claims).length === 0)
    throw new Failure(
      `No plan would be changed: the selection is only of areas that --guided leaves out (${[...NOT_CHANGED].join(', ')}).`,
      EXIT.vacuous,
    );
}
