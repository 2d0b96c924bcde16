// Lists the files of a report folder: the report, a witness per deviation, an exemplar per reached error or rule.
import type { DocumentedError } from '../spec/error-table';
import type { Baseline, ClaimResult, Witness } from '../spec/result';
import { baselineWitnessPath, makeBaseline, writeBaseline } from '../report/baseline';
import { withUntouched, type Unasked } from '../report/baseline-update';
import { exemplarPath } from '../report/file-names';
import { findingWitnesses } from '../report/findings';
import { documentedName } from '../report/ledger';
import { writeReport } from '../report/report';
import type { Report } from '../report/report-types';
import { disagreementWitnesses } from '../report/runtimes';
import { writeWitness } from '../report/witness';

type Files = readonly (readonly [path: string, witness: Witness])[];

export const seenWitness = (raised: string, results: readonly ClaimResult[]): Witness | undefined =>
  results.flatMap(({ seenCodes }) => seenCodes).find((seen) => seen.raised === raised)?.witness;

/** For a documented error: the exemplar of the first of its rules that has one, else any case that raised it. */
function errorExemplar(error: DocumentedError, results: readonly ClaimResult[]): Files {
  const own = results.find(({ claim, exemplar }) => error.rules.includes(claim) && exemplar !== null);
  const witness = own?.ownCode ? own.exemplar : seenWitness(documentedName(error), results);
  return witness == null ? [] : [[exemplarPath(String(error.code ?? error.name)), witness]];
}

function strangers(report: Report, results: readonly ClaimResult[]): Files {
  return report.ledger.undocumented.flatMap(({ raised, witness: path }) => {
    const witness = seenWitness(raised, results);
    return witness === undefined ? [] : [[path, witness] as const];
  });
}

const exemplars = (results: readonly ClaimResult[]): Files =>
  results.flatMap(({ claim, kind, exemplar }) =>
    exemplar === null || kind === 'sweep' ? [] : [[exemplarPath(claim), exemplar] as const],
  );

export type FilesInput = {
  readonly report: Report;
  readonly results: readonly ClaimResult[];
  readonly errors: readonly DocumentedError[];
  readonly baseline: Baseline | null;
  /** The baseline's witnesses, by the names that it gives them. */
  readonly known: Files;
  /** What the run could say nothing about: in a proposed baseline it stays as it is. */
  readonly unasked: Unasked;
  /** Witnesses of faults, with their paths. */
  readonly faults: Files;
};

/** `baseline/<version>.json` and its witnesses, ready to be copied to baselines/: of what was left as it was, the former ones. */
function proposal({
  report,
  baseline,
  known,
  unasked,
  results,
}: FilesInput): readonly (readonly [string, string])[] {
  const { version } = report.programs;
  const made = makeBaseline(report, baseline);
  const proposed = withUntouched(report, made, { before: baseline, unasked });
  const named = new Set(proposed.deviations.map(({ witness }) => witness));
  const fresh = results
    .flatMap(findingWitnesses)
    .map(([path, witness]) => [baselineWitnessPath(version, path), witness] as const);
  const witnesses = [...known, ...fresh].filter(([name]) => named.has(name));
  return [
    [`baseline/${version}.json`, writeBaseline(proposed)],
    ...witnesses.map(([name, witness]) => [`baseline/${name}`, writeWitness(witness)] as const),
  ];
}

/** Path in the report folder to text, of everything but run-info.json. */
export function reportFiles(input: FilesInput): ReadonlyMap<string, string> {
  const { report, results, errors, faults } = input;
  const witnesses: Files = [
    ...results.flatMap(findingWitnesses),
    ...faults,
    ...disagreementWitnesses(results),
    ...exemplars(results),
    ...errors.flatMap((error) => errorExemplar(error, results)),
    ...strangers(report, results),
  ];
  return new Map([
    ['report.json', writeReport(report)],
    ...witnesses.map(([path, witness]) => [path, writeWitness(witness)] as const),
    ...proposal(input),
  ]);
}
