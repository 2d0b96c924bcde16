// Runs witnesses once more for commands that tell what happened in them.
import type { Run } from '../report/history';
import { WorkerDeath } from './child';
import type { FoundWitness } from './find-witness';
import { PATIENCE } from './open-child';
import { programFiles } from './program-options';
import { DEFAULT_SEED } from './run-options';
import { withSession } from './session';

/** What each witness did on a published version's programs, by its file; fewer if the validator fails. */
export async function rerun(
  witnesses: readonly FoundWitness[],
  version: string,
): Promise<ReadonlyMap<string, Run>> {
  const runs = new Map<string, Run>();
  if (witnesses.length === 0) return runs;
  const programs = await programFiles({ programVersion: version });
  const open = { ...programs, seed: DEFAULT_SEED, fences: new Set<string>() };
  await withSession({ open, debug: false }, async ({ child }) => {
    for (const { file, content } of witnesses) {
      const { rule, plan, twin } = content;
      runs.set(
        file,
        await child.ask<'replay'>({ type: 'replay', witness: { rule, plan, twin } }, PATIENCE.silence),
      );
    }
  }).catch((error: unknown) => {
    if (!(error instanceof WorkerDeath)) throw error;
  });
  return runs;
}
