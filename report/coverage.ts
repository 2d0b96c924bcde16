// What a run covered of everything that it must have covered, and what the gate says to what is missing.
import type { CoverageItem } from '../spec/coverage-item';
import type { ClaimResult } from '../spec/result';
import { EVIDENCE_FLOOR } from './bound';
import type {
  CoverageReport,
  CoverageStatus,
  Problem,
  ReportBody,
  RuleReport,
  RuleStatus,
} from './report-types';

export type CoverageInput = {
  readonly results: readonly ClaimResult[];
  readonly rules: readonly RuleReport[];
};

const countOf = (id: string, results: readonly ClaimResult[]): number =>
  results.reduce((sum, { coverage }) => sum + (coverage[id] ?? 0), 0);

/** A rule of which the program does something else than the documents say. */
const DEVIATING: ReadonlySet<RuleStatus> = new Set(['deviates', 'unreached', 'blocked']);

function report(item: CoverageItem, { results, rules }: CoverageInput): CoverageReport {
  const { group, id, text, undocumented, blockedBy = [], either } = item;
  const count = countOf(id, results);
  const blockers = blockedBy.filter((blocker) =>
    rules.some((rule) => rule.id === blocker && DEVIATING.has(rule.status)),
  );
  const seen = count > 0;
  const isBlocked = !seen && blockers.length > 0;
  const elsewhere = either !== undefined && countOf(either, results) > 0;
  const status: CoverageStatus = isBlocked ? 'blocked' : seen || elsewhere ? 'covered' : 'missing';
  return {
    group,
    id,
    text,
    documented: undocumented !== true,
    count,
    status,
    blockedBy: isBlocked ? blockers : [],
  };
}

/** Every declared item with its count over all claims, in the order of the declaration. */
export const coverageReports = (
  items: readonly CoverageItem[],
  input: CoverageInput,
): readonly CoverageReport[] => items.map((item) => report(item, input));

export type CoverageGate = {
  readonly body: Pick<ReportBody, 'coverage' | 'rules'>;
  readonly complete: boolean;
};

/** All claims ran, each with cases enough: only then can one ask why something was never seen. */
const isFull = ({ body, complete }: CoverageGate): boolean =>
  complete && body.rules.length > 0 && body.rules.every(({ requested }) => requested >= EVIDENCE_FLOOR);

/** One problem for each item that a full run never covered and no deviation explains. */
export function coverageProblems(input: CoverageGate): readonly Problem[] {
  if (!isFull(input)) return [];
  return input.body.coverage
    .filter(({ status }) => status === 'missing')
    .map(({ group, id, text }) => ({
      kind: 'vacuous',
      claim: null,
      sentence: `${id} was never covered (${group}: ${text}).`,
    }));
}
