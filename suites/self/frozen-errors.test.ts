// Where the documents leave an error open, another one than the frozen ones is told like a deviation: smallest case, witness.
import { againstFrozen } from '../../report/observed-codes';
import { FROZEN_ERROR } from '../../report/outcome-names';
import { findingReports } from '../../report/findings';
import { historyOf } from '../../report/history';
import { historyText } from '../../report/terminal/history-text';
import { plain } from '../../report/terminal/paint';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import { FENCES } from '../../spec/fences';
import type { ObservedCode, Witness } from '../../spec/result';
import type { Verdict } from '../../spec/verdict';
import { openEngine } from '../engine';
import type { Engine, Replay } from '../engine-types';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const RULE = 'effects/inputs-nullified';
const SPENT = 'account-compression:14307';
const NEVER = 'account-compression:14309';
const OF_V1 = 'account-compression:6036';

const engineWith = (raised: readonly string[]): Promise<Engine> => {
  const frozen: readonly ObservedCode[] = raised.map((one) => ({ rule: RULE, raised: one }));
  return openEngine({ version: '0.28.3', seed: 20240229, runs: 40, fences: ALL_FENCES, frozen });
};

const must = (witness: Witness | undefined): Witness => {
  if (witness === undefined) throw new Error('there is no witness');
  return witness;
};

/** The last transaction's story, on one line. */
const toldOf = ({ plan, rule }: Witness, again: Replay): string => {
  const { accounts, chapters } = historyOf(plan, again);
  const history = { accounts, chapters: chapters.slice(-1) };
  const telling = { history, errors: DOCUMENTED_ERRORS, paint: plain, rule, detail: again.verdict.detail };
  return historyText(telling).replace(/\s+/g, ' ');
};

describe('A rule whose error the documents leave open', () => {
  it('is as it was seen where all of its errors are frozen', async () => {
    const engine = await engineWith([SPENT, NEVER, OF_V1]);
    expect((await engine.run(RULE)).findings).toEqual([]);
  });

  it('has changed where it raises another one, with the smallest case of it as a witness', async () => {
    const engine = await engineWith([SPENT, OF_V1]);
    const result = await engine.run(RULE);
    expect(findingReports(result, null)).toMatchObject([
      {
        verdict: 'observed-changed',
        expected: FROZEN_ERROR,
        observed: NEVER,
        detail: `no document names the error; frozen: ${SPENT}, ${OF_V1}`,
        witness: 'witnesses/effects--inputs-nullified--observed-changed.json',
      },
    ]);
    expect(
      result.findings[0]?.witness.plan.transactions.flatMap(({ instructions }) => instructions).length,
    ).toBeLessThan(3);
    const found = must(result.findings[0]?.witness);
    const again = await engine.replay(found);
    expect(again.verdict).toMatchObject({
      kind: 'observed-changed',
      expected: FROZEN_ERROR,
      observed: NEVER,
    });
    expect(toldOf(found, again)).toContain(`(no document names the error; frozen: ${SPENT}, ${OF_V1})`);
    const asKnown = await (await engineWith([SPENT, NEVER, OF_V1])).replay(found);
    expect(asKnown.verdict.kind).toBe('match');
    expect(toldOf(found, asKnown)).toContain('as documented');
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
