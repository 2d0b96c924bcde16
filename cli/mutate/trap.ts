// Which cases execute an instruction, found without traces: those that change once it cannot be executed.
import { CALL_OF_STACK } from '../../harness/mutation/operators';
import type { Mutant } from '../../spec/mutation';
import { COMPARED, type CaseName } from '../../spec/survivor';
import type { Outcome } from './lanes';
import { spread } from './survivors';

/** The mutant's instruction stops the program wherever it is executed. */
export const trapOf = (mutant: Mutant): Mutant => ({ ...mutant, after: CALL_OF_STACK.toString('hex') });

/** Of each claim the first case that came to the trap. */
export function trapped(
  outcome: Outcome<'mutant'> | undefined,
  claims: readonly string[],
): readonly CaseName[] {
  if (outcome === undefined || 'death' in outcome) return [];
  const { unjudged, kills } = outcome.answer;
  const first = new Map([...kills, ...unjudged].map(({ claim, index }) => [claim, index]));
  return spread(
    claims.flatMap((claim) => {
      const index = first.get(claim);
      return index === undefined ? [] : [{ claim, indices: [index] }];
    }),
    COMPARED,
  );
}
