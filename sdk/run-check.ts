// One check on one version of the programs: each version of the SDK is asked the same cases.
import fc from 'fast-check';
import { judge, type Case, type Check } from './check';
import type { Dialect } from './dialect';
import type { Speaker } from './speaker';
import { worse, type Answer, type Cell, type Outcome, type Verdict } from './types';
import type { World } from './world';

/** `dialect`: how it wants things said, by what is pinned of it and by what it was heard to say. */
export type SdkVersion = {
  readonly version: string;
  readonly speaker: Speaker;
  readonly dialect: Dialect;
};

export type CheckRun = { readonly seed: number; readonly runs: number };

/** A cell, and the first case of each way in which it is not the same. */
export type FilledCell = { readonly cell: Cell; readonly ways: readonly Verdict[] };

const settings = ({ cases }: Check, { seed, runs }: CheckRun) => ({
  seed,
  numRuns: cases === 'one' ? 1 : runs,
});

/** Asks one version all cases in one go. */
async function verdicts(
  cases: readonly Case[],
  { speaker, dialect }: SdkVersion,
): Promise<readonly Verdict[]> {
  const asked = await Promise.all(cases.map(async (one) => one(dialect)));
  const snippets = asked.flatMap(({ said }) => ('cannot' in said ? [] : [said]));
  const answers = [...(await speaker.ask(snippets))];
  const found: Verdict[] = [];
  for (const one of asked) {
    const answer: Answer | null = 'cannot' in one.said ? null : (answers.shift() ?? null);
    if (one.counts === undefined || (await one.counts())) found.push(await judge(one, answer));
  }
  return found;
}

const wayOf = ({ outcome, why }: Verdict): string => `${outcome}: ${why}`;

type Found = { readonly world: World; readonly found: readonly Verdict[] };

function cellOf(check: Check, sdk: string, { world, found }: Found): FilledCell {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of found) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const ways = new Map(found.toReversed().map((verdict) => [wayOf(verdict), verdict]));
  const outcome = found.map((one) => one.outcome).reduce<Outcome>(worse, 'same');
  return {
    cell: { check: check.id, sdk, program: world.version, outcome, counts },
    ways: [...ways.values()].filter((verdict) => verdict.outcome !== 'same'),
  };
}

/** A check with the cases that every version is asked. */
export type Prepared = { readonly check: Check; readonly cases: readonly Case[] };

export const prepare = (check: Check, world: World, run: CheckRun): Prepared => ({
  check,
  cases: fc.sample(check.make(world), settings(check, run)),
});

/** Asks one version of the SDK all cases of a check. */
export async function fillCell(
  { check, cases }: Prepared,
  world: World,
  version: SdkVersion,
): Promise<FilledCell> {
  if ((check.skips?.(version.dialect, world.version) ?? null) === null)
    return cellOf(check, version.version, { world, found: await verdicts(cases, version) });
  const { cell, ways } = cellOf(check, version.version, { world, found: [] });
  return { cell: { ...cell, outcome: 'not-asked' }, ways };
}

/** The smallest case of the same way; the given one where no smaller one is found. */
export async function shrinkVerdict(
  check: Check,
  world: World,
  input: CheckRun & { readonly version: SdkVersion; readonly verdict: Verdict },
): Promise<Verdict> {
  const { version, verdict } = input;
  let smallest = verdict;
  const property = fc.asyncProperty(check.make(world), async (one) => {
    const [found] = await verdicts([one], version);
    const fails = found !== undefined && wayOf(found) === wayOf(verdict);
    if (fails) smallest = found;
    return !fails;
  });
  await fc.check(property, settings(check, input));
  return smallest;
}
