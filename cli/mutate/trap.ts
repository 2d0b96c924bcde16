// Which cases execute an instruction, found without traces: those that change once it cannot be executed.
import { ENDLESS_JUMP } from '../../harness/mutation/operators';
import type { Mutant } from '../../spec/mutation';
import { COMPARED, type CaseName } from '../../spec/survivor';
import { EXIT } from '../../report/exit-code';
import { Failure } from '../failure';
import type { Outcome } from './lanes';
import { spread } from './survivors';

/** The mutant's instruction stops the program wherever it is executed. */
export const trapOf = (mutant: Mutant): Mutant => ({ ...mutant, after: ENDLESS_JUMP.toString('hex') });

/**
 * Of each claim the first case that came to the trap.
 * @throws Failure with exit code 3 where the runtime did not load it, for then nothing came to it.
 */
export function trapped(
  outcome: Outcome<'mutant'> | undefined,
  claims: readonly string[],
): readonly CaseName[] {
  if (outcome === undefined || 'death' in outcome) return [];
  const { unjudged, kills, refusal } = outcome.answer;
  if (refusal !== null)
    throw new Failure(`The trap in the mutant's place was not loaded: ${refusal}`, EXIT.fault);
  const first = new Map([...kills, ...unjudged].map(({ claim, index }) => [claim, index]));
  return spread(
    claims.flatMap((claim) => {
      const index = first.get(claim);
      return index === undefined ? [] : [{ claim, indices: [index] }];
    }),
    COMPARED,
  );
}
