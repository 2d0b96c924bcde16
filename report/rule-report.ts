// Builds the report's row of one rule or one sweep from its result.
import type { Baseline, ClaimResult, PutDown } from '../spec/result';
import type { Rule } from '../spec/rule';
import { blockersOf } from './blocking';
import { bound95, EVIDENCE_FLOOR } from './bound';
import { exemplarPath } from './file-names';
import { entriesOf, findingReports } from './findings';
import { sumMatrix } from './matrix';
import type { RuleReport, RuleStatus, SweepReport, Tally } from './report-types';
import { statusOf } from './rule-status';

const NOTHING: Tally = {
  requested: 0,
  executed: 0,
  violating: 0,
  twins: 0,
  inconclusive: 0,
  unspecified: 0,
  ownCode: 0,
  leavesVerified: 0,
  outcomes: [],
  findings: [],
  fenced: {},
};

const sorted = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a claim of any kind showed. */
export function tallyOf(result: ClaimResult, baseline: Baseline | null): Tally {
  const { requested, executed, violating, twins, inconclusive, unspecified, ownCode, leavesVerified } =
    result;
  return {
    requested,
    executed,
    violating,
    twins,
    inconclusive,
    unspecified,
    ownCode,
    leavesVerified,
    outcomes: sumMatrix(result.matrix),
    findings: findingReports(result, baseline),
    fenced: sorted(result.fenced),
  };
}

/** What the rows of a report are made from. */
export type RowInput = {
  readonly results: readonly ClaimResult[];
  readonly baseline: Baseline | null;
  /** Ids of the claims that were to run. */
  readonly selected: ReadonlySet<string>;
};

const head = (
  rule: Rule,
): Pick<RuleReport, 'id' | 'area' | 'statement' | 'sources' | 'expects' | 'provenance'> => ({
  id: rule.id,
  area: rule.area,
  statement: rule.statement,
  sources: rule.sources.map(({ document, section }) => ({ document, section })),
  expects: rule.expects.kind,
  provenance: rule.provenance,
});

const errorOf = ({ expects }: Rule): Pick<RuleReport, 'code' | 'error'> =>
  expects.kind === 'rejects' ? { code: expects.code, error: expects.error } : { code: null, error: null };

/** The row of one rule; of one without a result, an empty one that says why. */
export function ruleReport(rule: Rule, { results, baseline, selected }: RowInput): RuleReport {
  const result = results.find(({ claim }) => claim === rule.id);
  const tally = result === undefined ? NOTHING : tallyOf(result, baseline);
  const blockedBy = result === undefined ? [] : blockersOf(result, results);
  const absent: RuleStatus = selected.has(rule.id) ? 'not-run' : 'not-selected';
  return {
    ...head(rule),
    ...errorOf(rule),
    ...tally,
    status: result === undefined ? absent : statusOf({ rule, tally, blockedBy }),
    bound95: tally.findings.length > 0 ? null : bound95(tally.violating),
    floor: EVIDENCE_FLOOR,
    fence: entriesOf(baseline, rule.id).find(({ fence }) => fence !== undefined)?.fence ?? null,
    blockedBy,
    exemplar: result?.exemplar == null ? null : exemplarPath(rule.id),
  };
}

const byRule = (a: PutDown, b: PutDown): number =>
  `${a.rule}|${a.observed}` < `${b.rule}|${b.observed}` ? -1 : 1;

/** The row of one sweep. */
export function sweepReport(result: ClaimResult, { results, baseline }: RowInput): SweepReport {
  const putDown = result.putDown?.toSorted(byRule);
  return {
    id: result.claim,
    ...tallyOf(result, baseline),
    blockedBy: blockersOf(result, results),
    ...(putDown && { putDown }),
  };
}
