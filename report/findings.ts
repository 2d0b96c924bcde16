// Turns a claim's findings into the report's: which are deviations, which the baseline lists, where the witness lies.
import type { Baseline, BaselineEntry, ClaimResult, Finding, Witness } from '../spec/result';
import type { VerdictKind } from '../spec/verdict';
import { witnessPath } from './file-names';
import { planSize } from './plan-size';
import type { FindingReport } from './report-types';

/** Verdicts that say something about the tool or the case rather than about the programs. */
const NOT_DEVIATIONS: ReadonlySet<VerdictKind> = new Set([
  'match',
  'inconclusive',
  'unspecified',
  'harness-fault',
  'runner-disagrees',
]);

type Outcome = Pick<BaselineEntry, 'verdict' | 'expected' | 'observed'>;

export const isDeviation = (finding: Pick<Finding, 'verdict'>): boolean =>
  !NOT_DEVIATIONS.has(finding.verdict);

export const sameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.verdict === b.verdict && a.expected === b.expected && a.observed === b.observed;

/** The baseline's entries for one rule or claim. */
export const entriesOf = (baseline: Baseline | null, claim: string): readonly BaselineEntry[] =>
  baseline === null ? [] : baseline.deviations.filter(({ rule }) => rule === claim);

/** By outcome: the order of witness files and of a baseline's entries, which must not depend on what is told first. */
export const byOutcome = (a: Outcome, b: Outcome): number => {
  const [left, right] = [a, b].map((item) => `${item.verdict} ${item.expected} ${item.observed}`);
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1;
};

/** A claim's deviations with the path of each one's witness, in the order of their names: baselines keep those. */
function placed(result: ClaimResult): readonly { readonly finding: Finding; readonly path: string }[] {
  const seen = new Map<VerdictKind, number>();
  return result.findings
    .filter(isDeviation)
    .toSorted(byOutcome)
    .map((finding) => {
      const ordinal = (seen.get(finding.verdict) ?? 0) + 1;
      seen.set(finding.verdict, ordinal);
      return { finding, path: witnessPath(result.claim, finding.verdict, ordinal) };
    });
}

const stepsOf = ({ plan }: Pick<Witness, 'plan'>): number =>
  plan.transactions.reduce((sum, { instructions }) => sum + instructions.length, 0);

/** The witness of fewer steps, then that of the shorter plan: what is told first should be the easiest to follow. */
export const bySize = (a: Pick<Witness, 'plan'>, b: Pick<Witness, 'plan'>): number =>
  stepsOf(a) - stepsOf(b) || planSize(a.plan) - planSize(b.plan);

/** What the baseline does not list, the smallest first; then what it lists, in the order of its files. */
const inTellingOrder = (
  all: ReturnType<typeof placed>,
  isListed: (finding: Finding) => boolean,
): ReturnType<typeof placed> => [
  ...all
    .filter(({ finding }) => !isListed(finding))
    .sort((a, b) => bySize(a.finding.witness, b.finding.witness)),
  ...all.filter(({ finding }) => isListed(finding)),
];

/** The deviations of one claim, as report.json lists them: in the order in which they are told. */
export function findingReports(result: ClaimResult, baseline: Baseline | null): readonly FindingReport[] {
  const entries = entriesOf(baseline, result.claim).filter(({ status }) => status === 'deviates');
  const isListed = (finding: Finding): boolean => entries.some((entry) => sameOutcome(entry, finding));
  return inTellingOrder(placed(result), isListed).map(({ finding, path }) => ({
    verdict: finding.verdict,
    expected: finding.expected,
    observed: finding.observed,
    count: finding.count,
    detail: finding.witness.detail,
    because: [...(finding.because ?? [])].sort(),
    listed: isListed(finding),
    witness: path,
  }));
}

/** The witness files of one claim's deviations: path in the report folder, and content. */
export function findingWitnesses(
  result: ClaimResult,
): readonly (readonly [path: string, witness: Witness])[] {
  return placed(result).map(({ finding, path }) => [path, finding.witness] as const);
}
