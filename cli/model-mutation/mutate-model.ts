// The command `mutate-model`: every documented rule made wrong in the model, and whether the real programs refute it.
import { fencesOf } from '../../report/baseline';
import { EXIT } from '../../report/exit-code';
import { writeJson } from '../../report/json';
import { explainedBy } from '../../report/model-mutation/explain';
import { mutationExit, totalsOf } from '../../report/model-mutation/report';
import { mutationText } from '../../report/model-mutation/text';
import { paintFor } from '../../report/terminal/paint';
import type { ModelMutant, ModelMutationReport, MutantResult } from '../../spec/model-mutation';
import type { Baseline, ProgramHashes } from '../../spec/result';
import { withoutV2Trees } from '../../spec/versions';
import { explanationOf, togetherOf } from '../../suites/model-mutation/explained';
import { loadBaseline } from '../baseline-file';
import { WorkerDeath, type Child } from '../child';
import { allClaims } from '../engine';
import { badInput, Failure } from '../failure';
import { PATIENCE } from '../open-child';
import { pinnedVersion, programFiles } from '../program-options';
import { openReportFolder } from '../report-folder';
import { runInfo } from '../run-report';
import { withSession } from '../session';
import { TOOL } from '../tool';
import { chooseMutants, elsewhere, type Chosen } from './claims';
import { mutateModelOptions, type MutateModelFlags, type MutateModelOptions } from './options';
import { refuteAll, type Ask, type Refuted } from './refute-all';

/** Milliseconds for a claim: judging by many models notes no case. */
const SILENCE = 4 * PATIENCE.silence;

const show = (done: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${done} claims asked`);
};

/** Asks a worker, and counts on a terminal what was asked. */
function asking({ ask }: Child, cases: number): Ask {
  let done = 0;
  return async (claim, mutants) => {
    const answer = await ask<'refute'>({ type: 'refute', request: { claim, cases, mutants } }, SILENCE);
    show((done += 1));
    return answer;
  };
}

type Mutating = {
  readonly options: MutateModelOptions;
  readonly chosen: Chosen;
  readonly version: string;
  readonly baseline: Baseline | null;
};

const isOne = ({ besides }: ModelMutant): boolean => besides === undefined;

/** The listed reason, if it holds: without the rules that say the same, too, the model is refuted. */
function listed(mutant: ModelMutant, all: Refuted['mutants'], version: string): string | null {
  const explanation = explanationOf(mutant, version);
  if (explanation === null) return null;
  const { id } = togetherOf(explanation);
  const holds = explanation.besides.length === 0 || all.find((one) => one.id === id)?.refutation != null;
  return holds ? explanation.why : null;
}

/** The mutants, and for each listed reason the model that must be refuted if it holds. */
const withReasons = (mutants: readonly ModelMutant[], version: string): readonly ModelMutant[] => {
  const reasons = mutants.flatMap((mutant) => explanationOf(mutant, version) ?? []);
  return [...mutants, ...[...new Set(reasons)].filter(({ besides }) => besides.length > 0).map(togetherOf)];
};

const reportOf = (
  { mutants, own }: Refuted,
  programs: ProgramHashes,
  { chosen, options, baseline, version }: Mutating,
): ModelMutationReport => {
  const results = mutants.filter(isOne).map((mutant): MutantResult => {
    const its = own[mutant.rule] ?? { executed: 0, matching: 0, named: 0 };
    return { ...mutant, explained: listed(mutant, mutants, version) ?? explainedBy(baseline, mutant, its) };
  });
  const { seed, cases } = options;
  const { notApplicable } = chosen;
  const head = { formatVersion: 1, tool: TOOL, programs, seed, cases } as const;
  return { ...head, totals: totalsOf(results), notApplicable, own, mutants: results };
};

async function mutate(mutating: Mutating): Promise<ModelMutationReport> {
  const { options, chosen, version, baseline } = mutating;
  const { seed, cases, debug } = options;
  const known = await allClaims();
  const files = await programFiles({ programVersion: version });
  const open = { ...files, seed, fences: fencesOf(baseline) };
  return withSession({ open, debug }, async ({ child, programs }) => {
    const refuted = await refuteAll({
      mutants: withReasons(chosen.mutants, version),
      ask: asking(child, cases),
      elsewhere: (mutant) => elsewhere(known, mutant, version),
    });
    return reportOf(refuted, programs, mutating);
  }).catch((error: unknown) => {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(`The validator stopped (${error.reason}) on ${version}.`, EXIT.fault);
  });
}

/** The version that is meant. Throws Failure with exit code 2 for one that the suite moves plans to v1 trees for. */
function versionOf({ version }: MutateModelOptions): string {
  const pinned = pinnedVersion(version === undefined ? {} : { programVersion: version });
  const why = withoutV2Trees(pinned);
  if (why !== null) throw badInput(why);
  return pinned;
}

/** Returns 0 where every mutant is refuted or explained, 1 where one is neither, 5 for an explanation that is refuted. */
export async function mutateModel(flags: MutateModelFlags): Promise<number> {
  const started = Date.now();
  const options = mutateModelOptions(flags);
  const version = versionOf(options);
  const chosen = chooseMutants(await allClaims(), options, version);
  if (chosen.mutants.length === 0)
    throw new Failure(
      'Nothing is mutated: what is named holds no documented rule about this version.',
      EXIT.vacuous,
    );
  const folder = openReportFolder(options.report);
  try {
    process.stderr.write(
      `Judging ${options.cases} cases of each claim on ${version} by ${chosen.mutants.length} wrong models.\n`,
    );
    const baseline = loadBaseline(undefined, version)?.content ?? null;
    const report = await mutate({ options, chosen, version, baseline });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
    const json = writeJson(report, new Map());
    folder.replace(
      new Map([
        ['model-mutation.json', json],
        ['run-info.json', runInfo({ workers: 1 }, started)],
      ]),
    );
    const paint = paintFor(process.stdout.isTTY, process.env);
    process.stdout.write(options.json ? json : `${mutationText(report, paint)}\n`);
    return mutationExit(report);
  } finally {
    folder.close();
  }
}
