// Which instruction an outcome is about: the one that failed, else the transaction's last.
import { DISCRIMINATOR_OF } from '../spec/layouts';
import type { CodeColumn } from '../spec/codes/types';
import { INITIALIZE_DISCRIMINATOR } from '../spec/initialize';
import { REINITIALIZE_DISCRIMINATOR } from '../spec/invoke-cpi';
import type { Observation } from '../spec/outcome';
import type { TokenInstruction } from '../spec/token';
import type { Plan, PlannedInstruction } from '../spec/plan';

const BY_DISCRIMINATOR: ReadonlyMap<string, CodeColumn> = new Map([
  ...Object.entries(DISCRIMINATOR_OF).map(([name, hex]) => [hex, name as CodeColumn] as const),
  [INITIALIZE_DISCRIMINATOR, 'InitializeCpiContextAccount'],
  [REINITIALIZE_DISCRIMINATOR, 'ReInitCpiContextAccount'],
]);

/** The instruction that the token program calls, where it calls one. */
const columnOfToken = ({ name }: TokenInstruction): CodeColumn | null => {
  if (name === 'mint-to') return 'InvokeCpi';
  return name === 'transfer' ? 'InvokeCpiWithReadOnly' : null;
};

/** Data that begins with no instruction's discriminator is an attempt at the instruction that it was made from. */
const columnOf = (planned: PlannedInstruction): CodeColumn | null => {
  if (planned.kind === 'transfer' || planned.kind === 'call') return null;
  if (planned.kind === 'token') return columnOfToken(planned);
  if (planned.kind === 'initialize')
    return planned.data.startsWith(REINITIALIZE_DISCRIMINATOR)
      ? 'ReInitCpiContextAccount'
      : 'InitializeCpiContextAccount';
  return BY_DISCRIMINATOR.get(planned.data.discriminator) ?? planned.instruction;
};

/** null where a transfer failed, or nothing was sent. */
export const columnIn = (plan: Plan, observation: Observation, transaction: number): CodeColumn | null => {
  const instructions = plan.transactions[transaction]?.instructions ?? [];
  const failed = observation.transactions[transaction]?.failedAt ?? null;
  const one =
    failed === null ? instructions.findLast(({ kind }) => kind !== 'transfer') : instructions[failed];
  return one === undefined ? null : columnOf(one);
};
