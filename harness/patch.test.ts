// Tests that accounts which a plan puts in front of its transactions are refused where they cannot be made.
import type { AccountBefore } from '../spec/plan';
import type { TableState } from '../spec/table';
import { InputError } from '../programs/errors';
import { EMPTY } from './genesis';
import { patched } from './patch';

const SLOT = 1000n;
const patch = (before: Omit<AccountBefore, 'key'>) => (): unknown =>
  patched(EMPTY, { key: 'wallet:0', ...before }, SLOT);
const two: TableState = { addresses: ['wallet:1', 'wallet:2'] };

describe('an account before', () => {
  it('may be a table all of whose addresses were added in the slot of the plan', () => {
    expect(patch({ table: { ...two, addedNow: 2 } })).not.toThrow();
    expect(patch({ table: { ...two, addedNow: 2 }, size: 56 })).not.toThrow();
  });

  it.each<[string, Omit<AccountBefore, 'key'>, RegExp]>([
    ['more addresses added than it has', { table: { ...two, addedNow: 5 } }, /`addedNow` smaller\.$/],
    [
      'fewer bytes than it had before addresses were added',
      { table: { ...two, addedNow: 1 }, size: 56 },
      /^The plan has a lookup table that is shorter than it was before addresses were added/,
    ],
    ['a patch behind its end', { size: 4, patches: [{ offset: 3, hex: '0102' }] }, /make its size larger\.$/],
  ])('is refused with %s', (_, before, sentence) => {
    expect(patch(before)).toThrow(sentence);
    expect(patch(before)).toThrow(InputError);
  });
});
