// What runs plans, one or many: the real programs in a validator, or something wrong on purpose.
import { PlanTooLarge } from '../harness/errors';
import type { WorldFacts } from '../spec/facts';
import type { Observation } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import type { Rule } from '../spec/rule';
import type { WorldShape } from '../spec/versions';

/** What came of a plan; one that no packet can carry was not sent. */
export type Tried = Observation | PlanTooLarge;

/** What runs plans: the real programs in a validator, or something wrong on purpose. */
export type Runner = {
  /** What the model may know of the world; without it nothing is said about leaves and fees. */
  readonly facts?: WorldFacts;
  /** What the accounts of its version look like; left out, as documented. */
  readonly shape?: WorldShape;
  /** Observed rules that only their own claims ask about, since they are known to be otherwise. */
  readonly unasked?: ReadonlySet<string>;
  /** The rules that are about its version; left out, all. */
  readonly rules?: readonly Rule[];
  readonly run: (plan: Plan) => Promise<Observation>;
  /** Many at once, if that is faster; `before` is told each plan's position just before it is sent. */
  readonly runAll?: (
    plans: readonly Plan[],
    before?: (position: number) => void,
  ) => Promise<readonly Tried[]>;
  /** The same programs on a validator at another slot, opened when it is first asked for. */
  readonly atSlot?: (slot: number) => Promise<Runner>;
};

export const isTooLarge = (tried: Tried | null | undefined): tried is PlanTooLarge =>
  tried instanceof PlanTooLarge;

const tryOne = async (runner: Runner, plan: Plan): Promise<Tried> => {
  try {
    return await runner.run(plan);
  } catch (error) {
    if (isTooLarge(error as Tried)) return error as PlanTooLarge;
    throw error;
  }
};

const oneByOne =
  (runner: Runner): NonNullable<Runner['runAll']> =>
  async (plans, before) => {
    const tried: Tried[] = [];
    for (const [position, plan] of plans.entries()) {
      before?.(position);
      tried.push(await tryOne(runner, plan));
    }
    return tried;
  };

/** Runs many plans on a runner, together if it knows how. */
export const allOn = (runner: Runner): NonNullable<Runner['runAll']> => runner.runAll ?? oneByOne(runner);
