// The same invocations, each in a transaction of its own and several together.
import { PER_TRANSACTION } from '../scenarios/context';
import fc from 'fast-check';
import type { Invocation, PlannedTransaction } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import { transactionOf } from '../invocation';
import type { ScenarioKind } from '../scenario';
import type { Fences } from '../settings';
import { valid } from '../valid';
import { invocationsOf, planOf, roads, withComputeUnits } from './roads';

/** Every plan of these kinds has at least two invocations; writes alone cost the least time. */
const KINDS: readonly ScenarioKind[] = [
  ...Array<ScenarioKind>(4).fill('set'),
  'execute',
  'execute',
  'execute-spend',
  'spend-written',
  'spend',
  'decompress',
];

/** `together[i]` joins the i-th invocation to the one in front; the pair at `joined` always is. */
const regrouped = (
  payer: KeyRole,
  invocations: readonly Invocation[],
  together: (position: number) => boolean,
): readonly PlannedTransaction[] => {
  const groups: Invocation[][] = [];
  invocations.forEach((invocation, position) => {
    const current = groups.at(-1);
    if (current === undefined || current.length === PER_TRANSACTION || !together(position))
      groups.push([invocation]);
    else current.push(invocation);
  });
  return groups.map((group) => transactionOf(payer, ...group));
};

/** One by one, and in groups of up to three with at least one pair. */
export const oneOrSeveralTransactions = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({
      scenario: valid(fences, KINDS),
      together: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      pair: fc.nat(100),
    })
    .map(({ scenario: { plan }, together, pair }) => {
      const invocations = invocationsOf(plan);
      const payer = plan.transactions[0]?.feePayer ?? 'payer:0';
      const joined = 1 + (pair % (invocations.length - 1));
      const first = regrouped(payer, invocations, () => false);
      const second = regrouped(
        payer,
        invocations,
        (position) => position === joined || together[position] === true,
      );
      return roads(withComputeUnits(planOf(first)), withComputeUnits(planOf(second)));
    });
