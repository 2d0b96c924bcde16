// Tests of starting the validator: at the slot that is asked for, which accounts set later do not undo.
import { addressOf } from './keys';
import { startValidator, toNative, type Validator } from './validator';

const CLOCK = addressOf('unknown:SysvarC1ock11111111111111111111111111111111');
const slotOf = async ({ read }: Validator): Promise<bigint | undefined> => {
  const [clock] = await read([CLOCK]);
  return clock == null ? undefined : Buffer.from(clock.data).readBigUInt64LE(0);
};

const SLOT = 150_000_000;
const account = toNative({
  owner: Buffer.alloc(32),
  lamports: 1_000_000_000n,
  data: Buffer.alloc(8),
  executable: false,
});

it('starts at the slot that is asked for, and stays there', async () => {
  const validator = await startValidator(SLOT);
  expect(await slotOf(validator)).toBe(BigInt(SLOT));
  validator.set(addressOf('wallet:1'), account);
  expect(await slotOf(validator)).toBe(BigInt(SLOT));
});

it('starts at an early slot if none is asked for', async () => {
  expect(await slotOf(await startValidator())).toBeLessThan(100n);
});
