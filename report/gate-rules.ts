// The gate's questions about one rule, sweep or law: does it deviate as listed, is there enough evidence.
import type { BaselineEntry } from '../spec/result';
import { sameOutcome } from './findings';
import { countObserved } from './matrix';
import { hasOtherEffect } from './other-effects';
import { FROZEN_ERROR } from './outcome-names';
import { isFewRoads } from './law-report';
import type { FindingReport, LawReport, Problem, ProblemKind, RuleReport, SweepReport } from './report-types';
import { isShortSweep, isUnderSampled } from './rule-status';

type Row = RuleReport | SweepReport | LawReport;

const isRule = (row: Row): row is RuleReport => 'expects' in row;
const isLaw = (row: Row): row is LawReport => 'compared' in row;

const problem = (kind: ProblemKind, claim: string, sentence: string): Problem => ({ kind, claim, sentence });

const outcome = ({
  verdict,
  expected,
  observed,
}: Pick<FindingReport, 'verdict' | 'expected' | 'observed'>): string =>
  `${verdict} (expected ${expected}, observed ${observed})`;

const fenceClause = ({ fence }: BaselineEntry): string =>
  fence === undefined ? '' : ` Its fence "${fence}" has no deviation behind it any more.`;

function staleEntry(entry: BaselineEntry): Problem {
  const what = entry.status === 'unreached' ? 'unreached' : outcome(entry);
  return problem(
    'stale',
    entry.rule,
    `${entry.rule} is listed as ${what}, which no longer happens.${fenceClause(entry)}`,
  );
}

function unlisted(id: string, finding: FindingReport, instead: BaselineEntry | undefined): Problem {
  if (finding.verdict === 'observed-changed') {
    const sentence = `${id} is no longer as it was observed to be (no document says how): ${finding.detail}.`;
    return problem('observed-changed', id, sentence);
  }
  if (instead === undefined) {
    return problem(
      'unlisted-deviation',
      id,
      `${id} deviates: ${outcome(finding)}, which the baseline does not list.`,
    );
  }
  const listed = instead.status === 'unreached' ? 'unreached' : outcome(instead);
  return problem('fails-differently', id, `${id} is listed as ${listed}, but now shows ${outcome(finding)}.`);
}

function isFew(row: Row): boolean {
  if (isRule(row)) return isUnderSampled(row, row.expects);
  return isLaw(row) ? isFewRoads(row) : isShortSweep(row);
}

/** Deviations against the entries of status `deviates`, both ways. */
function deviationProblems(row: Row, entries: readonly BaselineEntry[]): readonly Problem[] {
  // What is frozen is asked about apart, of rules whose error the documents leave open.
  const fresh = row.findings.filter(({ listed, expected }) => !listed && expected !== FROZEN_ERROR);
  const gone = entries.filter(
    (entry) => entry.status === 'unreached' || !row.findings.some((finding) => sameOutcome(finding, entry)),
  );
  if (fresh.length > 0) return fresh.map((finding) => unlisted(row.id, finding, gone[0]));
  const enough = row.executed > 0 && !isFew(row);
  const stillUnreached = isRule(row) && row.status === 'unreached';
  return gone.filter((entry) => enough && !(entry.status === 'unreached' && stillUnreached)).map(staleEntry);
}

function unreachedProblems(row: RuleReport, entries: readonly BaselineEntry[]): readonly Problem[] {
  if (row.status !== 'unreached') return [];
  const entry = entries.find(({ status }) => status === 'unreached');
  const name = row.code ?? row.error ?? 'its error';
  const seen = countObserved(row.outcomes).map(({ observed }) => observed);
  if (entry === undefined) {
    const sentence = `${row.id} never raised ${name} in ${row.violating} attempts (seen instead: ${seen.join(', ')}), which the baseline does not list.`;
    return [problem('unlisted-unreached', row.id, sentence)];
  }
  if (seen.includes(entry.observed)) return [];
  const sentence = `${row.id} is listed as unreached with ${entry.observed} instead of ${name}, but now shows ${seen.join(', ')}.`;
  return [problem('fails-differently', row.id, sentence)];
}

/** What is wrong with the plans that were to be valid: refused, or accepted with another effect. */
function unlikeNeeded({ outcomes }: Row): string {
  const seen = outcomes.filter(({ verdict }) => verdict === 'inconclusive');
  const effects = seen.filter(hasOtherEffect);
  if (effects.length === 0) return 'not accepted';
  const other = 'accepted with another effect than documented';
  return effects.length === seen.length ? other : `not accepted, or ${other}`;
}

/** How many kinds of refused twins are told. */
const TOLD = 3;

/** Which call of the valid plans ended with what, the most frequent first; roads of laws are told with the law. */
function refusals(row: Row): string {
  const refused = isLaw(row) ? [] : row.outcomes.filter(({ verdict }) => verdict === 'inconclusive');
  if (refused.length === 0) return '';
  const told = refused
    .toSorted((a, b) => b.count - a.count)
    .slice(0, TOLD)
    .map(({ expected, observed, count }) => `expected ${expected}, observed ${observed} in ${count}`);
  return ` (${told.join('; ')}${refused.length > TOLD ? '; and others' : ''})`;
}

const twinClause = (row: Row): string => {
  const { inconclusive, blockedBy } = row;
  if (inconclusive === 0) return '';
  const why = blockedBy.length === 0 ? '' : `, as the deviation of ${blockedBy.join(', ')} explains`;
  const what = isLaw(row) ? 'roads' : 'twins';
  const valid = isLaw(row) ? '' : ', valid plans,';
  return `; the ${what} of ${inconclusive} cases${valid} are ${unlikeNeeded(row)}${refusals(row)}${why}`;
};

const ofNeeded = ({ compared, accepted, rejected, floor }: LawReport): string =>
  ` with ${compared} cases compared, ${accepted} of them accepted and ${rejected} rejected, of the ${floor.compared}, ${floor.accepted} and ${floor.rejected} needed`;

function evidenceClause(row: Row, floor: number): string {
  if (!isFew(row)) return '';
  if (isLaw(row)) return ofNeeded(row);
  if (!isRule(row)) return `, of the ${floor} needed`;
  return ` with ${row.violating} violating and ${row.twins} twin executions of the ${floor} needed`;
}

/** Too few cases, cases cut short, and cases whose twin failed: one problem for all of them. */
export function samplingProblems(row: Row, floor: number): readonly Problem[] {
  const { id, requested, executed } = row;
  if (executed === 0) return [problem('vacuous', id, `${id} ran no case.`)];
  if (executed >= requested && row.inconclusive === 0 && !isFew(row)) return [];
  const sentence = `${id} ran ${executed} of ${requested} cases${evidenceClause(row, floor)}${twinClause(row)}.`;
  return [problem('under-sampled', id, sentence)];
}

/** Everything that makes one row red, given the baseline's entries for it. */
export function rowProblems(row: Row, entries: readonly BaselineEntry[], floor: number): readonly Problem[] {
  const unreached = isRule(row) ? unreachedProblems(row, entries) : [];
  return [...deviationProblems(row, entries), ...unreached, ...samplingProblems(row, floor)];
}
