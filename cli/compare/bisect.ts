// The command `bisect`: one witness on every published version, and between which of them its outcome changes.
import { differenceOf } from '../../report/compare/difference';
import { EXIT } from '../../report/exit-code';
import { table, wrap } from '../../report/terminal/text';
import { parseWitness } from '../../report/witness';
import type { Difference, Sight } from '../../spec/comparison';
import type { Witness } from '../../spec/result';
import { withoutV2Trees, VERSION_SHAPES } from '../../spec/versions';
import { shownPath } from '../../programs/command-name';
import { badInput } from '../failure';
import { readGiven } from '../given-file';
import { PATIENCE } from '../open-child';
import { runtimeOf } from '../recorded-runtime';
import { DEFAULT_SEED } from '../run-options';
import { withSession } from '../session';
import { buildOf, requireUse, type Build } from './build-option';

export type BisectFlags = {
  readonly systemProgram?: string;
  readonly programVersion?: string;
  readonly debug?: boolean;
};

type Point = { readonly name: string; readonly sight: Sight };

/** Oldest first; those that can be judged. */
const versions = (): readonly string[] =>
  Object.keys(VERSION_SHAPES)
    .toReversed()
    .filter((version) => withoutV2Trees(version) === null);

/** Of the other versions, one sentence. */
const leftOut = (): string => {
  const others = Object.keys(VERSION_SHAPES).filter((version) => withoutV2Trees(version) !== null);
  return `Not asked, for they have v1 state trees only: ${others.join(', ')}.`;
};

/** Versions are compared on one runtime: the witness's own, or of both bankrun. */
const runtimeFor = (witness: Witness): 'litesvm' | 'bankrun' =>
  runtimeOf(witness) === 'litesvm' ? 'litesvm' : 'bankrun';

async function look({ name, files }: Build, witness: Witness, debug: boolean): Promise<Point> {
  const { rule, plan } = witness;
  const backend = runtimeFor(witness);
  const open = { ...files, backend, seed: DEFAULT_SEED, fences: new Set<string>(), metered: true } as const;
  const sight = await withSession({ open, debug }, ({ child }) =>
    child.ask<'lookAt'>({ type: 'lookAt', claim: rule, plan }, PATIENCE.silence),
  );
  return { name, sight };
}

/** `accepted`, or what was raised where. */
function outcomeText(sight: Sight): string {
  const raised = sight.flatMap(({ outcome }, at) =>
    outcome === 'accepted' ? [] : [sight.length === 1 ? outcome : `${outcome} in transaction ${at + 1}`],
  );
  return sight.length === 0 ? 'too large to send' : raised.length === 0 ? 'accepted' : raised.join(', ');
}

function changeText({ kind, before, after }: Difference): string {
  if (kind === 'effects') return `other ${before}`;
  return kind === 'units' ? 'other compute units only' : `${before} became ${after}`;
}

/** Compute units alone differ between any two builds: they are told, and are no change of what the witness shows. */
const isChange = (found: Difference | null): boolean => found !== null && found.kind !== 'units';

const runtimeNote = (witness: Witness): readonly string[] =>
  runtimeFor(witness) === 'bankrun' ? [] : ['This ran on LiteSVM, where the witness was seen.'];

/** Returns 0 where the witness does the same on all versions, else 1. */
export async function bisect(path: string, flags: BisectFlags): Promise<number> {
  const witness = parseWitness(readGiven(path, `The witness ${shownPath(path)}`), shownPath(path));
  const why = withoutV2Trees(witness.programs.version);
  if (why !== null) throw badInput(why);
  requireUse(flags.programVersion, flags.systemProgram === undefined ? [] : [flags.systemProgram]);
  const own =
    flags.systemProgram === undefined ? [] : [await buildOf(flags.systemProgram, flags.programVersion)];
  const points: Point[] = [];
  for (const version of versions())
    points.push(await look(await buildOf(version), witness, flags.debug === true));
  for (const build of own) points.push(await look(build, witness, flags.debug === true));
  const steps = points.map(({ name, sight }, at) => {
    const before = points[at - 1];
    return { name, sight, before, found: before === undefined ? null : differenceOf(before.sight, sight) };
  });
  const rows = steps.map(({ name, sight, found }) => [
    name,
    outcomeText(sight),
    String(sight.reduce((sum, { computeUnits }) => sum + computeUnits, 0)),
    found === null ? '' : changeText(found),
  ]);
  const columns = [
    { title: 'version' },
    { title: 'outcome' },
    { title: 'compute units', right: true },
    { title: 'change' },
  ];
  const changed = steps.filter(({ found }) => isChange(found));
  const told = changed.map(({ name, before, found }) =>
    wrap(
      `It changes between ${before?.name ?? ''} and ${name}: ${found === null ? '' : changeText(found)}.`,
      0,
      2,
    ),
  );
  const verdict = told.length === 0 ? [`It does the same on all of them. ${leftOut()}`] : told;
  process.stdout.write(`${[table(columns, rows), ...verdict, ...runtimeNote(witness)].join('\n')}\n`);
  return told.length === 0 ? EXIT.green : EXIT.nonconformance;
}
