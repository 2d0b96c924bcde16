// What a program under test leaves behind or hands on may be anything: what cannot be read is told as such, and is no fault of ours.
import { isNativeError } from 'node:util/types';

/** The bytes do not hold what they announce. */
export class Unreadable extends RangeError {}

/** What Node says of a read behind the end of a buffer; any other error would be our own mistake. */
const BEHIND_THE_END: ReadonlySet<unknown> = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

const isUnreadable = (error: unknown): boolean =>
  error instanceof Unreadable || (isNativeError(error) && 'code' in error && BEHIND_THE_END.has(error.code));

/**
 * What `read` gives; what `otherwise` does where the bytes do not hold what they announce, such as a list that is longer
 * than the account.
 */
export function readOr<T>(read: () => T, otherwise: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isUnreadable(error)) return otherwise();
    throw error;
  }
}
