// Tests that Ctrl-C reaches what runs, and that nothing keeps listening afterwards.
import { interruptible } from './interrupt';

describe('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s aborts what runs, which may end in order',
    async (name) => {
      const before = process.listenerCount(name);
      const ended = interruptible(
        (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('in order'))),
      );
      process.emit(name);
      await expect(ended).resolves.toBe('in order');
      expect(process.listenerCount(name)).toBe(before);
    },
  );
});
