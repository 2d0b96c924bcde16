// The whole validation: every check on every version of the programs, and what of it are findings.
import type { Check } from './check';
import { printSnippet } from './snippet';
import { runCheck, shrinkVerdict, type CheckRun, type FilledCell, type SdkVersion } from './run-check';
import { FINE, OUTCOMES, type Cell, type Finding, type Outcome, type Verdict } from './types';
import { openWorld, type World } from './world';

export type ProgramVersion = { readonly version: string; readonly fences: ReadonlySet<string> };

export type SdkRun = CheckRun & {
  readonly checks: readonly Check[];
  /** Newest first. */
  readonly versions: readonly SdkVersion[];
  readonly programs: readonly ProgramVersion[];
  readonly onProgress?: (check: string, program: string) => void;
};

export type SdkResult = { readonly cells: readonly Cell[]; readonly findings: readonly Finding[] };

type Shown = { readonly filled: FilledCell; readonly way: Verdict; readonly smallest: Verdict | null };

const isShown = ({ cell }: FilledCell, outcome: Outcome): boolean => (cell.counts[outcome] ?? 0) > 0;

/** The first way of an outcome, in the newest version that shows it, made small. */
async function smallestOf(
  filled: readonly FilledCell[],
  outcome: Outcome,
  { check, world, run }: { readonly check: Check; readonly world: World; readonly run: SdkRun },
): Promise<Shown | null> {
  const first = filled.find((one) => isShown(one, outcome));
  const way = first?.ways.find((one) => one.outcome === outcome);
  const version = run.versions.find((one) => one.version === first?.cell.sdk);
  if (first === undefined || way === undefined || version === undefined) return null;
  if (way.snippet === null || check.cases === 'one') return { filled: first, way, smallest: way };
  return {
    filled: first,
    way,
    smallest: await shrinkVerdict(check, world, { ...run, version, verdict: way }),
  };
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

function findingOf(check: Check, outcome: Outcome, all: readonly FilledCell[], shown: Shown): Finding {
  const showing = all.filter((one) => isShown(one, outcome));
  const whys = showing.flatMap(({ ways }) => ways.filter((way) => way.outcome === outcome));
  const { smallest, filled } = shown;
  const reproduction =
    smallest?.snippet == null
      ? ''
      : printSnippet(smallest.snippet, {
          version: filled.cell.sdk,
          expected: smallest.expected,
          printed: smallest.printed,
        });
  return {
    id: `${check.id}/${outcome}`,
    check: check.id,
    outcome,
    whys: unique(whys.map(({ why }) => why)),
    sdk: unique(showing.map(({ cell }) => cell.sdk)),
    program: unique(showing.map(({ cell }) => cell.program)),
    reproduction,
  };
}

/** Worst first. */
const GRAVE: readonly Outcome[] = OUTCOMES.filter((outcome) => !FINE.has(outcome)).toReversed();

type Gathered = { readonly filled: FilledCell[]; readonly shown: Map<Outcome, Shown> };

const nothingYet = (): Gathered => ({ filled: [], shown: new Map() });

async function onProgram(
  run: SdkRun,
  program: ProgramVersion,
  gathered: Map<string, Gathered>,
): Promise<void> {
  const world = await openWorld(program.version, program.fences);
  for (const check of run.checks) {
    run.onProgress?.(check.id, program.version);
    const filled = await runCheck(check, world, run);
    const { filled: all, shown } = gathered.get(check.id) ?? nothingYet();
    all.push(...filled);
    for (const outcome of GRAVE) {
      const found = shown.has(outcome) ? null : await smallestOf(filled, outcome, { check, world, run });
      if (found !== null) shown.set(outcome, found);
    }
    gathered.set(check.id, { filled: all, shown });
  }
  world.close();
}

/** Runs everything, one version of the programs after the other; the same seed gives the same result. */
export async function runSdk(run: SdkRun): Promise<SdkResult> {
  const gathered = new Map<string, Gathered>();
  for (const program of run.programs) await onProgram(run, program, gathered);
  const findings = run.checks.flatMap((check) => {
    const { filled, shown } = gathered.get(check.id) ?? nothingYet();
    return GRAVE.flatMap((outcome) => {
      const found = shown.get(outcome);
      return found === undefined ? [] : [findingOf(check, outcome, filled, found)];
    });
  });
  return { cells: [...gathered.values()].flatMap(({ filled }) => filled.map(({ cell }) => cell)), findings };
}
