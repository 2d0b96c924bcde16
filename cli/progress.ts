// Shows how far a run is: one line that updates itself on a terminal, a line every few seconds elsewhere.
import type { PoolState } from './pool';

const TERMINAL_PAUSE = 200; // milliseconds
const PLAIN_PAUSE = 10_000;

export type Totals = { readonly claims: number; readonly cases: number };
export type ProgressStream = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
};

/** `1200 of 60000 cases, 3 of 92 claims done; now accounts/any, limits/inputs` */
export function progressLine({ done, running }: PoolState, { claims, cases }: Totals): string {
  const finished = done.reduce((sum, { executed }) => sum + executed, 0);
  const current = running.reduce((sum, { index }) => sum + Math.max(0, index + 1), 0);
  const names = running.map(({ claim }) => claim).join(', ');
  const now = names === '' ? '' : `; now ${names}`;
  return `${finished + current} of ${cases} cases, ${done.length} of ${claims} claims done${now}`;
}

/** Starts the display of a run. Returns the function that stops it and clears the line. */
export const showProgress = (stream: ProgressStream, state: () => PoolState, totals: Totals): (() => void) =>
  showLine(stream, () => progressLine(state(), totals));

/** Starts the display of anything that `line` tells. Returns the function that stops it and clears the line. */
export function showLine(stream: ProgressStream, line: () => string): () => void {
  const terminal = stream.isTTY === true;
  const show = (): void => {
    const text = line();
    stream.write(terminal ? `\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}` : `${text}\n`);
  };
  const timer = setInterval(show, terminal ? TERMINAL_PAUSE : PLAIN_PAUSE);
  return () => {
    clearInterval(timer);
    if (terminal) stream.write('\r\u001b[2K');
  };
}
