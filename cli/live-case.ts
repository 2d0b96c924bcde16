// Makes a case for a rule that neither baseline nor report has one of, by running a few; it is kept in the report folder.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../programs/make-folder';
import { exemplarPath } from '../report/file-names';
import { writeWitness } from '../report/witness';
import type { Witness } from '../spec/result';
import { WorkerDeath } from './child';
import type { FoundWitness } from './find-witness';
import { shownPath } from '../programs/command-name';
import { liveSweep } from './live-sweep';
import { noteOwn } from './own-files';
import { programFiles, type ProgramOptions } from './program-options';
import type { OpenOptions } from './protocol';
import { writing } from './report-folder';
import { DEFAULT_SEED } from './run-options';
import { withSession, type Session } from './session';

const CASES = 30;

export type LiveOptions = Pick<OpenOptions, 'frozen'> & {
  readonly programs: ProgramOptions;
  readonly fences: ReadonlySet<string>;
  /** The report folder. */
  readonly report: string;
  /** The sweeps, of which a run keeps no case that is as documented. */
  readonly sweeps?: ReadonlySet<string>;
};

async function caseOf(claim: string, session: Session, { sweeps }: LiveOptions): Promise<Witness | null> {
  if (sweeps?.has(claim) === true) return liveSweep(claim, session);
  const { exemplar, findings } = await session.child.ask<'run'>({ type: 'run', claim }, 60_000);
  return findings[0]?.witness ?? exemplar;
}

type Made = ReadonlyMap<string, FoundWitness>;

/** A case for each rule, as far as the programs yield one; fewer if the validator fails. */
export async function liveCases(rules: readonly string[], options: LiveOptions): Promise<Made> {
  const { fences, frozen, report } = options;
  const made = new Map<string, FoundWitness>();
  if (rules.length === 0) return made;
  const programs = await programFiles(options.programs);
  const open = { ...programs, fences, seed: DEFAULT_SEED, runs: CASES, ...(frozen && { frozen }) };
  await withSession({ open, debug: false }, async (session) => {
    for (const claim of rules) {
      const content = await caseOf(claim, session, options);
      if (content === null) continue;
      const path = join(report, exemplarPath(claim));
      writing(report, () => {
        makeFolder(dirname(path));
        writeFileSync(path, writeWitness(content));
        noteOwn(report, exemplarPath(claim));
      });
      made.set(claim, { file: shownPath(path), content });
    }
  }).catch((error: unknown) => {
    if (!(error instanceof WorkerDeath)) throw error;
  });
  return made;
}
