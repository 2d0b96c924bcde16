// What a program under test leaves behind or hands on may be anything: what cannot be read is told as such, and is no fault of ours.
import { isNativeError } from 'node:util/types';

/** By its name: under jest, Node's own errors are of another realm. */
const isRangeError = (error: unknown): boolean => isNativeError(error) && error.name === 'RangeError';

/**
 * What `read` gives; what `otherwise` does where the bytes do not hold what they announce, such as a list that is longer
 * than the account.
 */
export function readOr<T>(read: () => T, otherwise: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isRangeError(error)) return otherwise();
    throw error;
  }
}
