// Errors where the documents name none: what was seen now, against what is frozen for this program version.
import type { Baseline, ObservedCode } from '../spec/result';
import { ACCEPTED } from './outcome-names';
import type { Problem, RuleReport } from './report-types';

const isNameless = (rule: RuleReport): boolean =>
  rule.expects === 'rejects' && rule.code === null && rule.error === null;

function raisedBy(rule: RuleReport): readonly string[] {
  const matching = rule.outcomes.filter(
    ({ verdict, observed }) => verdict === 'match' && observed !== ACCEPTED,
  );
  return [...new Set(matching.map(({ observed }) => observed))].sort();
}

/** For each rule whose error the documents leave open, every error that violating it raised. */
export function observedCodes(rules: readonly RuleReport[]): readonly ObservedCode[] {
  return rules
    .filter(isNameless)
    .flatMap((rule) => raisedBy(rule).map((raised) => ({ rule: rule.id, raised })));
}

/** Errors that the baseline has not frozen. A frozen one that a random run missed is no problem. */
export function observedProblems(rules: readonly RuleReport[], baseline: Baseline): readonly Problem[] {
  const frozen = (rule: string): readonly string[] =>
    baseline.observed.filter((item) => item.rule === rule).map(({ raised }) => raised);
  return observedCodes(rules)
    .filter(({ rule, raised }) => !frozen(rule).includes(raised))
    .map(({ rule, raised }) => ({
      kind: 'observed-changed',
      claim: rule,
      sentence: `${rule} raised ${raised}; no document names its error, and the baseline has frozen ${frozen(rule).join(', ') || 'none'}.`,
    }));
}

/** Frozen errors that did not appear, one note each. */
export function missingObserved(rules: readonly RuleReport[], baseline: Baseline): readonly string[] {
  const now = observedCodes(rules);
  const ran = new Set(rules.filter(({ executed }) => executed > 0).map(({ id }) => id));
  return baseline.observed
    .filter(
      ({ rule, raised }) =>
        ran.has(rule) && !now.some((item) => item.rule === rule && item.raised === raised),
    )
    .map(
      ({ rule, raised }) =>
        `${rule} did not raise ${raised} this time, which the baseline has frozen for it.`,
    );
}
