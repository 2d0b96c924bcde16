// Decides where a rule stands after a run.
import type { Expectation, Rule } from '../spec/rule';
import { EVIDENCE_FLOOR } from './bound';
import type { RuleStatus, Tally } from './report-types';

/** Whether the documents name the error that violating the rule raises. */
export const namesError = ({ expects }: Rule): boolean =>
  expects.kind === 'rejects' && (expects.code !== null || expects.error !== null);

/** An effect shows in valid plans, which are their own twins: none are counted. */
export const isUnderSampled = (
  { violating, twins }: Pick<Tally, 'violating' | 'twins'>,
  expects: Expectation['kind'],
): boolean => violating < EVIDENCE_FLOOR || (expects !== 'effect' && twins < EVIDENCE_FLOOR);

/** A sweep's cases break what they like: all that can be asked is how many there were. */
export const isShortSweep = ({ executed }: Pick<Tally, 'executed'>): boolean => executed < EVIDENCE_FLOOR;

export type Standing = { readonly rule: Rule; readonly tally: Tally; readonly blockedBy: readonly string[] };

/** The status of a rule that ran. A deviation counts from the first case on; conforming takes the evidence floor. */
export function statusOf({ rule, tally, blockedBy }: Standing): RuleStatus {
  if (tally.findings.length > 0) return 'deviates';
  if (isUnderSampled(tally, rule.expects.kind)) {
    if (tally.inconclusive === 0) return 'under-sampled';
    return blockedBy.length > 0 ? 'blocked' : 'inconclusive';
  }
  return namesError(rule) && tally.ownCode === 0 ? 'unreached' : 'conforms';
}
