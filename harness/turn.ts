// Lets one task use the validator at a time.
import { HarnessFault } from './errors';

/** Runs tasks one after the other, in order of asking. After a HarnessFault every task gets that fault. */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let fault: HarnessFault | undefined;
  return (task) => {
    const result = last.then(() => {
      if (fault !== undefined) throw fault;
      return task();
    });
    last = result.catch((error: unknown) => {
      if (error instanceof HarnessFault) fault = error;
    });
    return result;
  };
}
