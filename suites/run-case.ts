// Runs cases: the twin first, which must be accepted, then the plan; both from the same world.
import type { Plan } from '../spec/plan';
import type { Case } from '../spec/verdict';
import { outcomeOf, type CaseOutcome, type Judging } from './case-outcome';
import { allOn, type Runner, type Tried } from './runner';

/** Cases to run, and by what they are judged. */
export type Batch = Judging & {
  readonly cases: readonly Case[];
  /** Told the position of each case just before something of it is sent. */
  readonly before?: (position: number) => void;
};

/** Every other plan, which is each case's second road, runs at the law's slot. */
const onTwoValidators =
  (runner: Runner, slot: number): NonNullable<Runner['runAll']> =>
  async (plans, before) => {
    const other = await runner.atSlot?.(slot);
    if (other === undefined) throw new Error(`The runner has no validator at slot ${slot}.`);
    const half = (rest: number): readonly Plan[] => plans.filter((_, place) => place % 2 === rest);
    const first = await allOn(runner)(half(0), (place) => before?.(2 * place));
    const second = await allOn(other)(half(1), (place) => before?.(2 * place + 1));
    return first.flatMap((one, place) => [one, second[place] ?? one]);
  };

/**
 * Runs cases one after the other, each twin in front of its plan.
 * @throws what the runner throws, but for plans that fit into no packet.
 */
export const runCases = async (runner: Runner, batch: Batch): Promise<readonly CaseOutcome[]> => {
  const { cases, law, before } = batch;
  const sent = cases.flatMap(({ plan, twin }, position) =>
    (twin === null ? [plan] : [twin, plan]).map((one) => ({ one, position })),
  );
  const runAll = law?.slot === undefined ? allOn(runner) : onTwoValidators(runner, law.slot);
  const tried = await runAll(
    sent.map(({ one }) => one),
    (place) => before?.(sent[place]?.position ?? 0),
  );
  let next = 0;
  const take = (): Tried => {
    const one = tried[next++];
    if (one === undefined) throw new Error('The runner lost a plan: it returned fewer outcomes than plans.');
    return one;
  };
  return cases.map((generated) => {
    const twin = generated.twin === null ? null : take();
    return outcomeOf({ case: generated, twin, plan: take() }, batch);
  });
};

/** One case. */
export const runCase = async (
  runner: Runner,
  generated: Case,
  options: Judging = {},
): Promise<CaseOutcome> => {
  const [outcome] = await runCases(runner, { cases: [generated], ...options });
  if (outcome === undefined) throw new Error('The case was not run.');
  return outcome;
};
