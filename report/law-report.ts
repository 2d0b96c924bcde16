// Builds the report's row of one law from its result.
import type { ClaimResult } from '../spec/result';
import type { Law, LawNeeds } from '../spec/law';
import { blockersOf } from './blocking';
import { bound95, EVIDENCE_FLOOR } from './bound';
import { exemplarPath } from './file-names';
import type { LawReport, LawStatus } from './report-types';
import { tallyOf, type RowInput } from './rule-report';

/** Of a law about plans of any verdict, this many of each kind. */
const EACH_KIND = 50;

const FLOORS: Readonly<Record<LawNeeds, LawReport['floor']>> = {
  accepted: { compared: EVIDENCE_FLOOR, accepted: EVIDENCE_FLOOR, rejected: 0 },
  alike: { compared: EVIDENCE_FLOOR, accepted: EACH_KIND, rejected: EACH_KIND },
};

type Evidence = Pick<LawReport, 'compared' | 'accepted' | 'rejected' | 'floor'>;

/** Whether a law has too few cases of some kind. */
export const isFewRoads = ({ compared, accepted, rejected, floor }: Evidence): boolean =>
  compared < floor.compared || accepted < floor.accepted || rejected < floor.rejected;

const evidenceOf = (law: Law, result: ClaimResult | undefined): Evidence => {
  const { violating: compared = 0, twins: accepted = 0 } = result ?? {};
  return { compared, accepted, rejected: compared - accepted, floor: FLOORS[law.needs] };
};

type Standing = {
  readonly evidence: Evidence;
  readonly result: ClaimResult;
  readonly blockedBy: readonly string[];
};

function statusOf({ evidence, result, blockedBy }: Standing): LawStatus {
  if (result.findings.length > 0) return 'broken';
  if (!isFewRoads(evidence)) return 'holds';
  if (result.inconclusive === 0) return 'under-sampled';
  return blockedBy.length > 0 ? 'blocked' : 'inconclusive';
}

const NOTHING = {
  requested: 0,
  executed: 0,
  inconclusive: 0,
  unspecified: 0,
  outcomes: [],
  findings: [],
  fenced: {},
  leavesVerified: 0,
};

/** The row of one law; of one without a result, an empty one that says why. */
export function lawReport(law: Law, { results, baseline, selected }: RowInput): LawReport {
  const { id, statement, needs } = law;
  const result = results.find(({ claim }) => claim === id);
  const evidence = evidenceOf(law, result);
  const head = {
    id,
    statement,
    sources: law.sources.map(({ document, section }) => ({ document, section })),
    needs,
    ...evidence,
  };
  if (result === undefined) {
    const status = selected.has(id) ? 'not-run' : 'not-selected';
    return { ...head, ...NOTHING, status, bound95: null, blockedBy: [], exemplar: null };
  }
  const blockedBy = blockersOf(result, results);
  const { requested, executed, inconclusive, unspecified, leavesVerified } = result;
  const { outcomes, findings, fenced } = tallyOf(result, baseline);
  return {
    ...head,
    ...{ requested, executed, inconclusive, unspecified, leavesVerified, outcomes, findings, fenced },
    status: statusOf({ evidence, result, blockedBy }),
    bound95: result.findings.length > 0 ? null : bound95(evidence.compared),
    blockedBy,
    exemplar: result.exemplar === null ? null : exemplarPath(id),
  };
}
