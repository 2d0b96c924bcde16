// What the package gives to somebody who imports it: checks their own program's calls into the system program.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, releaseOf } from '../programs/release-manifest';
import { projectRoot } from '../programs/root';
import { fencesOf, parseBaseline } from '../report/baseline';
import type { Baseline } from '../spec/result';
import { checkClaim } from './callers/check';
import { guestClaims } from './callers/claims';
import { amountOf, chosen, requireCaller, requireOptions } from './callers/given';
import { openWorlds } from './callers/session';
import { verdictText } from './callers/text';
import type { CallerProgram, CallerVerdict, CheckOptions } from './callers/types';

export type {
  CallAccount,
  CallerClaim,
  CallerFinding,
  CallerInstruction,
  CallerProgram,
  CallerVerdict,
  CallerVerdictKind,
  CaseKind,
  CheckOptions,
  ExtraAccount,
  InvokeCpiCall,
  PlainInstruction,
  Web3Instruction,
} from './callers/types';
export type { Witness } from '../spec/result';

const fileOf = (version: string): string => join(projectRoot(), 'baselines', `${version}.json`);

/** A version without a baseline of its own is taken to be like the default one. */
const baselineOf = (version: string): Baseline => {
  const file = existsSync(fileOf(version)) ? fileOf(version) : fileOf(readManifest().default);
  return parseBaseline(readFileSync(file, 'utf8'), file);
};

/**
 * The ids of what is asked of a caller, valid calls first, with what the documents say of each.
 * @throws InputError listing the known versions for an unknown one.
 */
export const callerClaims = (
  version = readManifest().default,
): readonly { readonly id: string; readonly statement: string }[] => {
  releaseOf(readManifest(), version);
  return guestClaims(version, fencesOf(baselineOf(version))).map(({ id, statement }) => ({ id, statement }));
};

/**
 * Makes InvokeCpi calls through your program, valid ones and ones that break one rule each, on the published programs in
 * an in-process validator, and compares what your program hands over and what comes of it with the documents.
 * The same options give the same verdict. Takes a few seconds; the programs (7 MB) are downloaded once.
 * @throws InputError in one sentence for a file that is no program, a bad id, version, option or instruction, and where
 *   the programs are not in the cache and there is no network; whatever your `instruction` function throws.
 */
export const checkCaller = async (
  caller: CallerProgram,
  options: CheckOptions = {},
): Promise<CallerVerdict> => {
  requireCaller(caller);
  requireOptions(options);
  const amount = amountOf(options);
  const worlds = await openWorlds(caller);
  try {
    const baseline = baselineOf(worlds.version);
    const all = guestClaims(worlds.version, fencesOf(baseline));
    const results = [];
    for (const claim of chosen(all, options))
      results.push(await checkClaim({ worlds, baseline }, claim, amount));
    const claims = results.map(({ claim }) => claim);
    const findings = results.flatMap((result) => result.findings);
    const conforms = findings.length === 0 && claims.some(({ counts }) => counts.shown > 0);
    const verdict = { conforms, claims, findings };
    return { ...verdict, text: verdictText(verdict) };
  } finally {
    worlds.close();
  }
};
