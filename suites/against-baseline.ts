// What a jest suite runs against: an engine that knows the version's baseline, and what a claim did that it does not list.
import { fencesOf } from '../report/baseline';
import { bySize, entriesOf, isDeviation, sameOutcome } from '../report/findings';
import { historyOf } from '../report/history';
import { differenceText } from '../report/terminal/difference-text';
import { briefHistory } from '../report/terminal/history-text';
import type { Baseline, ClaimResult, Finding, Witness } from '../spec/result';
import type { EngineOptions } from './engine-types';

/** What an engine is told of a baseline and its witnesses: as on the command line, all of it. */
export const toldOf = (
  baseline: Baseline | null,
  known: readonly Witness[],
): Pick<EngineOptions, 'fences' | 'known' | 'frozen'> => ({
  fences: fencesOf(baseline),
  known,
  ...(baseline && { frozen: baseline.observed }),
});

const story = ({ verdict, expected, observed, count, witness }: Finding): string => {
  const { plan, twin } = witness;
  return [
    `${verdict} in ${count} cases: expected ${expected}, observed ${observed}`,
    ...briefHistory(historyOf(plan, null)),
    ...(twin === null ? [] : differenceText(twin, plan)),
  ].join('\n  ');
};

/** Deviations that the baseline does not list, as text: what a failing test shows. */
export const unlisted = (result: ClaimResult, baseline: Baseline | null): readonly string[] => {
  const listed = entriesOf(baseline, result.claim);
  return result.findings
    .filter((finding) => isDeviation(finding) && !listed.some((entry) => sameOutcome(entry, finding)))
    .toSorted((a, b) => bySize(a.witness, b.witness))
    .map(story);
};

/** A listed deviation must show itself: a baseline may not hide a rule that has started to conform. */
export const vanished = (result: ClaimResult, baseline: Baseline | null): boolean =>
  entriesOf(baseline, result.claim).some(({ status }) => status === 'deviates') &&
  !result.findings.some(isDeviation);
