// Rules, laws and sweeps as one list for the formats of other tools: what each says, whether it is green, and why not.
import { AREAS, type Area, type DocumentName } from '../../spec/rule';
import { isDeviation } from '../findings';
import type { FindingReport, LawStatus, Problem, Report, RuleStatus, SweepReport } from '../report-types';

/**
 * - passed: green. - failed, error: the gate says so; `error` if the tool failed rather than the programs.
 * - known: not green, but the gate accepts it: a listed deviation, or what one blocks.
 */
export type ClaimState = 'passed' | 'failed' | 'error' | 'known';

export type ClaimRow = {
  readonly id: string;
  /** An area, `laws` or `sweeps`. */
  readonly suite: Area | 'laws' | 'sweeps';
  readonly statement: string;
  readonly sources: readonly { readonly document: DocumentName; readonly section: string }[];
  readonly status: RuleStatus | LawStatus | 'deviates';
  readonly executed: number;
  readonly findings: readonly FindingReport[];
  readonly blockedBy: readonly string[];
  readonly problems: readonly Problem[];
  readonly state: ClaimState;
};

type Bare = Omit<ClaimRow, 'problems' | 'state'>;

export const SUITES: readonly ClaimRow['suite'][] = [...AREAS, 'laws', 'sweeps'];

const sweepRow = ({ id, findings, executed, blockedBy }: SweepReport): Bare => ({
  id,
  suite: 'sweeps',
  statement: 'Plans that break no rule, one or several do what the documents say.',
  sources: [],
  status: findings.some(isDeviation) ? 'deviates' : 'conforms',
  executed,
  findings,
  blockedBy,
});

const GREEN: ReadonlySet<string> = new Set(['conforms', 'holds']);

function stateOf({ status }: Bare, problems: readonly Problem[]): ClaimState {
  if (problems.some(({ kind }) => kind === 'fault')) return 'error';
  if (problems.length > 0) return 'failed';
  return GREEN.has(status) ? 'passed' : 'known';
}

/** Every claim that was to run, in the report's order; of what was not selected, only what the gate speaks of. */
export function claimRows({ rules, laws, sweeps, gate }: Report): readonly ClaimRow[] {
  const bare: readonly Bare[] = [
    ...rules.map((rule) => ({ ...rule, suite: rule.area })),
    ...laws.map((law) => ({ ...law, suite: 'laws' as const })),
    ...sweeps.map(sweepRow),
  ];
  return bare.flatMap((row) => {
    const problems = gate.problems.filter(({ claim }) => claim === row.id);
    const isSilent = row.status === 'not-selected' && problems.length === 0;
    return isSilent ? [] : [{ ...row, problems, state: stateOf(row, problems) }];
  });
}

/** The gate's problems that are about no claim of the report: about the run or the baseline as a whole. */
export function wholeProblems(report: Report): readonly Problem[] {
  const told = new Set(claimRows(report).map(({ id }) => id));
  return report.gate.problems.filter(({ claim }) => claim === null || !told.has(claim));
}

/** Why a claim is not green although the gate is: the rules that block it, or what the program does instead. */
export function knownText({ status, findings, blockedBy }: ClaimRow): string {
  const seen = findings.filter(isDeviation).map(({ expected, observed }) => `${observed}, not ${expected}`);
  const blocked = blockedBy.length === 0 ? [] : [`blocked by ${blockedBy.join(', ')}`];
  return `Known in the baseline: ${[status, ...new Set(seen), ...blocked].join('; ')}.`;
}
