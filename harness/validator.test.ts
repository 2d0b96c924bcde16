// Tests of starting a validator: at the slot that is asked for, which accounts set later do not undo.
import { startBankrun } from './bankrun';
import { addressOf } from './keys';
import { startLiteSvm } from './litesvm';
import type { Validator } from './validator';

const CLOCK = addressOf('unknown:SysvarC1ock11111111111111111111111111111111');
const slotOf = async ({ read }: Validator): Promise<bigint | undefined> => {
  const [clock] = await read([CLOCK]);
  return clock == null ? undefined : Buffer.from(clock.data).readBigUInt64LE(0);
};

const SLOT = 150_000_000;
const account = {
  owner: Buffer.alloc(32),
  lamports: 1_000_000_000n,
  data: Buffer.alloc(8),
  executable: false,
};

describe.each([
  ['bankrun', startBankrun],
  ['LiteSVM', startLiteSvm],
])('%s', (_, start) => {
  it('starts at the slot that is asked for, and stays there', async () => {
    const validator = await start(SLOT);
    expect(await slotOf(validator)).toBe(BigInt(SLOT));
    expect(validator.slot).toBe(BigInt(SLOT));
    validator.prepare(addressOf('wallet:1'), account)();
    expect(await slotOf(validator)).toBe(BigInt(SLOT));
    expect(await validator.read([addressOf('wallet:1')])).toEqual([account]);
  });

  it('starts at an early slot if none is asked for, which is the same on both', async () => {
    const validator = await start();
    expect(validator.slot).toBe(1n);
    expect(await slotOf(validator)).toBe(1n);
  });
});
