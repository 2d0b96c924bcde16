// Counts the cases of one claim and remembers where each kind of outcome first appeared.
import { observedName } from '../report/outcome-names';
import type { MatrixEntry } from '../spec/result';
import type { Rule } from '../spec/rule';
import type { Verdict } from '../spec/verdict';
import type { CaseOutcome } from './case-outcome';

export type Counter = { count: number; readonly first: number };

export type Tally = {
  executed: number;
  violating: number;
  twins: number;
  inconclusive: number;
  unspecified: number;
  ownCode: number;
  leavesVerified: number;
  readonly matrix: Map<string, { entry: MatrixEntry; count: number }>;
  /** By signature of a deviation. */
  readonly deviations: Map<string, Counter & { readonly verdict: Verdict }>;
  /** By rule and outcome, `|` between them: what is put down to known deviations of rules. */
  readonly putDown: Map<string, number>;
  /** By `program:code`. */
  readonly raised: Map<string, Counter>;
  /** By instruction and outcome, `|` between them. */
  readonly within: Map<string, number>;
  readonly fenced: Map<string, number>;
  /** By label, how often it was covered. */
  readonly coverage: Map<string, number>;
  /** By label, how often it was attempted and refused with another error. */
  readonly attempted: Map<string, number>;
  /** First case that matches, and the first that is telling as well. */
  firstMatch: number | null;
  exemplar: number | null;
};

export const newTally = (): Tally => ({
  executed: 0,
  violating: 0,
  twins: 0,
  inconclusive: 0,
  unspecified: 0,
  ownCode: 0,
  leavesVerified: 0,
  matrix: new Map(),
  deviations: new Map(),
  putDown: new Map(),
  raised: new Map(),
  within: new Map(),
  fenced: new Map(),
  coverage: new Map(),
  attempted: new Map(),
  firstMatch: null,
  exemplar: null,
});

/** Deviations with the same signature are one finding. */
export const signatureOf = ({
  kind,
  expected,
  observed,
}: Pick<Verdict, 'kind' | 'expected' | 'observed'>): string => `${kind}|${expected}|${observed}`;

const GREY = new Set<Verdict['kind']>(['match', 'inconclusive', 'unspecified']);
export const isDeviation = ({ kind, knownBy }: Pick<Verdict, 'kind' | 'knownBy'>): boolean =>
  !GREY.has(kind) && knownBy === undefined;

/** Whether the system program raised the code (or built-in error) that the rule documents. */
export const showsOwnCode = (rule: Rule | null, { raised }: Pick<CaseOutcome, 'raised'>): boolean => {
  if (rule?.expects.kind !== 'rejects' || raised === null || raised.panicked) return false;
  const { code, error } = rule.expects;
  const own = rule.atTheEnd === true ? 'runtime' : 'light-system';
  if (raised.program !== own && rule.area !== 'cpi-guide') return false;
  return code === null ? error !== null && raised.error === error : raised.code === code;
};

/** Whether the documents name the error that violating the rule raises. */
export const hasOwnCode = (rule: Rule | null): boolean =>
  rule?.expects.kind === 'rejects' && (rule.expects.code !== null || rule.expects.error !== null);

/** Whether a matching case shows what the claim is about: the rule's own code, or a law's two accepted roads. */
export const isTelling = (rule: Rule | null, outcome: CaseOutcome): boolean =>
  outcome.compared === undefined
    ? !hasOwnCode(rule) || showsOwnCode(rule, outcome)
    : outcome.twinAccepted === true;

const countIn = (counters: Map<string, Counter>, key: string, index: number): void => {
  const counter = counters.get(key);
  if (counter === undefined) counters.set(key, { count: 1, first: index });
  else counter.count += 1;
};

const countMatrix = (tally: Tally, { kind, expected, observed }: Verdict): void => {
  const key = `${kind}|${expected}|${observed}`;
  const cell = tally.matrix.get(key);
  if (cell === undefined)
    tally.matrix.set(key, { entry: { expected, observed, verdict: kind, count: 0 }, count: 1 });
  else cell.count += 1;
};

const countDeviation = (tally: Tally, verdict: Verdict, index: number): void => {
  const signature = signatureOf(verdict);
  const known = tally.deviations.get(signature);
  if (known === undefined) tally.deviations.set(signature, { count: 1, first: index, verdict });
  else known.count += 1;
};

const countPutDown = ({ putDown }: Tally, { knownBy, observed }: Verdict): void => {
  if (knownBy === undefined) return;
  const key = `${knownBy}|${observed}`;
  putDown.set(key, (putDown.get(key) ?? 0) + 1);
};

export type Counted = { readonly rule: Rule | null; readonly index: number; readonly outcome: CaseOutcome };

const countEvidence = (tally: Tally, { rule, outcome }: Counted): void => {
  if (outcome.twinAccepted === true && outcome.compared !== false) tally.twins += 1;
  if (outcome.compared === true) tally.violating += 1;
  if (rule !== null && outcome.exercised.has(rule.id) && outcome.twinAccepted !== false) tally.violating += 1;
  if (showsOwnCode(rule, outcome)) tally.ownCode += 1;
};

const countError = (tally: Tally, { outcome: { raised, inCalls }, index }: Counted): void => {
  if (raised !== null) countIn(tally.raised, observedName(raised, inCalls), index);
};

/** Outcomes by the instruction that they are about; a case without its twin says nothing. */
const countWithin = (tally: Tally, { outcome: { within, raised, verdict } }: Counted): void => {
  if (within == null || verdict.kind === 'inconclusive') return;
  const key = `${within}|${observedName(raised)}`;
  tally.within.set(key, (tally.within.get(key) ?? 0) + 1);
};

/** What matching transactions covered, also of a case that went wrong later on; but nothing without its twin. */
const countCoverage = (tally: Tally, { outcome: { covered, attempted, verdict } }: Counted): void => {
  if (verdict.kind === 'inconclusive') return;
  const add = (counts: Map<string, number>, label: string): unknown =>
    counts.set(label, (counts.get(label) ?? 0) + 1);
  for (const label of covered) add(tally.coverage, label);
  for (const label of attempted) add(tally.attempted, label);
};

/** Adds one case to a tally. */
export const count = (tally: Tally, counted: Counted): void => {
  const { rule, index, outcome } = counted;
  const { verdict } = outcome;
  tally.executed += 1;
  tally.leavesVerified += outcome.leavesVerified;
  countMatrix(tally, verdict);
  countError(tally, counted);
  countWithin(tally, counted);
  countCoverage(tally, counted);
  if (verdict.kind === 'inconclusive') tally.inconclusive += 1;
  else if (verdict.kind === 'unspecified') tally.unspecified += 1;
  else countEvidence(tally, counted);
  if (isDeviation(verdict)) countDeviation(tally, verdict, index);
  countPutDown(tally, verdict);
  if (verdict.kind !== 'match') return;
  tally.firstMatch ??= index;
  if (isTelling(rule, outcome)) tally.exemplar ??= index;
};
