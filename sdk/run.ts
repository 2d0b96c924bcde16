// The whole validation: every check on every version of the programs, and what of it are findings.
import type { Check } from './check';
import { printSnippet } from './snippet';
import {
  fillCell,
  prepare,
  shrinkVerdict,
  type CheckRun,
  type FilledCell,
  type Prepared,
  type SdkVersion,
} from './run-check';
import { heard } from './hear';
import { openSpeaker } from './speaker';
import { FINE, OUTCOMES, type Cell, type Finding, type Outcome, type Verdict } from './types';
import { openWorld, type World } from './world';

export type ProgramVersion = { readonly version: string; readonly fences: ReadonlySet<string> };

/** `entry` is the path of the main file. */
export type SdkFile = { readonly version: string; readonly entry: string };

export type SdkRun = CheckRun & {
  readonly checks: readonly Check[];
  /** Newest first. */
  readonly versions: readonly SdkFile[];
  readonly programs: readonly ProgramVersion[];
  readonly onProgress?: (sdk: string, program: string) => void;
};

export type SdkResult = { readonly cells: readonly Cell[]; readonly findings: readonly Finding[] };

type Shown = { readonly filled: FilledCell; readonly smallest: Verdict };

const isShown = ({ cell }: FilledCell, outcome: Outcome): boolean => (cell.counts[outcome] ?? 0) > 0;

type About = {
  readonly check: Check;
  readonly world: World;
  readonly run: SdkRun;
  readonly version: SdkVersion;
};

/** The first way of an outcome, made small. */
async function smallestOf(filled: FilledCell, outcome: Outcome, about: About): Promise<Shown | null> {
  const way = filled.ways.find((one) => one.outcome === outcome);
  if (way === undefined) return null;
  const { check, world, run, version } = about;
  const isSmall = way.snippet === null || check.cases === 'one';
  const smallest = isSmall ? way : await shrinkVerdict(check, world, { ...run, version, verdict: way });
  return { filled, smallest };
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

function findingOf(
  check: Check,
  outcome: Outcome,
  { filled: all, shown: kept }: Gathered,
): readonly Finding[] {
  const shown = kept.get(outcome);
  if (shown === undefined) return [];
  const showing = all.filter((one) => isShown(one, outcome));
  const whys = showing.flatMap(({ ways }) => ways.filter((way) => way.outcome === outcome));
  const { smallest, filled } = shown;
  const reproduction =
    smallest.snippet === null
      ? ''
      : printSnippet(smallest.snippet, {
          version: filled.cell.sdk,
          expected: smallest.expected,
          printed: smallest.printed,
        });
  const finding = {
    id: `${check.id}/${outcome}`,
    check: check.id,
    outcome,
    whys: unique(whys.map(({ why }) => why)),
    sdk: unique(showing.map(({ cell }) => cell.sdk)),
    program: unique(showing.map(({ cell }) => cell.program)),
    reproduction,
  };
  return [finding];
}

/** Worst first. */
const GRAVE: readonly Outcome[] = OUTCOMES.filter((outcome) => !FINE.has(outcome)).toReversed();

type Gathered = { readonly filled: FilledCell[]; readonly shown: Map<Outcome, Shown> };

const nothingYet = (): Gathered => ({ filled: [], shown: new Map() });

/** What one version of the SDK shows that no newer one has shown is made small while it is there to be asked. */
async function onVersion(
  prepared: readonly Prepared[],
  gathered: Map<string, Gathered>,
  { world, run, version }: Omit<About, 'check'>,
): Promise<void> {
  for (const one of prepared) {
    const filled = await fillCell(one, world, version);
    const before = gathered.get(one.check.id) ?? nothingYet();
    before.filled.push(filled);
    gathered.set(one.check.id, before);
    for (const outcome of GRAVE) {
      if (before.shown.has(outcome)) continue;
      const found = await smallestOf(filled, outcome, { check: one.check, world, run, version });
      if (found !== null) before.shown.set(outcome, found);
    }
  }
}

/** One version of the SDK at a time: each is a process. */
async function onProgram(
  run: SdkRun,
  program: ProgramVersion,
  gathered: Map<string, Gathered>,
): Promise<void> {
  const world = await openWorld(program.version, program.fences);
  const prepared = run.checks.map((check) => prepare(check, world, run));
  for (const { version, entry } of run.versions) {
    run.onProgress?.(version, program.version);
    const speaker = openSpeaker(entry);
    try {
      const dialect = await heard(version, speaker);
      await onVersion(prepared, gathered, { world, run, version: { version, speaker, dialect } });
    } finally {
      speaker.close();
    }
  }
  world.close();
}

/** Runs everything, one version of the programs after the other; the same seed gives the same result. */
export async function runSdk(run: SdkRun): Promise<SdkResult> {
  const gathered = new Map<string, Gathered>();
  for (const program of run.programs) await onProgram(run, program, gathered);
  const findings = run.checks.flatMap((check) =>
    GRAVE.flatMap((outcome) => findingOf(check, outcome, gathered.get(check.id) ?? nothingYet())),
  );
  return { cells: [...gathered.values()].flatMap(({ filled }) => filled.map(({ cell }) => cell)), findings };
}
