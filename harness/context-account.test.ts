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

/** The list of inputs begins with its length; the first input lies behind its capacity. */
const [INPUTS, INPUT, OUTPUTS, OUTPUT] = [1602, 1604, 4064, 4066] as const;
const withInput = (change: (data: Buffer) => void) =>
  decode((data) => {
    data[INPUTS] = 1;
    change(data);
  });

it('decodes an input that has neither data nor an address', () => {
  expect(withInput(() => undefined)).toMatchObject({
    leftoverBytes: false,
    state: { inputs: [{ data: null, address: null, proveByIndex: false }] },
  });
});

it.each([
  ['of the discriminator', 33],
  ['of the data hash', 72],
  ['of the address', 122],
])('sees a byte %s that an input does not have', (_, at) => {
  expect(withInput((data) => (data[INPUT + at] = 1))?.leftoverBytes).toBe(true);
});

it.each([
  ['data', 32],
  ['prove_by_index', 79],
  ['the address', 90],
])('sees a flag of %s that is neither 0 nor 1', (_, at) => {
  expect(withInput((data) => (data[INPUT + at] = 1))?.leftoverBytes).toBe(false);
  expect(withInput((data) => (data[INPUT + at] = 2))?.leftoverBytes).toBe(true);
});

/** One output without data and address counts 43 bytes, and has no bytes of its own. */
const withOutput = (change: (data: Buffer) => void) =>
  decode((data) => {
    data[OUTPUTS] = 1;
    data.writeUInt16LE(43, 7516);
    data.writeUInt16LE(1, 7518);
    change(data);
  });

it.each([
  ['of the data hash', 41],
  ['of the address', 83],
])('sees a byte %s that an output does not have', (_, at) => {
  expect(withOutput(() => undefined)?.leftoverBytes).toBe(false);
  expect(withOutput((data) => (data[OUTPUT + at] = 1))?.leftoverBytes).toBe(true);
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
