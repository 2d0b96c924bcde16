// The command `mutate`: changes the system program one instruction at a time and asks whether the suite notices.
import { readFileSync } from 'node:fs';
import { rekeyOf } from '../../harness/mutation/keys';
import { loadRelease } from '../../programs/load';
import { fencesOf } from '../../report/baseline';
import { EXIT } from '../../report/exit-code';
import { writeMutation } from '../../report/mutation/json';
import { mutationExit, oneMutantExit } from '../../report/mutation/exit';
import { mutantText } from '../../report/mutation/mutant-text';
import { mutationText, staleLines } from '../../report/mutation/text';
import { paintFor } from '../../report/terminal/paint';
import type { Area } from '../../spec/rule';
import { rekeyedVersion, withoutV2Trees } from '../../spec/versions';
import type { Claim } from '../../suites/engine-types';
import { knownWitnesses } from '../../suites/known-witnesses';
import { loadBaseline } from '../baseline-file';
import { allClaims } from '../engine';
import { badInput, Failure } from '../failure';
import { INTERRUPTED, interruptible } from '../interrupt';
import { pinnedVersion, programFiles } from '../program-options';
import { openReportFolder } from '../report-folder';
import { runInfo } from '../run-report';
import { selectClaims } from '../select';
import { WORKER } from '../tool';
import { frozenOf } from './frozen';
import { openLanes } from './lanes';
import { mutateOptions, type MutateFlags, type MutateOptions } from './options';
import { isAsked, perform, performOne } from './perform';
import { timeLine } from './seconds';
import { PROOFS, type Job } from './tries';

/** What a program is called once it has the keys of the committed proofs; null where nobody knows where they belong. */
const rekeyedOf = (version: string, systemProgram: Buffer): string | null =>
  rekeyOf(systemProgram) === null ? null : rekeyedVersion(version);

/** Attempts at every code of the whole list, by InvokeCpi. */
const CODES: Area = 'codes';
const BY_INVOKE_CPI = 'codes/invoke-cpi/';

/** Those of the two documents by default, attempts at codes, and those about proofs; roads at different slots need a validator each. */
async function claimsFor(
  options: MutateOptions,
  version: string,
  systemProgram: Buffer,
): Promise<readonly Claim[]> {
  const { rules, areas } = options;
  const all = await allClaims();
  const rekeyed = rekeyedOf(version, systemProgram);
  const shown = rekeyed ?? version;
  const { claims } = selectClaims(all, { rules, areas, version: shown });
  const ofArea = (area: Area): readonly Claim[] =>
    isAsked(options) ? [] : selectClaims(all, { rules, areas: [area], version: shown }).claims;
  const codes = ofArea(CODES).filter(({ id }) => id.startsWith(BY_INVOKE_CPI));
  const proofs = rekeyed === null ? [] : ofArea(PROOFS);
  const found = [...claims, ...codes, ...proofs].filter(({ law }) => law?.slot === undefined);
  if (found.length === 0)
    throw new Failure('Nothing is tried: what is named holds no claim that runs at one slot.', EXIT.vacuous);
  return found;
}

/** The Anchor programs do not hash on LiteSVM. */
function requireRunnable(version: string): void {
  if (withoutV2Trees(version) === null) return;
  throw badInput(
    `mutate runs on LiteSVM, where the programs of ${version} do not hash: take a later version.`,
  );
}

async function prepared(options: MutateOptions): Promise<Omit<Job, 'lanes'>> {
  requireRunnable(pinnedVersion(options.programs));
  const files = await programFiles(options.programs);
  const baseline = loadBaseline(options.baseline, files.version);
  const known = baseline === null ? [] : knownWitnesses(baseline.content, baseline.folder);
  const { systemProgram: path } = files;
  const systemProgram = path === undefined ? loadRelease(files.version).systemProgram : readFileSync(path);
  const claims = await claimsFor(options, files.version, systemProgram);
  const fences = fencesOf(baseline?.content ?? null);
  return {
    options,
    claims,
    open: {
      ...files,
      seed: options.seed,
      fences,
      known,
      backend: 'litesvm',
      keepsBytes: true,
      ...frozenOf(baseline),
    },
    systemProgram,
  };
}

/** Runs mutants of the system program. Returns 0 where the suite notices enough of them. */
export async function mutate(flags: MutateFlags): Promise<number> {
  const started = Date.now();
  const options = mutateOptions(flags);
  const job = await prepared(options);
  const folder = openReportFolder(options.report);
  const { workers, debug } = options;
  try {
    const { report, seconds } = await interruptible(async (signal) => {
      const input = { open: job.open, workers, script: WORKER, folder: folder.temporary, debug, signal };
      const lanes = openLanes(input);
      const whole = { ...job, lanes };
      try {
        return await (options.mutant === null ? perform(whole) : performOne(whole, options.mutant));
      } catch (error) {
        if (!signal.aborted) throw error;
        throw new Failure('Interrupted: nothing was counted, the previous report is as it was.', INTERRUPTED);
      } finally {
        await lanes.close();
      }
    });
    const text = writeMutation(report);
    const files = [
      ['mutation.json', text],
      ['run-info.json', runInfo({ workers }, started, seconds)],
    ] as const;
    if (options.writes) folder.replace(new Map(files));
    const paint = paintFor(process.stdout.isTTY, process.env);
    const one = options.mutant === null ? [] : report.rows.map(mutantText);
    const told =
      one.length === 0
        ? [timeLine(seconds), mutationText(report, paint)].join('\n')
        : [...one, ...staleLines(report)].join('\n');
    process.stdout.write(options.json ? text : `${told}\n`);
    return options.mutant === null ? mutationExit(report) : oneMutantExit(report);
  } finally {
    folder.close();
  }
}
