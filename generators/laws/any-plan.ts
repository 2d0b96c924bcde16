// The plans that laws about unrelated changes start from: of any verdict, mostly in one transaction.
import fc from 'fast-check';
import { plansForLaws } from '../any';
import type { Fences } from '../settings';
import type { Plan } from '../../spec/plan';
import { joined } from './roads';

export type AnyPlan = { readonly plan: Plan; readonly fenced: readonly string[] };

const SEPARATE = 3;

/** About one in four keeps the transactions that it came with. */
export const anyPlan = (fences: Fences): fc.Arbitrary<AnyPlan> =>
  fc
    .tuple(plansForLaws(fences), fc.nat(SEPARATE))
    .map(([{ plan, fenced }, dice]) => ({ plan: dice === SEPARATE ? plan : joined(plan), fenced }));
