// The published token program can be traced: it only keeps the names of its functions, which the runtime then refuses.
import { withoutSymbols } from '../../harness/trace/without-symbols';
import { loadRelease } from '../../programs/load';
import { openEngine } from '../engine';
import type { Engine } from '../engine-types';

const open = (): Promise<Engine> =>
  openEngine({ version: '0.28.3', seed: 1, fences: new Set(), quick: true });

const differing = (one: Buffer, other: Buffer): readonly number[] =>
  [...one].flatMap((byte, at) => (byte === other[at] ? [] : [at]));

it('An invocation by the token program leaves traces of the system program', async () => {
  const { traces } = await open();
  const reached = await traces?.reach('token/mint-to', 1);
  expect(reached?.plans).toBeGreaterThan(0);
  expect(reached?.pcs.length).toBeGreaterThan(1000);
});

it('Only the size of the symbol table is another, and of a stripped program nothing is', () => {
  const { token = Buffer.alloc(0), systemProgram } = loadRelease('0.28.3');
  const places = differing(token, withoutSymbols(token));
  expect(places.length).toBeGreaterThan(0);
  expect(places.length).toBeLessThanOrEqual(8);
  expect(withoutSymbols(systemProgram)).toEqual(systemProgram);
  expect(withoutSymbols(token)).not.toBe(token);
});
