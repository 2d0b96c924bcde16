// Opens the programs in the validator once and runs claims and witnesses on them.
import { createHash } from 'node:crypto';
import { openTraced } from '../harness/trace/traced-backend';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { loadRecorder } from '../programs/recorder/load';
import { readProgramFile } from '../programs/program-file';
import { SYSTEM_CODES } from '../spec/codes/system';
import type { ProgramHashes } from '../spec/result';
import type { Place } from '../spec/runtime-differences';
import { allNotApplicable, notApplicable } from '../spec/needs';
import { RULES } from '../spec/rules';
import { shapeOf, traitsOf } from '../spec/versions';
import { isRecorded, type About } from './asked';
import { claimById, type RunnableClaim } from './claims';
import type { Engine, EngineOptions } from './engine-types';
import { askedInFull } from './full-runs';
import { openingOf, type Opening } from './both/open';
import type { Opened } from './both/pair';
import { sightEngine } from './compare/sights';
import { modelMutationEngine } from './model-mutation/engine';
import { mutationEngine } from './mutation/engine';
import { subjectsOf } from './mutation/subjects';
import { pairEngine } from './precedence/engine';
import type { Runner } from './runner';
import { caseOf, runClaim } from './run-claim';
import { replayOn } from './replay';
import { traceEngine } from './traces/trace-engine';
import { openValidators } from './validators';

export { claims } from './claims';

const SYSTEM_NUMBERS: ReadonlySet<number> = new Set(SYSTEM_CODES.map(({ code }) => code));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const mustClaim = (id: string): RunnableClaim => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return claim;
};

/** No edit of a rule that is not about the version, whatever the baseline says; and what else makes its plans differ. */
const fencesFor = ({ version, fences }: Pick<EngineOptions, 'version' | 'fences'>): ReadonlySet<string> =>
  new Set([...fences, ...allNotApplicable(version), ...traitsOf(version)]);

/** Rules that are not about the version ask nothing of it. */
const worldOf = ({
  version,
  fences,
}: Pick<EngineOptions, 'version' | 'fences'>): Pick<Runner, 'shape' | 'rules' | 'unasked'> => ({
  unasked: fences,
  shape: shapeOf(version),
  rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
});

/** A witness of no claim is of no area either. */
const placeOf = (claim: string): Place => ({ claim, area: claimById(claim)?.area ?? '' });

/** What pairs of rules are of. */
const PAIRS: Place = { claim: 'precedence', area: 'precedence' };

type RunnerOf = (claim: About & { readonly id: string }) => Promise<Runner>;

/** Claims about what is handed on run in a world of their own, which starts when the first of them does. */
const runners = (
  real: Runner,
  openRecording: () => Promise<Runner>,
  runnerFor: Opening['runnerFor'],
): RunnerOf => {
  let recording: Promise<Runner> | undefined;
  return async (claim) => {
    const runner = isRecorded(claim) ? await (recording ??= openRecording()) : real;
    return runnerFor(runner, placeOf(claim.id));
  };
};

/**
 * Loads the published release, puts the given programs in place of its own, and starts the validator.
 * @throws InputError for a file that is no program, HarnessFault if the validator does not start.
 */
export const openEngine = async (options: EngineOptions): Promise<Engine> => {
  const release = loadRelease(options.version);
  const fromFile = (path: string | undefined, published: Buffer): Buffer =>
    path === undefined ? published : readProgramFile(path);
  const systemProgram = fromFile(options.systemProgram, release.systemProgram);
  const accountCompression = fromFile(options.accountCompression, release.accountCompression);
  const caller = loadCaller();
  const { noop, token, fixtures } = release;
  const own = { systemProgram, accountCompression, caller, ...(noop && { noop }), ...(token && { token }) };
  const about = worldOf(options);
  const { open: opening, notebook, runnerFor } = openingOf(options.backend);
  const opened: Opened[] = [];
  const open: Opening['open'] = async (how) => {
    const backend = await opening(how);
    opened.push(backend);
    return backend;
  };
  const kept = options.keepsBytes && { keepsContents: options.keepsBytes };
  const ownBuilds = options.systemProgram !== undefined || options.accountCompression !== undefined;
  const seen = { ownBuilds, ...(options.metered && { metered: options.metered }), ...kept };
  const real = await openValidators(open, { programs: own, fixtures, ...seen });
  const runnerOf = runners(
    { ...real, ...about },
    async () => {
      const programs = { ...own, accountCompression: loadRecorder() };
      const records = options.keepsBytes ? 'raw' : true;
      return { ...(await open({ programs, fixtures, records, aged: true, ...seen })), ...about };
    },
    runnerFor,
  );
  const programs: ProgramHashes = {
    version: options.version,
    systemProgram: sha256(systemProgram),
    accountCompression: sha256(accountCompression),
    caller: sha256(caller),
  };
  const { seed, known, frozen, beforeCase } = options;
  const fences = fencesFor(options);
  const run: Engine['run'] = async (id, fewer) => {
    const claim = mustClaim(id);
    const runs = fewer ?? options.runs ?? askedInFull(claim, options.version).defaultRuns;
    return runClaim({
      claim,
      runner: await runnerOf(claim),
      programs,
      seed,
      runs,
      fences,
      ...(known && { known }),
      frozen,
      ...(options.quick && { quick: options.quick }),
      ...(beforeCase && { beforeCase }),
      ...(notebook && { notebook }),
      ...(options.backend === 'litesvm' && { runtime: options.backend }),
    });
  };
  return {
    programs,
    run,
    planOf: (id, index) => caseOf(id, index, { seed, fences }),
    replay: replayOn({ runnerOf, notebook, frozen }),
    wrongModels: modelMutationEngine({ runnerOf, seed, fences, ...(beforeCase && { beforeCase }) }),
    sights: sightEngine({ runnerOf, seed, fences: options.fences, ...(beforeCase && { beforeCase }) }),
    traces: traceEngine({
      open: () => openTraced({ programs: own, fixtures }, SYSTEM_NUMBERS),
      runner: { ...(real.alone ?? real), ...about },
      seed,
      fences,
      ...(beforeCase && { beforeCase }),
    }),
    pairs: pairEngine({
      runner: runnerFor(real.alone ?? real, PAIRS),
      seed,
      ...(beforeCase && { beforeCase }),
    }),
    mutation: mutationEngine({
      ...{ systemProgram, known: known ?? [], note: beforeCase },
      ...subjectsOf({
        ...{
          programs: own,
          fixtures,
          version: options.version,
          seed,
          runnerOf,
          opened,
          frozen,
          frozenWithKeys: options.frozenWithKeys,
          open: (how) => opening({ ...how, ...seen }),
        },
        worldOf: (version) => worldOf({ version, fences: options.fences }),
        fencesFor: (version) => fencesFor({ version, fences: options.fences }),
      }),
    }),
  };
};
