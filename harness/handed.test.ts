// What the recorder logs is decoded where it follows the public definition; anything else is said to be undecodable, and stops nothing.
import { ACCOUNT_COMPRESSION } from './addresses';
import { emittedIn, handedIn } from './handed';
import { addressOf } from './keys';

const KEYS = Buffer.concat(
  (['account-compression-authority', 'registered-program-pda', 'queue:1'] as const).map((key) =>
    addressOf(key),
  ),
);
const logged = (data: Buffer, keys = KEYS): readonly string[] => [
  `Program ${ACCOUNT_COMPRESSION} invoke [3]`,
  `Program data: ${data.toString('base64')} ${keys.toString('base64')}`,
];

const META = Buffer.concat([Buffer.of(1, 2, 0, 1, 0, 0), Buffer.alloc(32, 7)]);
const SEQUENCES = [Buffer.of(1), Buffer.alloc(80, 3), Buffer.of(0), Buffer.of(0)];
const NO_CONTEXT_OUTPUTS = Buffer.alloc(4);
/** One leaf, for the account of that index. */
const body = (account = 0): Buffer =>
  Buffer.concat([
    META,
    Buffer.of(1, account),
    Buffer.alloc(32, 9),
    Buffer.of(0, 0),
    ...SEQUENCES,
    Buffer.of(1, 5, 0, 0, 0),
    NO_CONTEXT_OUTPUTS,
  ]);
const framed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from('b48fc76100000000', 'hex').subarray(0, 8), length, bytes]);
};

const decoded = (data: Buffer, keys = KEYS) => handedIn(logged(data, keys))?.[0];

describe('What is handed on', () => {
  it('is decoded', () => {
    expect(decoded(framed(body()))).toMatchObject({
      leaves: [{ account: 'queue:1', hash: '09'.repeat(32), leafIndex: 5 }],
      nullifiers: [],
      trailingBytes: 0,
    });
  });

  it('is undecodable wherever it is cut, and kept in full', () => {
    const whole = framed(body());
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      expect(decoded(cut)).toMatchObject({ undecodable: cut.toString('hex'), leaves: [] });
    }
  });

  it('is undecodable where a list says to have more than there is', () => {
    const whole = framed(body());
    for (const at of [50, 84, 85, 86]) {
      const longer = Buffer.from(whole);
      longer.writeUInt8(255, at);
      expect(decoded(longer)?.undecodable).toBeDefined();
    }
    const outputs = Buffer.from(whole);
    outputs.writeUInt32LE(0xffff_ffff, whole.length - 4);
    expect(decoded(outputs)?.undecodable).toBeDefined();
  });

  it('is undecodable where it names an account that is not listed', () => {
    expect(decoded(framed(body(1)))?.undecodable).toBeDefined();
    expect(decoded(framed(body()), KEYS.subarray(0, -1))?.undecodable).toBeDefined();
  });

  it('may be nothing at all', () => {
    expect(decoded(Buffer.alloc(0))?.undecodable).toBe('');
    expect(emittedIn(logged(Buffer.alloc(0), Buffer.alloc(0)))).toEqual([{ data: '', accounts: [] }]);
  });

  it('is not seen where the log was cut off', () => {
    expect(handedIn([...logged(framed(body())), 'Log truncated'])).toBeNull();
  });
});
