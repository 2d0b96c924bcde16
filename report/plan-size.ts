// How large a plan is, to tell the smaller of two that show the same.
import type { Plan } from '../spec/plan';

/** Letters of the plan as a file. */
export const planSize = (plan: Plan): number =>
  JSON.stringify(plan, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)).length;
