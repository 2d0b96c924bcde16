// Proves that decoding a context account explains every byte, and says so when it does not.
import { loadRelease } from '../programs/load';
import { decodeContext } from './context-account';

const fixture = loadRelease('0.28.3').fixtures.find(({ pubkey }) => pubkey.startsWith('cpi15'));
const decode = (change: (data: Buffer) => void = () => undefined) => {
  const data = Buffer.from(fixture?.data ?? []);
  change(data);
  return decodeContext(data, (_, leaf) => leaf);
};

it('decodes the published account as empty', () => {
  expect(decode()).toMatchObject({ leftoverBytes: false, size: 14_020, state: { associatedTree: 'tree:1' } });
});

it.each([
  ['an unused new address', 200],
  ['an unused input', 1700],
  ['an unused output', 7515],
  ['output data', 7530],
  ['the last byte', 14_019],
  ['the total size of outputs', 7516],
])('sees a byte left over in %s', (_, at) => {
  expect(decode((data) => (data[at] = 1))?.leftoverBytes).toBe(true);
});

it.each([
  ['another discriminator', 0],
  ['more entries than fit', 1602],
  ['output data that overruns', 7519],
])('does not decode %s', (_, at) => {
  expect(decode((data) => (data[at] = 255))).toBeUndefined();
});

it('does not decode an account that is cut short', () => {
  expect(
    decodeContext(Buffer.from(fixture?.data ?? []).subarray(0, 7519), (_, leaf) => leaf),
  ).toBeUndefined();
});
