// Turns Ctrl-C into an AbortSignal for as long as something runs that has to be stopped in an orderly way.

export const INTERRUPTED = 130;

/** Runs `act` with a signal that SIGINT and SIGTERM abort; a second one ends the process at once. */
export async function interruptible<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    return await act(controller.signal);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
