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

const attemptsOf = (id: string, results: readonly ClaimResult[]): number =>
  results.reduce((sum, { attempted }) => sum + (attempted?.[id] ?? 0), 0);

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
    otherwise: attemptsOf(id, results),
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

/** An item that a full run saw less often than this was met by chance. */
export const COVERAGE_FLOOR = 10;

/** Of two readings the one that is not seen counts 0, which is no chance. */
const isRare = ({ status, count }: CoverageReport): boolean =>
  status === 'covered' && count > 0 && count < COVERAGE_FLOOR;

const rareProblem = ({ group, id, text, count }: CoverageReport): Problem => ({
  kind: 'under-sampled',
  claim: null,
  sentence: `${id} was covered ${count} times of the ${COVERAGE_FLOOR} needed (${group}: ${text}).`,
});

/** One problem for each item that a full run never covered, or hardly ever, and no deviation explains. */
export function coverageProblems(input: CoverageGate): readonly Problem[] {
  if (!isFull(input)) return [];
  const { coverage } = input.body;
  const missing = coverage
    .filter(({ status }) => status === 'missing')
    .map(({ group, id, text }): Problem => ({
      kind: 'vacuous',
      claim: null,
      sentence: `${id} was never covered (${group}: ${text}).`,
    }));
  return [...missing, ...coverage.filter(isRare).map(rareProblem)];
}
