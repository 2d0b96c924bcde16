// Decides where a rule stands after a run.
import type { Rule } from '../spec/rule';
import { EVIDENCE_FLOOR } from './bound';
import type { RuleStatus, Tally } from './report-types';

/** Whether the documents name the error that violating the rule raises. */
export const namesError = ({ expects }: Rule): boolean =>
  expects.kind === 'rejects' && (expects.code !== null || expects.error !== null);

export const isUnderSampled = ({ violating, twins }: Pick<Tally, 'violating' | 'twins'>): boolean =>
  violating < EVIDENCE_FLOOR || twins < EVIDENCE_FLOOR;

export type Standing = { readonly rule: Rule; readonly tally: Tally; readonly blockedBy: readonly string[] };

/** The status of a rule that ran. A deviation counts from the first case on; conforming takes the evidence floor. */
export function statusOf({ rule, tally, blockedBy }: Standing): RuleStatus {
  if (tally.findings.length > 0) return 'deviates';
  if (isUnderSampled(tally)) {
    if (tally.inconclusive === 0) return 'under-sampled';
    return blockedBy.length > 0 ? 'blocked' : 'inconclusive';
  }
  return namesError(rule) && tally.ownCode === 0 ? 'unreached' : 'conforms';
}
