// What `replay` says about the runtimes where a case ran on both.
import { disagreementText } from '../report/runtimes';
import type { Witness } from '../spec/result';
import { knownDifference } from '../spec/runtime-differences';
import { claimById } from '../suites/claims';
import type { Replay } from '../suites/engine-types';

/** One line for each part in which the runtimes differ, without the differences that are known. */
export function apartIn({ rule }: Pick<Witness, 'rule'>, { disagreements = [] }: Replay): readonly string[] {
  const area = claimById(rule)?.area ?? '';
  return disagreements
    .filter((one) => knownDifference(one, { claim: rule, area }) === undefined)
    .map((one) => `differ: ${disagreementText(one)}`);
}
