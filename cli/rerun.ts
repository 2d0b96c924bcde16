// Runs witnesses once more for commands that tell what happened in them.
import type { Run } from '../report/history';
import { lawById } from '../spec/laws';
import type { Plan } from '../spec/plan';
import type { ProgramHashes, Witness } from '../spec/result';
import type { BackendName, RuntimeName } from '../spec/runtime';
import type { ProgramFiles } from '../suites/engine-types';
import { WorkerDeath, type Child } from './child';
import { backendOf } from './backend-option';
import type { FoundWitness } from './find-witness';
import { PATIENCE } from './open-child';
import { programFiles, type ProgramOptions } from './program-options';
import { grouped, runtimeOf } from './recorded-runtime';
import type { OpenOptions, ReplayInput } from './protocol';
import { DEFAULT_SEED } from './run-options';
import { withSession } from './session';

/** What a case did just now: of a law, both roads, each judged by the documents alone. */
export type Roads = { readonly run: Run; readonly first: Run | null };
/** The same, and the programs that it did it on. */
export type Rerun = Roads & { readonly programs: ProgramHashes };

/** No claim: judged by the documents alone. */
const NO_CLAIM = '';

type Asked = { readonly child: Child; readonly content: Witness };

async function runOf(child: Child, witness: ReplayInput): Promise<Run> {
  return child.ask<'replay'>({ type: 'replay', witness }, PATIENCE.silence);
}

/** Asks a worker for one witness. */
export async function rerunOne({ child, content: { rule, plan, twin } }: Asked): Promise<Roads> {
  if (lawById(rule) === undefined || twin === null)
    return { run: await runOf(child, { rule, plan, twin }), first: null };
  const road = (one: Plan): Promise<Run> => runOf(child, { rule: NO_CLAIM, plan: one, twin: null });
  const first = await road(twin);
  return { run: await road(plan), first };
}

type Loaded = ProgramFiles & Pick<OpenOptions, 'frozen' | 'keepsBytes'> & { readonly backend: BackendName };

async function rerunOn(files: Loaded, witnesses: readonly FoundWitness[]): Promise<Runs> {
  const runs = new Map<string, Rerun>();
  const open = { ...files, seed: DEFAULT_SEED, fences: new Set<string>() };
  await withSession({ open, debug: false }, async ({ child, programs }) => {
    for (const { file, content } of witnesses)
      runs.set(file, { ...(await rerunOne({ child, content })), programs });
  }).catch((error: unknown) => {
    if (!(error instanceof WorkerDeath)) throw error;
  });
  return runs;
}

type Runs = ReadonlyMap<string, Rerun>;

/** On which runtime, if not on each one's own, what errors are frozen, and whether bytes are kept. */
export type RerunOptions = Pick<OpenOptions, 'frozen' | 'keepsBytes'> & {
  readonly backend?: RuntimeName | undefined;
};

/**
 * What each witness did on a published version's programs, or builds in their place, by its file; fewer if the validator
 * fails.
 */
export async function rerun(
  witnesses: readonly FoundWitness[],
  options: ProgramOptions,
  { backend, ...more }: RerunOptions,
): Promise<Runs> {
  const groups = grouped(witnesses, ({ content }) => backend ?? runtimeOf(content));
  const runs: [string, Rerun][] = [];
  for (const [name, group] of groups) {
    const files = await programFiles(options);
    const own = backendOf(name, { programVersion: files.version });
    runs.push(...(await rerunOn({ ...files, ...more, backend: own }, group)));
  }
  return new Map(runs);
}
