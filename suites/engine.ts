// Opens the programs in the validator once and runs claims and witnesses on them.
import { createHash } from 'node:crypto';
import { openBankrun } from '../harness/backend';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { readProgramFile } from '../programs/program-file';
import type { ProgramHashes } from '../spec/result';
import { askedIn } from './asked';
import { claimById, type RunnableClaim } from './claims';
import type { Engine, EngineOptions, Replay } from './engine-types';
import { runCase, type Runner } from './run-case';
import { caseOf, runClaim } from './run-claim';

export { claims } from './claims';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const mustClaim = (id: string): RunnableClaim => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return claim;
};

/** A witness of a claim that no longer exists is judged by the documents alone. */
const UNKNOWN_CLAIM = { id: '', area: 'modes', rule: null } as const;

const replayOn =
  (runner: Runner): Engine['replay'] =>
  async ({ rule, plan, twin }): Promise<Replay> => {
    const model = askedIn(claimById(rule) ?? UNKNOWN_CLAIM, runner);
    const { verdict, twinAccepted, observation, judged } = await runCase(runner, { plan, twin }, model);
    return { verdict, twinAccepted, observation, predictions: judged.predictions };
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
  const backend = await openBankrun({
    programs: {
      systemProgram,
      accountCompression,
      caller,
      ...(release.noop === undefined ? {} : { noop: release.noop }),
    },
    fixtures: release.fixtures,
  });
  const programs: ProgramHashes = {
    version: options.version,
    systemProgram: sha256(systemProgram),
    accountCompression: sha256(accountCompression),
    caller: sha256(caller),
  };
  const { seed, fences, beforeCase } = options;
  const run: Engine['run'] = (id) => {
    const claim = mustClaim(id);
    const runs = options.runs ?? claim.defaultRuns;
    return runClaim({
      claim,
      runner: backend,
      programs,
      seed,
      runs,
      fences,
      ...(beforeCase && { beforeCase }),
    });
  };
  return {
    programs,
    run,
    planOf: (id, index) => caseOf(id, index, { seed, fences }),
    replay: replayOn(backend),
  };
};
