// A known deviation that no case of a run came upon is not gone while its own witness shows it.
import { readFileSync } from 'node:fs';
import { findingReports } from '../../report/findings';
import { FENCES } from '../../spec/fences';
import type { Baseline, Witness } from '../../spec/result';
import { openEngine } from '../engine';
import { IN_WITNESS, type Engine } from '../engine-types';
import { namedWitnesses } from '../known-witnesses';

const SWEEP = 'addresses/any';
const CASES = 3;
const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const shipped = JSON.parse(readFileSync('baselines/0.28.3.json', 'utf8')) as Baseline;

/** A rule's known deviation, which here is known of the sweep. */
const RULE = 'limits/new-addresses';
const deviations = shipped.deviations
  .filter(({ rule }) => rule === RULE)
  .map((entry) => ({ ...entry, rule: SWEEP }));
const baseline: Baseline = { ...shipped, deviations };

const known = (): Witness => {
  const witness = namedWitnesses(shipped, 'baselines').find(([, { rule }]) => rule === RULE)?.[1];
  if (witness === undefined) throw new Error(`${RULE} has no witness.`);
  return { ...witness, rule: SWEEP };
};

const engineThatKnows = (
  witnesses: readonly Witness[],
  beforeCase?: (claim: string, index: number) => void,
): Promise<Engine> =>
  openEngine({
    ...{ version: '0.28.3', seed: 20240229, runs: CASES, fences: ALL_FENCES },
    known: witnesses,
    ...(beforeCase && { beforeCase }),
  });

describe('A known deviation that no case came upon', () => {
  it('is found by its witness, once, and counted in no case', async () => {
    const engine = await engineThatKnows([known(), known()]);
    const result = await engine.run(SWEEP);
    expect(findingReports(result, baseline)).toMatchObject([
      { verdict: 'undocumented-code', observed: 'light-system:15001', count: 0, listed: true },
    ]);
    expect(result.executed).toBe(CASES);
    expect(result.matrix.map(({ verdict }) => verdict)).not.toContain('undocumented-code');
  });

  it('is told of before it runs, as no case', async () => {
    const begun: number[] = [];
    const engine = await engineThatKnows([known()], (_, index) => void begun.push(index));
    await engine.run(SWEEP);
    expect(begun.filter((index) => index === IN_WITNESS)).toHaveLength(1);
  });

  it('is gone where its witness is answered in another way, or shows nothing any more', async () => {
    const { plan, twin, ...rest } = known();
    const told: Witness = { ...rest, plan, twin, observed: 'light-system:6043' };
    const generator = await engineThatKnows([]);
    const valid: Witness = { ...rest, plan: generator.planOf('effects/valid', 0).plan, twin: null };
    for (const witness of [told, valid]) {
      const engine = await engineThatKnows([witness]);
      expect((await engine.run(SWEEP)).findings).toEqual([]);
    }
  });
});
