// Compares a run with its baseline both ways: red for what is not listed, and for what is listed and no longer so.
import type { Baseline } from '../spec/result';
import { NO_REASON } from './baseline-reason';
import { EVIDENCE_FLOOR } from './bound';
import type { FrozenCodes } from './codes/frozen';
import { codesNotes, codesProblems, type CodesGate } from './codes/gate';
import { coverageProblems } from './coverage';
import { exitCodeOf, weightiestFirst } from './exit-code';
import { entriesOf } from './findings';
import { rowProblems } from './gate-rules';
import { missingObserved, observedProblems } from './observed-codes';
import { disagreementProblems } from './runtimes';
import type { Gate, Problem, ReportBody } from './report-types';

export type GateInput = {
  readonly body: ReportBody;
  readonly baseline: Baseline | null;
  readonly frozen?: FrozenCodes | null;
  /** Ids of the claims that were to run. */
  readonly selected: ReadonlySet<string>;
  /** Whether nothing was filtered out, so that every rule and every baseline entry must have run. */
  readonly complete: boolean;
  /** Ids of the claims that there are and that were filtered out; left out, not known. */
  readonly unselected?: ReadonlySet<string>;
  /** The system program was given by path: another hash than the baseline's is legitimate. */
  readonly ownBuild: boolean;
  /** A build of somebody's own stands in the place of account-compression. */
  readonly ownCompression?: boolean;
  /** The day of the run, as 2026-01-31; left out, no entry of the baseline expires. */
  readonly today?: string;
};

const faultProblems = ({ faults }: ReportBody): readonly Problem[] =>
  faults.map(({ claim, sentence }) => ({ kind: 'fault', claim, sentence }));

const didNotRun = (claim: string, why: string): Problem => ({
  kind: 'vacuous',
  claim,
  sentence: `${claim} did not run${why}.`,
});

function runProblems({ body, baseline, selected, complete }: GateInput): readonly Problem[] {
  const wanted = (id: string): boolean => selected.has(id) || complete;
  const rows = [...body.rules, ...body.sweeps, ...body.laws];
  const silent = new Set(
    [...body.rules, ...body.laws].filter(({ executed }) => executed === 0).map(({ id }) => id),
  );
  const judged = rows.filter(({ id }) => wanted(id) && !silent.has(id));
  const missing = [...selected].filter((id) => !rows.some((row) => row.id === id && row.executed > 0));
  return [
    ...judged.flatMap((row) => rowProblems(row, entriesOf(baseline, row.id), EVIDENCE_FLOOR)),
    ...missing.filter((id) => !judged.some((row) => row.id === id)).map((id) => didNotRun(id, '')),
    ...[...silent]
      .filter((id) => complete && !selected.has(id))
      .map((id) => didNotRun(id, ': no claim tests it')),
  ];
}

/** Entries for rules that do not exist; what was chosen does, though it may not have begun, and so does what was filtered out. */
function orphanProblems({ body, baseline, complete, selected, unselected }: GateInput): readonly Problem[] {
  if (baseline === null || (!complete && unselected === undefined)) return [];
  const rows = [...body.rules, ...body.sweeps, ...body.laws];
  const known = new Set([...rows.map(({ id }) => id), ...selected, ...(unselected ?? [])]);
  const orphans = new Set(baseline.deviations.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...orphans].map((rule) => ({
    kind: 'stale',
    claim: rule,
    sentence: `${rule} is listed in the baseline, but there is no such rule.`,
  }));
}

function fenceProblems({ body }: GateInput): readonly Problem[] {
  return body.fences
    .filter(({ rules }) => rules.length === 0)
    .map(({ fence }) => ({
      kind: 'fence-without-deviation',
      claim: null,
      sentence: `The fence "${fence}" held values back, but no deviation in the baseline asks for it.`,
    }));
}

/** A proposal is no baseline until a person has said why. */
function reasonProblems({ baseline, selected, complete }: GateInput): readonly Problem[] {
  return (baseline?.deviations ?? [])
    .filter(({ rule, reason }) => reason === NO_REASON && (complete || selected.has(rule)))
    .map(({ rule, observed }) => ({
      kind: 'unexplained',
      claim: rule,
      sentence: `The baseline's entry for ${rule} (observed ${observed}) has no reason yet: say why in words.`,
    }));
}

/** An entry holds on its last day, too. What the report says does not depend on the day but by this. */
function expiryProblems({ baseline, selected, complete, today }: GateInput): readonly Problem[] {
  return (baseline?.deviations ?? [])
    .filter(({ rule }) => complete || selected.has(rule))
    .filter(({ expires }) => today !== undefined && expires !== undefined && expires < today)
    .map(({ rule, observed, expires, link }) => ({
      kind: 'expired',
      claim: rule,
      sentence: `The baseline's entry for ${rule} (observed ${observed}) expired after ${expires ?? ''}: decide anew${link === undefined ? '' : ` (${link})`}, and give it another day (what is proposed keeps the old one) or take it out.`,
    }));
}

const otherHash = ({ body, baseline }: GateInput): boolean =>
  baseline !== null && baseline.systemProgram !== body.programs.systemProgram;

function hashProblems(input: GateInput): readonly Problem[] {
  if (!otherHash(input) || input.ownBuild) return [];
  const sentence = `The baseline was recorded for another system program (sha256 ${input.baseline?.systemProgram.slice(0, 16) ?? ''}..., loaded ${input.body.programs.systemProgram.slice(0, 16)}...).`;
  return [{ kind: 'stale', claim: null, sentence }];
}

const codesInput = ({ body, frozen = null, complete }: GateInput): CodesGate => ({ body, frozen, complete });

const OWN_COMPRESSION =
  'Your build stands in the place of account-compression: what the system program does with its answers is judged, too.';

function notesOf(input: GateInput): readonly string[] {
  const { body, baseline, ownBuild, ownCompression = false } = input;
  const own = `Your build of the system program is compared with the baseline of ${baseline?.programVersion ?? ''}, which was recorded for other bytes.`;
  return [
    ...(otherHash(input) && ownBuild ? [own] : []),
    ...(ownCompression ? [OWN_COMPRESSION] : []),
    ...(baseline === null ? [] : missingObserved(body.rules, baseline)),
    ...codesNotes(codesInput(input)),
  ];
}

/** The two-way gate. Without a baseline every deviation is unlisted, and nothing is frozen. */
export function gate(input: GateInput): Gate {
  const { body, baseline, selected } = input;
  const nothing: readonly Problem[] =
    selected.size > 0 ? [] : [{ kind: 'vacuous', claim: null, sentence: 'The selection contains no claim.' }];
  const problems = [
    ...faultProblems(body),
    ...disagreementProblems(body),
    ...nothing,
    ...runProblems(input),
    ...coverageProblems(input),
    ...codesProblems(codesInput(input)),
    ...(baseline === null ? [] : observedProblems(body.rules, baseline)),
    ...orphanProblems(input),
    ...reasonProblems(input),
    ...expiryProblems(input),
    ...fenceProblems(input),
    ...hashProblems(input),
  ];
  return { exitCode: exitCodeOf(problems), problems: weightiestFirst(problems), notes: notesOf(input) };
}
