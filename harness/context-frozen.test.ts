// Proves that no byte of a context account changes unseen because it is no part of the documented state.
import { loadRelease } from '../programs/load';
import { straysInContext, type Contexts } from './context-frozen';
import { addressOf } from './keys';
import { transaction, withContext } from './testing';

const FIRST_ADDRESS = 138;
const fixture = loadRelease('0.28.3').fixtures.find(({ pubkey }) => pubkey.startsWith('cpi15'));
const stored = (data: Buffer) => ({ owner: Buffer.alloc(32), lamports: 1n, data, executable: false });

/** A write of one new address, with more changed. */
const straysWith = (change: (data: Buffer) => void, form?: Contexts): boolean => {
  const before = Buffer.from(fixture?.data ?? []);
  const now = Buffer.from(before);
  now[FIRST_ADDRESS - 2] = 1;
  now.fill(9, FIRST_ADDRESS + 32, FIRST_ADDRESS + 68);
  change(now);
  const planned = transaction(withContext({}));
  return straysInContext({ key: 'context:1', before: stored(before), now: stored(now) }, planned, form);
};

it('explains what a write of a new address changes', () => {
  expect(straysWith(() => undefined)).toBe(false);
  expect(straysWith((data) => data.set(addressOf('program:A'), FIRST_ADDRESS))).toBe(false);
});

it.each([
  ['the associated queue', 72],
  ['the last byte of the associated queue', 103],
  ['the reserved bytes', 104],
  ['the last reserved byte', 135],
  ['who a new address is noted down for', FIRST_ADDRESS],
  ['the end of whom a new address is noted down for', FIRST_ADDRESS + 31],
  ['the bytes behind a new address', FIRST_ADDRESS + 68],
  ['the last byte behind a new address', FIRST_ADDRESS + 69],
])('sees a changed byte in %s', (_, at) => {
  expect(straysWith((data) => (data[at] = (data[at] ?? 0) ^ 1))).toBe(true);
});

it('sees a new address noted down for a program that has no part in the transaction', () => {
  expect(straysWith((data) => data.set(addressOf('program:B'), FIRST_ADDRESS))).toBe(true);
});

describe('where a version counts the addresses of a context', () => {
  const FORM = { countsAddresses: true };
  const SECOND = FIRST_ADDRESS + 70;
  const held = (data: Buffer, { addresses = 2, index = 0 }): void => {
    data[FIRST_ADDRESS - 2] = addresses;
    data[SECOND + 69] = index;
  };

  it('takes the number of addresses for nothing that is assigned', () => {
    expect(straysWith((data) => held(data, { index: 1 }), FORM)).toBe(false);
    expect(straysWith((data) => held(data, { index: 1 }))).toBe(true);
  });

  it('sees a number that the addresses in front do not give', () => {
    expect(straysWith((data) => held(data, { index: 2 }), FORM)).toBe(true);
  });

  it('sees an assignment that nobody sent', () => {
    expect(straysWith((data) => (data[FIRST_ADDRESS + 68] = 1), FORM)).toBe(true);
  });
});
