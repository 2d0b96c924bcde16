// Waits for the validator, but not for ever: one timer watches all questions, since a timer for each costs too much.
import { HarnessFault } from './errors';

/** The question put to the validator, and how long it may take. */
export type Deadline = { readonly what: string; readonly milliseconds: number };

type Pending = {
  readonly what: string;
  readonly until: number;
  readonly fail: (error: HarnessFault) => void;
};

const CHECK_EVERY_MS = 250;
const pending = new Set<Pending>();
let timer: NodeJS.Timeout | undefined;

function check(): void {
  const now = performance.now();
  for (const question of pending) {
    if (question.until > now) continue;
    pending.delete(question);
    question.fail(new HarnessFault(`The validator did not ${question.what} in time: run it again.`));
  }
}

const asFault = (what: string, cause: unknown): HarnessFault =>
  new HarnessFault(`The validator could not ${what}: ${String(cause)}`, { cause });

/**
 * The validator's answer.
 * @throws HarnessFault when the deadline passes (to a quarter of a second) or the validator itself fails.
 */
export function answered<T>(answer: Promise<T>, { what, milliseconds }: Deadline): Promise<T> {
  timer ??= setInterval(check, CHECK_EVERY_MS).unref();
  return new Promise((resolve, reject) => {
    const question = { what, until: performance.now() + milliseconds, fail: reject };
    pending.add(question);
    const settle = (deliver: () => void) => {
      if (pending.delete(question)) deliver();
    };
    answer.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(asFault(what, error))),
    );
  });
}
