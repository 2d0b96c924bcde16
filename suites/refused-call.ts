// Which call of a valid plan was refused, by its instruction and mode: what a stranger looks for where twins fail.
import { MODE_NAMES, modeOf } from '../model/view';
import type { Observation } from '../spec/outcome';
import type { Plan } from '../spec/plan';
import { columnIn } from './column';

/** `InvokeCpi, set`; null where nothing was refused, or no instruction of the programs was. */
export const refusedCall = (plan: Plan, observation: Observation, transaction: number): string | null => {
  const failedAt = observation.transactions[transaction]?.failedAt ?? null;
  const item = failedAt === null ? undefined : plan.transactions[transaction]?.instructions[failedAt];
  const instruction = item === undefined ? null : columnIn(plan, observation, transaction);
  if (instruction === null) return null;
  return item?.kind === 'invocation' && item.instruction !== 'Invoke'
    ? `${instruction}, ${MODE_NAMES[modeOf(item.data)]}`
    : instruction;
};
