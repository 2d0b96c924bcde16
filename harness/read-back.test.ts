// Which accounts are read after a transaction, what the others are taken to hold, and what shows that this is wrong.
import type { KeyRole } from '../spec/world';
import { addressOf } from './keys';
import { newTrust, readBack, touchedBy, type Ran } from './read-back';
import type { Stored, Validator } from './validator';
import { newWorld, slotOf, type World } from './world';

const FEE = 5_000n;
const PAYER: KeyRole = 'payer:0';
const POOL: KeyRole = 'sol-pool';
const account = (lamports: bigint, data = ''): Stored => ({
  owner: Buffer.alloc(32),
  lamports,
  data: Buffer.from(data),
  executable: false,
});
const START: readonly (readonly [KeyRole, Stored])[] = [
  [PAYER, account(1_000_000n)],
  [POOL, account(50n)],
];

type Told = { readonly world: World; readonly asked: KeyRole[] };

/** A world whose validator holds `now` when it is asked, and notes for whom. */
function worldThatHolds(now: ReadonlyMap<KeyRole, Stored>, start = START): Told {
  const asked: KeyRole[] = [];
  const roleAt = (address: Buffer): KeyRole => {
    const role = [...now.keys()].find((key) => addressOf(key).equals(address));
    if (role === undefined) throw new Error('An account was read that nobody knows.');
    asked.push(role);
    return role;
  };
  const validator: Validator = {
    prepare: () => () => undefined,
    send: () => Promise.reject(new Error('Nothing is sent.')),
    read: (addresses) => Promise.resolve(addresses.map((address) => now.get(roleAt(address)) ?? null)),
    slot: 0n,
    defaultUnits: () => 0,
    latestBlockhash: () => Promise.resolve(Buffer.alloc(32)),
  };
  return { world: newWorld(validator, start), asked };
}

const ranIn = (world: World, refused: Ran['answer']['refused'] = null): Ran => ({
  touched: touchedBy(world, [PAYER, POOL]),
  feePayer: PAYER,
  fee: FEE,
  onlyStores: false,
  isPart: false,
  answer: { refused, logs: () => [], computeUnits: () => 0 },
});

/** Not the first of sixteen, which is read in full. */
const trusting = () => ({ ...newTrust(), seen: 1 });
const lamportsOf = (world: World, key: KeyRole): bigint => slotOf(world, key).current.lamports;

const paidInto = new Map<KeyRole, Stored>([
  [PAYER, account(1_000_000n - FEE - 7n)],
  [POOL, account(57n)],
]);

describe('The fee payer of an accepted transaction', () => {
  it('is not read: it has what is left over from all others', async () => {
    const { world, asked } = worldThatHolds(paidInto);
    await readBack(world, trusting(), ranIn(world));
    expect(asked).toEqual([POOL]);
    expect(lamportsOf(world, PAYER)).toBe(1_000_000n - FEE - 7n);
    expect(lamportsOf(world, POOL)).toBe(57n);
  });

  it('is read where it has data, or where the transaction as a whole was refused and may have cost nothing', async () => {
    const withData = account(1_000_000n, 'data');
    const one = worldThatHolds(paidInto, [[PAYER, withData], ...START.slice(1)]);
    await readBack(one.world, trusting(), ranIn(one.world));
    expect(one.asked).toEqual([PAYER, POOL]);
    const other = worldThatHolds(new Map(START));
    await readBack(
      other.world,
      trusting(),
      ranIn(other.world, { index: null, error: 'AccountNotFound', code: null }),
    );
    expect(other.asked).toEqual([PAYER, POOL]);
    expect(lamportsOf(other.world, PAYER)).toBe(1_000_000n);
  });
});

describe('Every sixteenth time', () => {
  it('all are read, and what is as it was taken to be keeps the trust', async () => {
    const { world, asked } = worldThatHolds(paidInto);
    const trust = newTrust();
    await readBack(world, trust, ranIn(world));
    expect(asked).toEqual([PAYER, POOL]);
    expect(trust).toEqual({ seen: 1, lost: false });
  });

  it('SOL that comes from nowhere, or another owner, ends the trust: all are read from then on', async () => {
    const gift = account(1_000_001n);
    const given = { ...account(1_000_000n - FEE - 7n), owner: Buffer.alloc(32, 1) };
    for (const payer of [gift, given]) {
      const { world, asked } = worldThatHolds(new Map([...paidInto, [PAYER, payer]]));
      const trust = newTrust();
      await readBack(world, trust, ranIn(world));
      expect(trust.lost).toBe(true);
      await readBack(world, trust, ranIn(world));
      expect(asked).toEqual([PAYER, POOL, PAYER, POOL]);
    }
  });
});
