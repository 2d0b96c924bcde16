// What the package gives to somebody who imports it: checks their own program's calls into the system program.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../programs/errors';
import { readManifest } from '../programs/release-manifest';
import { projectRoot } from '../programs/root';
import { fencesOf, parseBaseline } from '../report/baseline';
import type { Baseline } from '../spec/result';
import { checkClaim } from './callers/check';
import { guestClaims, type GuestClaim } from './callers/claims';
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

const CASES = 10;

const fileOf = (version: string): string => join(projectRoot(), 'baselines', `${version}.json`);

/** A version without a baseline of its own is taken to be like the default one. */
const baselineOf = (version: string): Baseline => {
  const file = existsSync(fileOf(version)) ? fileOf(version) : fileOf(readManifest().default);
  return parseBaseline(readFileSync(file, 'utf8'), file);
};

const refuseUnknown = (claims: readonly GuestClaim[], { only = [], except = [] }: CheckOptions): void => {
  const unknown = [...only, ...except].find((id) => !claims.some((claim) => claim.id === id));
  if (unknown !== undefined)
    throw new InputError(`There is no claim ${unknown} about callers: \`callerClaims()\` lists them.`);
};

const positive = (value: number, name: string): number => {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InputError(`\`${name}\` is ${value}: give a whole number above 0.`);
};

/** The ids of what is asked of a caller, valid calls first, with what the documents say of each. */
export const callerClaims = (
  version = readManifest().default,
): readonly { readonly id: string; readonly statement: string }[] =>
  guestClaims(version, fencesOf(baselineOf(version))).map(({ id, statement }) => ({ id, statement }));

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
  const amount = { cases: positive(options.cases ?? CASES, 'cases'), seed: options.seed ?? 1 };
  const worlds = await openWorlds(caller);
  try {
    const baseline = baselineOf(worlds.version);
    const all = guestClaims(worlds.version, fencesOf(baseline));
    refuseUnknown(all, options);
    const asked = all.filter(
      ({ id }) => (options.only?.includes(id) ?? true) && options.except?.includes(id) !== true,
    );
    const results = [];
    for (const claim of asked) results.push(await checkClaim({ worlds, baseline }, claim, amount));
    const claims = results.map(({ claim }) => claim);
    const findings = results.flatMap((result) => result.findings);
    const conforms = findings.length === 0 && claims.some(({ counts }) => counts.shown > 0);
    const verdict = { conforms, claims, findings };
    return { ...verdict, text: verdictText(verdict) };
  } finally {
    worlds.close();
  }
};
