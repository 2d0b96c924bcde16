// Where the documents leave an error open, another one than the frozen ones is told like a deviation: smallest case, witness.
import { againstFrozen } from '../../report/observed-codes';
import { FROZEN_ERROR } from '../../report/outcome-names';
import { findingReports } from '../../report/findings';
import { FENCES } from '../../spec/fences';
import type { ObservedCode } from '../../spec/result';
import type { Verdict } from '../../spec/verdict';
import { openEngine } from '../engine';
import type { Engine } from '../engine-types';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const RULE = 'effects/inputs-nullified';
const SPENT = 'account-compression:14307';
const NEVER = 'account-compression:14309';

const engineWith = (raised: readonly string[]): Promise<Engine> => {
  const frozen: readonly ObservedCode[] = raised.map((one) => ({ rule: RULE, raised: one }));
  return openEngine({ version: '0.28.3', seed: 20240229, runs: 40, fences: ALL_FENCES, frozen });
};

describe('A rule whose error the documents leave open', () => {
  it('is as it was seen where all of its errors are frozen', async () => {
    const engine = await engineWith([SPENT, NEVER]);
    expect((await engine.run(RULE)).findings).toEqual([]);
  });

  it('has changed where it raises another one, with the smallest case of it as a witness', async () => {
    const engine = await engineWith([SPENT]);
    const result = await engine.run(RULE);
    expect(findingReports(result, null)).toMatchObject([
      {
        verdict: 'observed-changed',
        expected: FROZEN_ERROR,
        observed: NEVER,
        detail: `no document names the error; frozen: ${SPENT}`,
        witness: 'witnesses/effects--inputs-nullified--observed-changed.json',
      },
    ]);
    const witness = result.findings[0]?.witness;
    expect(witness?.plan.transactions.flatMap(({ instructions }) => instructions).length).toBeLessThan(3);
    const again = witness && (await engine.replay(witness)).verdict;
    expect(again && againstFrozen(again, new Set([SPENT])).kind).toBe('observed-changed');
    expect(again && againstFrozen(again, new Set([SPENT, NEVER])).kind).toBe('match');
  });

  it('is asked nothing more where another verdict stands already, or where the plan is accepted', () => {
    const verdict = (change: Partial<Verdict>): Verdict => ({
      ...{ kind: 'match', transaction: 0, expected: 'any error', observed: NEVER, detail: '', because: [] },
      ...change,
    });
    for (const one of [verdict({ kind: 'missing-error' }), verdict({ observed: 'accepted' })])
      expect(againstFrozen(one, new Set())).toBe(one);
  });
});
