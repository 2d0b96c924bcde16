// Finds or makes the cases that an explanation shows.
import { lawById } from '../spec/laws';
import { ruleById } from '../spec/rules';
import { fencesOf } from '../report/baseline';
import type { Claim } from '../suites/engine-types';
import { frozenErrors, type BaselineFile } from './baseline-file';
import { commandName, shellWord } from '../programs/command-name';
import { errorsNamed } from './error-target';
import { findWitness, type FoundWitness } from './find-witness';
import { liveCases } from './live-case';
import { isOwnBuild, type ProgramOptions } from './program-options';
import { sameFlags, type SameRun } from './same-run';

/** What to type to run a case again on the same builds, by the same baseline. */
export const replayOn =
  (same: SameRun) =>
  (file: string): string =>
    `${commandName()} replay ${shellWord(file)}${sameFlags(same)}`;

/** The claims that an explanation of `target` is about. */
export const claimsOf = (target: string, sweeps: readonly Claim[]): readonly string[] => {
  if (ruleById(target) !== undefined || lawById(target) !== undefined) return [target];
  if (sweeps.some(({ id }) => id === target)) return [target];
  return errorsNamed(target)[0]?.rules ?? [];
};

type Sources = {
  readonly baseline: BaselineFile | null;
  readonly report: string;
  readonly programs: ProgramOptions;
  readonly sweeps: readonly Claim[];
};

/** A case for each rule: one that lies ready, else one made now. */
export async function casesOf(
  rules: readonly string[],
  { baseline, report, programs, sweeps }: Sources,
): Promise<ReadonlyMap<string, FoundWitness>> {
  const ready = rules.flatMap((id) => {
    const found = findWitness(id, baseline, { report, ownBuild: isOwnBuild(programs) });
    return found === undefined ? [] : [[id, found] as const];
  });
  const known = new Map(ready);
  const bare = rules.filter((id) => !known.has(id));
  const live = await liveCases(bare, {
    programs,
    report,
    fences: fencesOf(baseline?.content ?? null),
    ...frozenErrors(baseline),
    sweeps: new Set(sweeps.map(({ id }) => id)),
  });
  return new Map([...known, ...live]);
}
