// The day on which a run takes place, which is an input: entries of a baseline may expire.
import { badInput } from './failure';

/** Now, in UTC, as 2026-01-31. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** A day of the calendar as it was given. Throws Failure with exit code 2. */
export function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw badInput(`--today must be a day such as 2026-01-31, but is "${text}".`);
}
