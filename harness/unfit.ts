// Says of a plan's number that no field holds what Node says of the write that it failed at.
import { isNativeError } from 'node:util/types';
import { InputError } from '../programs/errors';

/** Node's words for a number that does not fit the field it is written to; reading behind the end says `offset`. */
const UNFIT = /^The value of "value" is out of range\. It must be (.+)\. Received (.+)$/s;

/** The error of encoding a plan: bad input where a number did not fit, any other as it is. */
export function unfit(error: unknown): unknown {
  if (!isNativeError(error) || error.name !== 'RangeError') return error;
  const [, range, number] = UNFIT.exec(error.message) ?? [];
  if (range === undefined || number === undefined) return error;
  return new InputError(
    `The plan has the number ${number.replaceAll('_', '')} where the transaction's field must be ${range.replaceAll('_', '')}: correct the plan.`,
  );
}
