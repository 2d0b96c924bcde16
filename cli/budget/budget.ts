// The time that a run may take, as typed.
import { badInput } from '../failure';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
const LONGEST = 24 * 3_600_000;

/** `60s`, `10m` or `2h` in milliseconds. Throws Failure with exit code 2. */
export function parseBudget(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const time = Number(count) * (UNITS[unit] ?? 0);
  if (time > 0 && time <= LONGEST) return time;
  throw badInput(`--budget must be a time such as 60s, 10m or 2h, at most 24h, but is "${text}".`);
}
