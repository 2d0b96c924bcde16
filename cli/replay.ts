// The command `replay`: runs recorded cases again and says whether they still do what was recorded.
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { EXIT } from '../report/exit-code';
import { historyOf } from '../report/history';
import { replayText } from '../report/terminal/replay-text';
import { paintFor } from '../report/terminal/paint';
import type { BackendName } from '../spec/runtime';
import type { Baseline } from '../spec/result';
import { backendOf } from './backend-option';
import { WorkerDeath } from './child';
import { frozenErrors, loadBaseline } from './baseline-file';
import { allClaims } from './engine';
import { Failure } from './failure';
import type { FoundWitness } from './find-witness';
import { PATIENCE } from './open-child';
import { programFiles, type ProgramOptions } from './program-options';
import { DEFAULT_SEED } from './run-options';
import { count, countsText, exitCodeOf, listing, newCounts, type Counts, type Told } from './replay-counts';
import { replayPairs, type FoundPair } from './replay-pairs';
import type { OpenOptions } from './protocol';
import { grouped, runtimeOf } from './recorded-runtime';
import { apartIn } from './replay-runtimes';
import { withSession, type Session } from './session';
import { readWitnesses, requireKnownRules, type Found } from './witness-files';

export type ReplayFlags = ProgramOptions & {
  readonly debug?: boolean;
  readonly backend?: string;
  /** By whose frozen errors cases are judged; left out, by those of the version that is loaded. */
  readonly baseline?: string;
};

type Telling = {
  readonly session: Session;
  readonly backend: BackendName;
  /** Step by step, rather than in a few lines. */
  readonly full: boolean;
  /** What is known of the version; null for nothing. */
  readonly baseline: Baseline | null;
};

/** Replays one witness and prints it. */
async function replayOne(
  { file, content }: FoundWitness,
  { session, backend, full, baseline }: Telling,
): Promise<Told> {
  const { rule, plan, twin } = content;
  const { child, programs } = session;
  try {
    const replay = await child.ask<'replay'>(
      { type: 'replay', witness: { rule, plan, twin } },
      PATIENCE.silence,
    );
    const { twinAccepted, verdict } = replay;
    const apart = apartIn(content, replay);
    const known = listing(rule, verdict, baseline);
    const paint = paintFor(process.stdout.isTTY, process.env);
    const text = replayText({
      file,
      witness: content,
      verdict,
      twinAccepted,
      programs,
      backend,
      errors: DOCUMENTED_ERRORS,
      paint,
      history: full ? historyOf(plan, replay) : null,
      ...known,
    });
    process.stdout.write(`${text}\n${apart.map((one) => `  ${one.text}\n`).join('')}`);
    return { kind: verdict.kind, agree: apart.every(({ isKnown }) => isKnown), ...known };
  } catch (error) {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(`The validator stopped (${error.reason}) while replaying ${file}.`, EXIT.fault);
  }
}

async function replayGroup({ witnesses, pairs }: Found, telling: Telling, counts: Counts): Promise<void> {
  for (const witness of witnesses) count(counts, await replayOne(witness, telling));
  counts.pairs += pairs.length;
  counts.otherPairs += await replayPairs(pairs, telling.session, telling.full);
}

/** What runs on the same programs and the same runtime. */
type Group = Found & {
  readonly open: OpenOptions & { readonly backend: BackendName };
  readonly baseline: Baseline | null;
};

async function groupsOf({ witnesses, pairs }: Found, flags: ReplayFlags): Promise<readonly Group[]> {
  const all = [...witnesses, ...pairs];
  const keyOf = ({ content }: (typeof all)[number]): string =>
    [flags.programVersion ?? content.programs.version, flags.backend ?? runtimeOf(content)].join(' ');
  const groups: Group[] = [];
  for (const [key, group] of grouped(all, keyOf)) {
    const [version = '', runtime] = key.split(' ');
    const files = await programFiles({ ...flags, programVersion: version });
    const backend = backendOf(runtime, { programVersion: files.version });
    const isIn = (one: FoundWitness | FoundPair): boolean => group.includes(one);
    const baseline = loadBaseline(flags.baseline, files.version);
    const frozen = frozenErrors(baseline);
    const open = { ...files, backend, seed: DEFAULT_SEED, fences: new Set<string>(), ...frozen };
    const own = { witnesses: witnesses.filter(isIn), pairs: pairs.filter(isIn) };
    groups.push({ ...own, open, baseline: baseline?.content ?? null });
  }
  return groups;
}

/** Replays a file or a folder, each case with the program version and on the runtime of its own, or the ones given. 0 if all match, 4 if some say nothing. */
export async function replay(path: string, flags: ReplayFlags): Promise<number> {
  const found = readWitnesses(path);
  requireKnownRules(found.witnesses, new Set((await allClaims()).map(({ id }) => id)));
  const counts = newCounts();
  const full = found.witnesses.length + found.pairs.length === 1;
  for (const { open, baseline, ...group } of await groupsOf(found, flags))
    await withSession({ open, debug: flags.debug === true }, (session) =>
      replayGroup(group, { session, backend: open.backend, full, baseline }, counts),
    );
  process.stdout.write(countsText(counts));
  return exitCodeOf(counts);
}
