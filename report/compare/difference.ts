// In what two sights of the same plan differ.
import type { Difference, Sight, TransactionSight } from '../../spec/comparison';
import { ACCEPTED } from '../outcome-names';

const kindOf = (before: string, after: string): Difference['kind'] => {
  if (before === ACCEPTED) return 'refused';
  return after === ACCEPTED ? 'accepted' : 'code';
};

/** The parts of the world to which something else happened. */
const otherParts = (before: TransactionSight, after: TransactionSight): readonly string[] =>
  [...new Set([...Object.keys(before.effects), ...Object.keys(after.effects)])].filter(
    (part) => before.effects[part] !== after.effects[part],
  );

const TOO_LARGE = 'too large to send';

/** Outcomes weigh more than effects, and both more than compute units; null where nothing differs. */
export function differenceOf(before: Sight, after: Sight): Difference | null {
  for (const [transaction, one] of before.entries()) {
    const other = after[transaction];
    if (other === undefined) break;
    if (one.outcome !== other.outcome) {
      const kind = kindOf(one.outcome, other.outcome);
      return { kind, before: one.outcome, after: other.outcome, transaction };
    }
    const parts = otherParts(one, other).join(', ');
    if (parts !== '') return { kind: 'effects', before: parts, after: parts, transaction };
  }
  if (before.length !== after.length)
    return {
      kind: kindOf(before.length === 0 ? TOO_LARGE : ACCEPTED, after.length === 0 ? TOO_LARGE : ACCEPTED),
      before: before.length === 0 ? TOO_LARGE : ACCEPTED,
      after: after.length === 0 ? TOO_LARGE : ACCEPTED,
      transaction: 0,
    };
  const transaction = before.findIndex((one, at) => one.computeUnits !== after[at]?.computeUnits);
  return transaction < 0 ? null : { kind: 'units', before: '', after: '', transaction };
}

export const unitsOf = (sight: Sight): number =>
  sight.reduce((sum, { computeUnits }) => sum + computeUnits, 0);
