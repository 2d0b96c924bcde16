// Explains failing twins: a valid plan that is rejected the way a deviation rejects is blocked by that deviation.
import type { ClaimResult, Finding, MatrixEntry } from '../spec/result';
import { isDeviation } from './findings';
import { ACCEPTED } from './outcome-names';

/** A twin that is accepted with wrong effects shows nothing but `accepted`: only the same verdict explains it. */
const explains = (finding: Finding, twin: MatrixEntry): boolean =>
  isDeviation(finding) &&
  finding.observed === twin.observed &&
  (twin.observed !== ACCEPTED || finding.verdict === 'wrong-effect');

/** Claims of kind `rule` whose deviations show one of the outcomes that this claim's twins show. */
export function blockersOf(result: ClaimResult, all: readonly ClaimResult[]): readonly string[] {
  const twins = result.matrix.filter(({ verdict }) => verdict === 'inconclusive');
  const isBlocker = (other: ClaimResult): boolean =>
    other.kind === 'rule' &&
    other.claim !== result.claim &&
    other.findings.some((finding) => twins.some((twin) => explains(finding, twin)));
  return all
    .filter(isBlocker)
    .map(({ claim }) => claim)
    .sort();
}
