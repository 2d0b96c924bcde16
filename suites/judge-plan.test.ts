// A verdict is about one transaction: what others of the plan exercise is kept apart from what that one does.
import type { TransactionOutcome } from '../spec/outcome';
import { judgePlan } from './judge-plan';
import { plansOf } from './traces/trace-engine';

const RULE = 'signer-checks/delegated-authority';

/** Every transaction is refused with a number that no document knows. */
const REFUSED: TransactionOutcome = {
  raised: { program: 'program:system', code: 9999, error: '9999', panicked: false },
  failedAt: 0,
  after: { contexts: new Map(), changed: [], rewritten: [], leaves: new Map(), nullified: new Map() },
} as unknown as TransactionOutcome;

describe('The rules that a verdict’s transaction exercises', () => {
  const plans = plansOf(RULE, 1, { seed: 7, fences: new Set() }).flat();
  const [valid, broken] = plans;
  if (valid === undefined || broken === undefined) throw new Error('The rule has no case.');
  const judged = (...of: readonly (typeof valid)[]): ReturnType<typeof judgePlan> => {
    const transactions = of.flatMap((plan) => plan.transactions);
    return judgePlan({ ...valid, transactions }, {
      ...REFUSED,
      transactions: transactions.map(() => REFUSED),
    } as never);
  };

  it('are not those of a transaction in front, which broke something else', () => {
    const { verdict, exercised, exercisedThere } = judged(broken, valid);
    expect([verdict.kind, verdict.transaction]).toEqual(['spurious-error', 1]);
    expect(exercised).toContain(RULE);
    expect(exercisedThere).not.toContain(RULE);
  });

  it('are its own where it is the only one', () => {
    const { exercised, exercisedThere } = judged(broken);
    expect(exercisedThere).toEqual(exercised);
    expect(exercisedThere).toContain(RULE);
  });
});
