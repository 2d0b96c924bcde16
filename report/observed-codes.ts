// Errors where the documents name none: what was seen now, against what is frozen for this program version.
import type { Baseline, ObservedCode } from '../spec/result';
import type { Verdict } from '../spec/verdict';
import { ACCEPTED, FROZEN_ERROR } from './outcome-names';
import type { Problem, RuleReport } from './report-types';

const isNameless = (rule: RuleReport): boolean =>
  rule.expects === 'rejects' && rule.code === null && rule.error === null;

function raisedBy(rule: RuleReport): readonly string[] {
  const matching = rule.outcomes.filter(
    ({ verdict, expected, observed }) =>
      observed !== ACCEPTED && (verdict === 'match' || expected === FROZEN_ERROR),
  );
  return [...new Set(matching.map(({ observed }) => observed))].sort();
}

/** The errors that are frozen for a rule. */
export const frozenFor = (rule: string, observed: readonly ObservedCode[]): ReadonlySet<string> =>
  new Set(observed.filter((item) => item.rule === rule).map(({ raised }) => raised));

/** The verdict on a case whose error the documents leave open, where it is none of those that are frozen. */
export function againstFrozen<V extends Verdict>(verdict: V, frozen: ReadonlySet<string>): V {
  const { kind, observed } = verdict;
  if (kind !== 'match' || observed === ACCEPTED || frozen.has(observed)) return verdict;
  const before = [...frozen].sort().join(', ') || 'none';
  return {
    ...verdict,
    kind: 'observed-changed',
    expected: FROZEN_ERROR,
    detail: `no document names the error; frozen: ${before}`,
  };
}

/** For each rule whose error the documents leave open, every error that violating it raised. */
export function observedCodes(rules: readonly RuleReport[]): readonly ObservedCode[] {
  return rules
    .filter(isNameless)
    .flatMap((rule) => raisedBy(rule).map((raised) => ({ rule: rule.id, raised })));
}

/** Errors that the baseline has not frozen. A frozen one that a random run missed is no problem. */
export function observedProblems(rules: readonly RuleReport[], baseline: Baseline): readonly Problem[] {
  const frozen = (rule: string): readonly string[] => [...frozenFor(rule, baseline.observed)];
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
