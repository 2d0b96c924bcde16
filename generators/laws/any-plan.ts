// The plans that laws about unrelated changes start from: of any verdict, mostly in one transaction.
import fc from 'fast-check';
import { plansForLaws } from '../any';
import type { Fences } from '../settings';
import type { Plan } from '../../spec/plan';
import type { Generated } from '../breaking';
import { joined, roads } from './roads';

export type AnyPlan = { readonly plan: Plan; readonly fenced: readonly string[] };

const SEPARATE = 3;

/** About one in four keeps the transactions that it came with. */
export const anyPlan = (fences: Fences): fc.Arbitrary<AnyPlan> =>
  fc
    .tuple(plansForLaws(fences), fc.nat(SEPARATE))
    .map(([{ plan, fenced }, dice]) => ({ plan: dice === SEPARATE ? plan : joined(plan), fenced }));

/** A plan of any verdict, and a changed one. */
export const changed = (
  fences: Fences,
  change: fc.Arbitrary<(plan: Plan) => Plan>,
  ready: (plan: Plan) => Plan = (plan) => plan,
): fc.Arbitrary<Generated> =>
  fc.tuple(anyPlan(fences), change).map(([{ plan, fenced }, apply]) => {
    const first = ready(plan);
    return roads(first, apply(first), fenced);
  });
