// What report.json says: everything that follows from the same inputs, and neither time nor machine.
import type { MatrixEntry, ProgramHashes, PutDown } from '../spec/result';
import type { LawNeeds } from '../spec/law';
import type { Area, DocumentName, Expectation, Provenance } from '../spec/rule';
import type { BackendName, Disagreement } from '../spec/runtime';
import type { VerdictKind } from '../spec/verdict';
import type { CodesReport } from './codes/types';
import type { PrecedenceReport } from './precedence/types';

/**
 * - unreached: its documented error never appeared although it was violated often enough, and nothing deviates.
 * - blocked, inconclusive: too few cases whose twin was accepted; blocked if a known deviation explains the twins.
 * - under-sampled: too few cases. not-run: no result. not-selected: filtered out on the command line.
 */
export type RuleStatus =
  | 'conforms'
  | 'deviates'
  | 'unreached'
  | 'blocked'
  | 'inconclusive'
  | 'under-sampled'
  | 'not-run'
  | 'not-selected';

export type FindingReport = {
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  readonly count: number;
  readonly detail: string;
  /** Ids of the rules that the witness's prediction rests on, sorted. */
  readonly because: readonly string[];
  /** Whether the baseline knows it. */
  readonly listed: boolean;
  /** Path of the witness, relative to the report folder. */
  readonly witness: string;
};

/** What running a claim showed, for rules and sweeps alike. */
export type Tally = {
  readonly requested: number;
  readonly executed: number;
  readonly violating: number;
  readonly twins: number;
  readonly inconclusive: number;
  readonly unspecified: number;
  readonly ownCode: number;
  readonly leavesVerified: number;
  readonly outcomes: readonly MatrixEntry[];
  readonly findings: readonly FindingReport[];
  readonly fenced: Readonly<Record<string, number>>;
};

export type RuleReport = Tally & {
  readonly id: string;
  readonly area: Area;
  readonly statement: string;
  readonly sources: readonly { readonly document: DocumentName; readonly section: string }[];
  readonly expects: Expectation['kind'];
  readonly code: number | null;
  readonly error: string | null;
  readonly provenance: Provenance;
  readonly status: RuleStatus;
  /** Upper bound of the failure rate with 95 % confidence; null if it failed or never ran. */
  readonly bound95: number | null;
  /** Violating and twin executions that a verdict on the rule needs. */
  readonly floor: number;
  /** The fence that the baseline sets up because of this rule. */
  readonly fence: string | null;
  /** Rules whose deviation explains why this rule's twins are rejected. */
  readonly blockedBy: readonly string[];
  /** Path of the exemplar, relative to the report folder. */
  readonly exemplar: string | null;
};

/**
 * - broken: two roads differ. The others as for rules; `inconclusive` where roads are not accepted as the law needs.
 */
export type LawStatus =
  | 'holds'
  | 'broken'
  | Extract<RuleStatus, 'blocked' | 'inconclusive' | 'under-sampled' | 'not-run' | 'not-selected'>;

/** A law: counted apart from rules, since it says nothing about what must happen. */
export type LawReport = Omit<Tally, 'violating' | 'twins' | 'ownCode'> & {
  readonly id: string;
  readonly statement: string;
  readonly sources: readonly { readonly document: DocumentName; readonly section: string }[];
  readonly needs: LawNeeds;
  readonly status: LawStatus;
  /** Cases whose two roads were compared; of those, both accepted, and the rest. */
  readonly compared: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Upper bound of the failure rate with 95 % confidence; null if it is broken or never ran. */
  readonly bound95: number | null;
  /** Cases of which kind a verdict on the law needs. */
  readonly floor: { readonly compared: number; readonly accepted: number; readonly rejected: number };
  readonly blockedBy: readonly string[];
  readonly exemplar: string | null;
};

export type SweepReport = Tally & {
  readonly id: string;
  readonly blockedBy: readonly string[];
  /** Cases that ended as a rule that they exercise is known to: no findings of the sweep. */
  readonly putDown?: readonly PutDown[];
};

export type LedgerStatus = 'conforms' | 'deviates' | 'unreached' | 'under-sampled' | 'not-tried';

/** One documented error: did it appear, and what appeared in its place. */
export type LedgerEntry = {
  readonly code: number | null;
  readonly name: string;
  readonly documents: readonly DocumentName[];
  readonly rules: readonly string[];
  readonly status: LedgerStatus;
  readonly attempts: number;
  readonly raised: number;
  readonly instead: readonly { readonly observed: string; readonly count: number }[];
};

export type UndocumentedCode = {
  readonly raised: string;
  readonly count: number;
  readonly claims: readonly string[];
  readonly witness: string;
};

/** Something that stopped the tool rather than the programs from doing their part. */
export type Fault = {
  readonly claim: string | null;
  readonly sentence: string;
  readonly witness: string | null;
};

export type ProblemKind =
  | 'fault'
  /** Two runtimes do different things with the same plan. */
  | 'runner-disagrees'
  | 'unlisted-deviation'
  | 'unlisted-unreached'
  | 'fails-differently'
  | 'observed-changed'
  | 'stale'
  /** A baseline entry without a reason in words. */
  | 'unexplained'
  /** A baseline entry whose last day is over. */
  | 'expired'
  | 'fence-without-deviation'
  | 'under-sampled'
  | 'vacuous';

export type Problem = {
  readonly kind: ProblemKind;
  readonly claim: string | null;
  readonly sentence: string;
};

export type Gate = {
  readonly exitCode: number;
  readonly problems: readonly Problem[];
  /** Worth knowing, but not red. */
  readonly notes: readonly string[];
};

export type FenceReport = {
  readonly fence: string;
  readonly rules: readonly string[];
  readonly fenced: number;
};

/**
 * - covered: seen, or the documents allow something else in its place and that was seen.
 * - blocked: never seen, as the deviation of a rule explains. - missing: never seen.
 */
export type CoverageStatus = 'covered' | 'blocked' | 'missing';

/** One item that a full run must have covered, and how often the run did. */
export type CoverageReport = {
  readonly group: string;
  readonly id: string;
  readonly text: string;
  /** False for a situation that the documents do not define. */
  readonly documented: boolean;
  readonly count: number;
  /** How often it was attempted and refused with another error than the documented one. */
  readonly otherwise: number;
  readonly status: CoverageStatus;
  /** The rules whose deviation blocks it; empty unless it is blocked. */
  readonly blockedBy: readonly string[];
};

export type NotApplicable = { readonly id: string; readonly why: string };

/** In what the runtimes differ in a claim: no program is to blame. */
export type DisagreementReport = Disagreement & {
  readonly claim: string;
  readonly count: number;
  /** Id of the difference between the runtimes that it is known to be; null for one that nobody has listed. */
  readonly known: string | null;
  /** Path of the witness, relative to the report folder. */
  readonly witness: string;
};

export type ReportBody = {
  readonly formatVersion: 1;
  readonly tool: string;
  readonly programs: ProgramHashes;
  /** What the plans ran on; left out by earlier versions of this suite, which had bankrun only. */
  readonly backend?: BackendName;
  readonly baseline: { readonly programVersion: string; readonly systemProgram: string } | null;
  readonly seed: number;
  readonly requested: number;
  readonly executed: number;
  readonly rules: readonly RuleReport[];
  readonly sweeps: readonly SweepReport[];
  readonly laws: readonly LawReport[];
  /** What the version has nothing of: neither run nor counted, each with the reason. */
  readonly notApplicable: readonly NotApplicable[];
  readonly fences: readonly FenceReport[];
  readonly coverage: readonly CoverageReport[];
  readonly matrix: readonly MatrixEntry[];
  readonly ledger: {
    readonly documented: readonly LedgerEntry[];
    readonly undocumented: readonly UndocumentedCode[];
  };
  /** Only where attempts at codes ran. */
  readonly codes?: CodesReport;
  readonly faults: readonly Fault[];
  /** Only where LiteSVM ran, too. */
  readonly disagreements?: readonly DisagreementReport[];
  /** Which of two violated rules decides; only where it was asked for. */
  readonly precedence?: PrecedenceReport;
};

export type Report = ReportBody & { readonly gate: Gate };
