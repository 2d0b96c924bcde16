// What left the system program in a transaction: what programs called others with, and what it and those logged.
import type { Sent } from '../spec/outcome';
import { LIGHT_SYSTEM } from './addresses';
import type { Executed } from './execution';

/** What the runtime counts is no word of a program. */
const COUNTED = /^Program \w+ consumed \d+ of \d+ compute units$/;
const BEGINS = /^Program (\w+) invoke \[\d+\]$/;
const ENDS = /^Program \w+ (?:success|failed: .*)$/;

/** Lines from where the system program begins to where it ends: our calling program logs what makes each transaction unlike all others. */
function within(logs: readonly string[]): string[] {
  const running: string[] = [];
  return logs.filter((line) => {
    const begun = BEGINS.exec(line)?.[1];
    if (begun !== undefined) running.push(begun);
    const isWithin = running.includes(LIGHT_SYSTEM);
    if (ENDS.test(line)) running.pop();
    return isWithin && !COUNTED.test(line);
  });
}

/** Calls are told by LiteSVM only. */
export const sentOf = ({ answer }: Pick<Executed, 'answer'>): Sent => ({
  calls: answer.calls?.() ?? [],
  logs: within(answer.logs()),
});
