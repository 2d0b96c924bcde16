// Says of a plan's number that no field holds what Node says of the write that it failed at.
import { isNativeError } from 'node:util/types';
import { InputError } from '../programs/errors';
import type { Plan } from '../spec/plan';

/** Node's words for a number that does not fit the field it is written to; reading behind the end says `offset`. */
const UNFIT = /^The value of "value" is out of range\. It must be (.+)\. Received (.+)$/s;

/** Whether a value of plain data has this number somewhere. */
function holds(value: unknown, number: string): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value) === number;
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((one) => holds(one, number))
  );
}

/**
 * The error of encoding a plan: bad input where a number of the plan did not fit, any other as it is. A number that
 * the plan does not have comes from an encoder of ours, and nobody could correct the plan.
 */
export function unfit(error: unknown, plan: Plan): unknown {
  if (!isNativeError(error) || error.name !== 'RangeError') return error;
  const [, range, received] = UNFIT.exec(error.message) ?? [];
  if (range === undefined || received === undefined) return error;
  const number = received.replaceAll('_', '').replace(/n$/, '');
  if (!holds(plan, number)) return error;
  return new InputError(
    `The plan has the number ${number} where the transaction's field must be ${range.replaceAll('_', '')}: correct the plan.`,
  );
}
