// Tests that an interrupt of a command with one worker is told as one, and not as the death of the worker that it kills.
import { DEFAULT_SEED } from './run-options';
import { withSession } from './session';

const open = { version: '0.28.3', seed: DEFAULT_SEED, fences: new Set<string>() };

it('an interrupt ends the worker, with exit code 130 and one sentence', async () => {
  const before = process.listenerCount('SIGINT');
  const ended = withSession({ open, debug: false }, async ({ child }) => {
    process.emit('SIGINT');
    return child.ask<'plan'>({ type: 'plan', claim: 'modes/sequence', index: 0 }, 30_000);
  });
  await expect(ended).rejects.toMatchObject({ exitCode: 130, message: 'Interrupted: nothing was written.' });
  expect(process.listenerCount('SIGINT')).toBe(before);
});
