// A plan as bare accounts and transactions, for a test that uses nothing of ours.
import type { Fixture } from '../programs/load';
import { PublicKey } from '@solana/web3.js';
import type { RawAccount, RawCase, RawTransaction } from '../spec/raw-case';
import type { Plan } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { unitsOnBankrun } from './fees';
import { genesis, isNative, type Programs } from './genesis';
import { addressOf } from './keys';
import { encodeSteps, type Step } from './steps';
import type { Stored, Validator } from './validator';
import { stamp } from './wire/stamp';
import { newWorld, patch, placeData, slotOf, type World } from './world';

const base58 = (bytes: Uint8Array): string => new PublicKey(bytes).toBase58();

/** Takes what is set, and answers nothing: encoding asks nothing of a validator. Fees are those of bankrun. */
function sink(set: Map<string, Stored>): Validator {
  const none = (): Promise<never> => Promise.reject(new Error('a case is only encoded here'));
  return {
    slot: 1n,
    prepare: (address, account) => () => void set.set(base58(address), account),
    defaultUnits: unitsOnBankrun,
    send: none,
    read: none,
    latestBlockhash: none,
  };
}

const raw = (address: string, { owner, lamports, data, executable }: Stored): RawAccount => ({
  address,
  owner: base58(owner),
  lamports: lamports.toString(),
  data: data.toString('base64'),
  executable,
});

export type RawInput = {
  readonly programs: Programs;
  readonly fixtures: readonly Fixture[];
  readonly plan: Plan;
};

const PROGRAMS: ReadonlySet<KeyRole> = new Set(['light-system', 'account-compression', 'noop']);

type Sorted = Omit<RawCase, 'transactions'>;
/** The world, and what was set in it for the plan, by base58. */
type Encoded = { readonly set: ReadonlyMap<string, Stored>; readonly world: World };

/** Where each account that the transactions name comes from. */
function sorted(keys: readonly KeyRole[], { set, world }: Encoded, input: RawInput): Sorted {
  const published = new Set(input.fixtures.map(({ pubkey }) => pubkey));
  const known = new Map(genesis(input.programs, input.fixtures));
  const found = keys.map((key) => ({ key, address: base58(addressOf(key)) }));
  const isProgram = ({ key }: { key: KeyRole }): boolean => key.startsWith('program:');
  const isOwn = ({ key, address }: { key: KeyRole; address: string }): boolean =>
    !isProgram({ key }) &&
    !PROGRAMS.has(key) &&
    !isNative(key) &&
    !published.has(address) &&
    !set.has(address);
  const placed = found
    .filter(isOwn)
    .map(({ key, address }) => raw(address, known.get(key) ?? slotOf(world, key).base))
    .filter(({ lamports }) => lamports !== '0');
  return {
    names: Object.fromEntries(found.map(({ key, address }) => [address, key])),
    callers: found.filter(isProgram).map(({ address }) => address),
    published: found
      .filter(({ address }) => published.has(address) && !set.has(address))
      .map(({ address }) => address),
    accounts: [...placed, ...[...set].map(([address, stored]) => raw(address, stored))],
  };
}

const transactionOf = ({ encoded, fee }: Step, counter: number): RawTransaction => ({
  bytes: stamp(encoded, { blockhash: Buffer.alloc(32), counter }).toString('base64'),
  blockhashAt: encoded.blockhashAt,
  fee,
});

/** Encodes a plan without running it. @throws PlanTooLarge, InputError or RangeError for a plan that cannot be encoded. */
export function rawCase(input: RawInput): RawCase {
  const set = new Map<string, Stored>();
  const world = newWorld(sink(set), genesis(input.programs, input.fixtures));
  set.clear();
  const steps = encodeSteps(world, input.plan);
  for (const account of input.plan.accounts) patch(world, account);
  for (const { encoded } of steps) for (const account of encoded.dataAccounts) placeData(world, account);
  const keys = [...new Set(steps.flatMap(({ encoded }) => encoded.keys))];
  // Whatever is first named below is written to the sink, too, and was not set for the plan.
  const encoded: Encoded = { set: new Map(set), world };
  return { ...sorted(keys, encoded, input), transactions: steps.map(transactionOf) };
}
