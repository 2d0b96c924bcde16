// Shares of executed code as text.
import type { CodeCoverage, Counts, Extent } from './types';

/** `63.2 %`; nothing of nothing is nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

/** `12345 of 72564 (17.0 %)`. */
export const share = ({ executed, all }: Extent, what: keyof Counts): string =>
  `${executed[what]} of ${all[what]} (${percent(executed[what], all[what])})`;

/** How a code stands: reached at all of its places, at some, at none, or without a place. */
export function codeState({ sites }: CodeCoverage): 'reached' | 'partly' | 'never reached' | 'no place' {
  if (sites.length === 0) return 'no place';
  const reached = sites.filter(({ plans }) => plans > 0).length;
  if (reached === 0) return 'never reached';
  return reached === sites.length ? 'reached' : 'partly';
}

/** What the words of the denominators mean. */
export const DENOMINATORS =
  'All: every instruction of .text. Called directly: functions that calls lead to from the entry point, leaving out what only registers call. Entered: functions that ran. A block counts once its first instruction ran; edges into functions that only registers name are counted apart.';

export const RAISE_SITES =
  'The program hands the position of an error in its list to one function that knows the numbers. A place is the instruction that last wrote that position, with the call. Errors that come from elsewhere (libraries, other programs) have no place. Plans: how many reached it; refused: how many of them ended with that number.';
