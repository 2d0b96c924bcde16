// Which call of a valid plan was refused, by its instruction and mode: what a stranger looks for where twins fail.
import type { Observation } from '../spec/outcome';
import type { Invocation, Plan } from '../spec/plan';
import { columnIn } from './column';

const modeOf = ({ data: { cpiContext } }: Invocation): string => {
  if (cpiContext === null) return 'no context';
  if (cpiContext.firstSet) return cpiContext.set ? 'both flags' : 'first set';
  return cpiContext.set ? 'set' : 'execute';
};

/** `InvokeCpi, set`; null where nothing was refused, or no instruction of the programs was. */
export const refusedCall = (plan: Plan, observation: Observation, transaction: number): string | null => {
  const failedAt = observation.transactions[transaction]?.failedAt ?? null;
  const item = failedAt === null ? undefined : plan.transactions[transaction]?.instructions[failedAt];
  const instruction = item === undefined ? null : columnIn(plan, observation, transaction);
  if (instruction === null) return null;
  return item?.kind === 'invocation' && item.instruction !== 'Invoke'
    ? `${instruction}, ${modeOf(item)}`
    : instruction;
};
