// Proves that waiting for the validator ends, and with which error.
import { answered } from './deadline';
import { HarnessFault } from './errors';
import { inTurn } from './turn';

const never = () => new Promise<number>(() => undefined);

it('gives up with a clear sentence', async () => {
  const answer = answered(never(), { what: 'start', milliseconds: 50 });
  const keepAlive = setTimeout(() => undefined, 2000);
  await expect(answer).rejects.toThrow(HarnessFault);
  clearTimeout(keepAlive);
  await expect(answer).rejects.toThrow('The validator did not start in time: run it again.');
});

it('passes answers on and turns failures into faults', async () => {
  const deadline = { what: 'answer', milliseconds: 1000 };
  expect(await answered(Promise.resolve(3), deadline)).toBe(3);
  await expect(answered(Promise.reject(new Error('x')), deadline)).rejects.toThrow(HarnessFault);
});

it('lets nothing run after a fault, but after any other error', async () => {
  const turn = inTurn();
  await expect(turn(() => Promise.reject(new Error('plan')))).rejects.toThrow('plan');
  expect(await turn(() => Promise.resolve(1))).toBe(1);
  await expect(turn(() => Promise.reject(new HarnessFault('gone')))).rejects.toThrow('gone');
  await expect(turn(() => Promise.resolve(2))).rejects.toThrow('gone');
});
