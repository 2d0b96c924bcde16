// Tests that a file which the runtime refuses is told apart from a runtime that fails.
import { InputError } from '../programs/errors';
import { HarnessFault } from './errors';
import { replaceProgram } from './replace-program';
import type { Stored } from './validator';
import type { World } from './world';

const base: Stored = { lamports: 1n, data: Buffer.alloc(1), owner: Buffer.alloc(32), executable: true };

const worldThatSays = (message: string): World => {
  const slot = { key: 'light-system', address: Buffer.alloc(32), base, current: base, stale: false };
  const prepare = () => () => {
    throw new HarnessFault(message);
  };
  return { slots: new Map([['light-system', { ...slot, reset: () => undefined }]]), prepare } as never;
};
const replacing = (message: string) => () =>
  replaceProgram(worldThatSays(message), 'light-system', Buffer.alloc(1));

it('a file that the runtime refuses is bad input', () => {
  expect(replacing('Failed to set account: invalid account data for instruction')).toThrow(InputError);
});

it('any other failure stays the fault that it is', () => {
  expect(replacing('The validator could not set an account: out of memory')).toThrow(HarnessFault);
});
