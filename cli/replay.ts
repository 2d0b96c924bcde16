// The command `replay`: runs recorded cases again and says whether they still do what was recorded.
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { EXIT } from '../report/exit-code';
import { historyOf } from '../report/history';
import { replayText } from '../report/terminal/replay-text';
import { paintFor } from '../report/terminal/paint';
import type { BackendName } from '../spec/runtime';
import { backendOf } from './backend-option';
import { WorkerDeath } from './child';
import { commandName } from './command-name';
import { allClaims } from './engine';
import { badInput, Failure } from './failure';
import type { FoundWitness } from './find-witness';
import { PATIENCE } from './open-child';
import { programFiles, type ProgramOptions } from './program-options';
import { DEFAULT_SEED } from './run-options';
import { replayPairs } from './replay-pairs';
import { apartIn } from './replay-runtimes';
import { withSession, type Session } from './session';
import { readWitnesses, type Found } from './witness-files';

export type ReplayFlags = ProgramOptions & { readonly debug?: boolean; readonly backend?: string };

type Telling = {
  readonly session: Session;
  /** Step by step, rather than in a few lines. */ readonly full: boolean;
};

/** Whether the case did what the documents say, and whether the runtimes agreed about it or differed as is known. */
type Told = { readonly matches: boolean; readonly agree: boolean };

/** Replays one witness and prints it. */
async function replayOne({ file, content }: FoundWitness, { session, full }: Telling): Promise<Told> {
  const { rule, plan, twin } = content;
  const { child, programs } = session;
  try {
    const replay = await child.ask<'replay'>(
      { type: 'replay', witness: { rule, plan, twin } },
      PATIENCE.silence,
    );
    const { verdict, twinAccepted } = replay;
    const apart = apartIn(content, replay);
    const paint = paintFor(process.stdout.isTTY, process.env);
    const text = replayText({
      file,
      witness: content,
      verdict,
      twinAccepted,
      programs,
      errors: DOCUMENTED_ERRORS,
      paint,
      history: full ? historyOf(plan, replay) : null,
    });
    process.stdout.write(`${text}\n${apart.map((one) => `  ${one.text}\n`).join('')}`);
    return { matches: verdict.kind === 'match', agree: apart.every(({ isKnown }) => isKnown) };
  } catch (error) {
    if (!(error instanceof WorkerDeath)) throw error;
    throw new Failure(`The validator stopped (${error.reason}) while replaying ${file}.`, EXIT.fault);
  }
}

/** How many deviate; `apart` of them because of the runtimes. */
type Counts = { readonly deviating: number; readonly apart: number };

async function replayRules(witnesses: readonly FoundWitness[], session: Session): Promise<Counts> {
  let [deviating, apart] = [0, 0];
  const full = witnesses.length === 1;
  for (const witness of witnesses) {
    const { matches, agree } = await replayOne(witness, { session, full });
    if (!matches || !agree) deviating++;
    if (!agree) apart++;
  }
  if (witnesses.length > 0)
    process.stdout.write(`${witnesses.length} replayed, ${deviating} not as documented.\n`);
  return { deviating, apart };
}

/** Where the runtimes disagree, nothing is known of the program: as in a run, that is a fault. */
async function replayAll({ witnesses, pairs }: Found, session: Session): Promise<number> {
  const { deviating, apart } = await replayRules(witnesses, session);
  const others = await replayPairs(pairs, session);
  if (apart > 0) return EXIT.fault;
  return deviating + others === 0 ? EXIT.green : EXIT.nonconformance;
}

function requireKnownRules(witnesses: readonly FoundWitness[], known: ReadonlySet<string>): void {
  const stranger = witnesses.find(({ content }) => !known.has(content.rule));
  if (stranger === undefined) return;
  const { file, content } = stranger;
  throw badInput(
    `${file} is a case of the rule "${content.rule}", which does not exist: \`${commandName()} list\` shows all.`,
  );
}

/** Where the runtimes disagreed, both are asked again. */
const recordedOn = (witnesses: readonly FoundWitness[]): BackendName =>
  witnesses.some(({ content }) => content.verdict === 'runner-disagrees') ? 'both' : 'bankrun';

/** Replays a file or a folder with the program version of its first witness, or the one given. 0 if all match. */
export async function replay(path: string, flags: ReplayFlags): Promise<number> {
  const found = readWitnesses(path);
  const { witnesses, pairs } = found;
  requireKnownRules(witnesses, new Set((await allClaims()).map(({ id }) => id)));
  const version = (witnesses[0] ?? pairs[0])?.content.programs.version ?? '';
  const programs = await programFiles({ programVersion: version, ...flags });
  const backend = backendOf(flags.backend ?? recordedOn(witnesses), { programVersion: programs.version });
  const open = { ...programs, backend, seed: DEFAULT_SEED, fences: new Set<string>() };
  return withSession({ open, debug: flags.debug === true }, (session) => replayAll(found, session));
}
