// Reads baselines, and proposes one from a report.
import type { Baseline, BaselineEntry } from '../spec/result';
import { NO_REASON } from './baseline-reason';
import baselineSchema from './baseline.schema.json';
import { byOutcome, entriesOf, sameOutcome } from './findings';
import { keyRank, writeJson } from './json';
import { countObserved } from './matrix';
import { FROZEN_ERROR } from './outcome-names';
import { observedCodes } from './observed-codes';
import type { FindingReport, Report, RuleReport } from './report-types';
import { schemaParser } from './schema';

const rank = keyRank(baselineSchema);
const parse = schemaParser(baselineSchema);

/**
 * The baseline in `text`; `file` is only named in errors.
 * @throws BadFile with one sentence when the text is not a baseline.
 */
export function parseBaseline(text: string, file: string): Baseline {
  return parse(text, file) as Baseline;
}

const byRule = (one: { readonly rule: string }, other: { readonly rule: string }): number =>
  Number(one.rule > other.rule) - Number(one.rule < other.rule);

/** Its text, by rule: what one update changes does not move the rest. */
export function writeBaseline(baseline: Baseline): string {
  const { deviations, observed } = baseline;
  return writeJson(
    { ...baseline, deviations: deviations.toSorted(byRule), observed: observed.toSorted(byRule) },
    rank,
  );
}

/** The fences that a baseline sets up. */
export function fencesOf(baseline: Baseline | null): ReadonlySet<string> {
  return new Set(baseline?.deviations.flatMap(({ fence }) => fence ?? []));
}

/** Where a proposed baseline's witness lies: `<version>/<file>`, beside `<version>.json`. */
export function baselineWitnessPath(version: string, reportPath: string): string {
  return `${version}/${reportPath.replace(/^witnesses\//, '')}`;
}

/** What a person may add to a reason. */
export const saidBeside = (
  entry: Pick<BaselineEntry, 'link' | 'expires'> | undefined,
): Pick<BaselineEntry, 'link' | 'expires'> => ({
  ...(entry?.link !== undefined && { link: entry.link }),
  ...(entry?.expires !== undefined && { expires: entry.expires }),
});

type Proposal = Pick<BaselineEntry, 'rule' | 'status' | 'verdict' | 'expected' | 'observed' | 'witness'>;

/** Keeps what a person said of the same entry before: the reason, a link, a last day, and the fence. */
function withHistory(proposal: Proposal, before: Baseline | null): BaselineEntry {
  const known = entriesOf(before, proposal.rule).find(
    (entry) => entry.status === proposal.status && sameOutcome(entry, proposal),
  );
  const reason = known?.reason ?? NO_REASON;
  return { ...proposal, reason, ...saidBeside(known), ...(known?.fence && { fence: known.fence }) };
}

const deviates = (rule: string, finding: FindingReport, version: string): Proposal => ({
  rule,
  status: 'deviates',
  verdict: finding.verdict,
  expected: finding.expected,
  observed: finding.observed,
  witness: baselineWitnessPath(version, finding.witness),
});

function unreached(rule: RuleReport): Proposal {
  const observed = countObserved(rule.outcomes)[0]?.observed ?? 'nothing';
  const expected = rule.outcomes.find((outcome) => outcome.observed === observed)?.expected ?? 'nothing';
  return { rule: rule.id, status: 'unreached', verdict: 'match', expected, observed, witness: null };
}

/** A baseline that lists everything the report found; reasons and fences come from `before` where it knows them. */
export function makeBaseline(report: Report, before: Baseline | null): Baseline {
  const { version, systemProgram } = report.programs;
  const found = [...report.rules, ...report.sweeps, ...report.laws].flatMap(({ id, findings }) =>
    findings
      .filter(({ expected }) => expected !== FROZEN_ERROR)
      .toSorted(byOutcome)
      .map((finding) => deviates(id, finding, version)),
  );
  const never = report.rules.filter(({ status }) => status === 'unreached').map(unreached);
  return {
    formatVersion: 1,
    programVersion: version,
    systemProgram,
    deviations: [...found, ...never].map((proposal) => withHistory(proposal, before)),
    observed: observedCodes(report.rules),
  };
}
