// What `replay` says about the runtimes where a case ran on both.
import { disagreementText } from '../report/runtimes';
import type { Witness } from '../spec/result';
import { knownDifference } from '../spec/runtime-differences';
import { claimById } from '../suites/claims';
import type { Replay } from '../suites/engine-types';

/** One part in which the runtimes differ; a known difference is nobody's fault. */
export type Apart = { readonly text: string; readonly isKnown: boolean };

/** Every part in which the runtimes differ on the case. */
export function apartIn({ rule }: Pick<Witness, 'rule'>, { disagreements = [] }: Replay): readonly Apart[] {
  const area = claimById(rule)?.area ?? '';
  return disagreements.map((one) => {
    const known = knownDifference(one, { claim: rule, area });
    const text = disagreementText(one);
    return known === undefined
      ? { text: `the runtimes disagree: ${text}`, isKnown: false }
      : { text: `the runtimes differ as known (${known.id}): ${text}`, isKnown: true };
  });
}
