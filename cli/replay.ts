// The command `replay`: runs recorded cases again and says whether they still do what was recorded.
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { EXIT } from '../report/exit-code';
import { historyOf } from '../report/history';
import { replayText } from '../report/terminal/replay-text';
import { paintFor } from '../report/terminal/paint';
import type { BackendName } from '../spec/runtime';
import type { VerdictKind } from '../spec/verdict';
import { plural } from '../report/terminal/text';
import { backendOf } from './backend-option';
import { WorkerDeath } from './child';
import { frozenErrors, loadBaseline } from './baseline-file';
import { commandName } from './command-name';
import { allClaims } from './engine';
import { badInput, Failure } from './failure';
import type { FoundWitness } from './find-witness';
import { PATIENCE } from './open-child';
import { programFiles, type ProgramOptions } from './program-options';
import { DEFAULT_SEED } from './run-options';
import { replayPairs, type FoundPair } from './replay-pairs';
import type { OpenOptions } from './protocol';
import { grouped, runtimeOf } from './recorded-runtime';
import { apartIn } from './replay-runtimes';
import { withSession, type Session } from './session';
import { readWitnesses, type Found } from './witness-files';

export type ReplayFlags = ProgramOptions & {
  readonly debug?: boolean;
  readonly backend?: string;
  /** By whose frozen errors cases are judged; left out, by those of the version that is loaded. */
  readonly baseline?: string;
};

type Telling = {
  readonly session: Session;
  readonly backend: BackendName;
  /** Step by step, rather than in a few lines. */ readonly full: boolean;
};

/** What the verdict means, and whether the runtimes agreed about the case or differed as is known. */
type Told = { readonly kind: VerdictKind; readonly agree: boolean };

/** Replays one witness and prints it. */
async function replayOne(
  { file, content }: FoundWitness,
  { session, backend, full }: Telling,
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
    });
    process.stdout.write(`${text}\n${apart.map((one) => `  ${one.text}\n`).join('')}`);
    return { kind: verdict.kind, agree: apart.every(({ isKnown }) => isKnown) };
  } catch (error) {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(`The validator stopped (${error.reason}) while replaying ${file}.`, EXIT.fault);
  }
}

/**
 * How many deviate, how many say nothing, how many the runtimes do not agree about, and how many pairs are not as
 * recorded.
 */
type Counts = { deviating: number; silent: number; apart: number; otherPairs: number };

/** The documents do not speak about the plan, or no packet carries it; or it was made from a plan that is not valid itself. */
const SILENT: ReadonlySet<VerdictKind> = new Set(['unspecified', 'inconclusive']);

async function replayGroup(
  { witnesses, pairs }: Found,
  { session, backend, full }: Telling,
  counts: Counts,
): Promise<void> {
  for (const witness of witnesses) {
    const { kind, agree } = await replayOne(witness, { session, backend, full });
    if (!agree) counts.apart++;
    if (SILENT.has(kind) && agree) counts.silent++;
    else if (kind !== 'match' || !agree) counts.deviating++;
  }
  counts.otherPairs += await replayPairs(pairs, session, full);
}

/** Where the runtimes disagree, nothing is known of the program: as in a run, that is a fault. */
function told({ witnesses, pairs }: Found, { deviating, silent, apart, otherPairs }: Counts): number {
  const saysNothing =
    silent === 0 ? '' : `; ${silent} ${silent === 1 ? 'says' : 'say'} nothing (unspecified or inconclusive)`;
  if (witnesses.length > 0)
    process.stdout.write(`${witnesses.length} replayed, ${deviating} not as documented${saysNothing}.\n`);
  if (pairs.length > 0)
    process.stdout.write(
      `${plural(pairs.length, 'case')} of two broken rules replayed, ${otherPairs} not as recorded.\n`,
    );
  if (apart > 0) return EXIT.fault;
  if (deviating + otherPairs > 0) return EXIT.nonconformance;
  return silent > 0 ? EXIT.vacuous : EXIT.green;
}

function requireKnownRules(witnesses: readonly FoundWitness[], known: ReadonlySet<string>): void {
  const stranger = witnesses.find(({ content }) => !known.has(content.rule));
  if (stranger === undefined) return;
  const { file, content } = stranger;
  throw badInput(
    `${file} is a case of the rule "${content.rule}", which does not exist: \`${commandName()} list\` shows all.`,
  );
}

/** What runs on the same programs and the same runtime. */
type Group = Found & { readonly open: OpenOptions & { readonly backend: BackendName } };

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
    const frozen = frozenErrors(loadBaseline(flags.baseline, files.version));
    const open = { ...files, backend, seed: DEFAULT_SEED, fences: new Set<string>(), ...frozen };
    groups.push({ witnesses: witnesses.filter(isIn), pairs: pairs.filter(isIn), open });
  }
  return groups;
}

/** Replays a file or a folder, each case with the program version and on the runtime of its own, or the ones given. 0 if all match, 4 if some say nothing. */
export async function replay(path: string, flags: ReplayFlags): Promise<number> {
  const found = readWitnesses(path);
  requireKnownRules(found.witnesses, new Set((await allClaims()).map(({ id }) => id)));
  const counts: Counts = { deviating: 0, silent: 0, apart: 0, otherPairs: 0 };
  const full = found.witnesses.length + found.pairs.length === 1;
  for (const { open, ...group } of await groupsOf(found, flags))
    await withSession({ open, debug: flags.debug === true }, (session) =>
      replayGroup(group, { session, backend: open.backend, full }, counts),
    );
  return told(found, counts);
}
