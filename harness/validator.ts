// The in-process validator: starting it, and the few raw calls that the harness makes.
import {
  Account,
  start,
  type BanksTransactionResultWithMeta,
  type ProgramTestContext,
} from 'solana-bankrun/dist/internal';
import { PublicKey } from '@solana/web3.js';
import { answered } from './deadline';
import type { Address } from './keys';
import { privateFolder, withEnvironment } from './temp-folder';

/** An account's contents; `owner` has 32 bytes. */
export type Stored = {
  readonly owner: Buffer;
  readonly lamports: bigint;
  readonly data: Buffer;
  readonly executable: boolean;
};

/** An account in the validator's own representation, ready to be set any number of times. */
export type NativeAccount = Account;

export type Validator = {
  readonly set: (address: Address, account: NativeAccount) => void;
  /** Sends a transaction (wire bytes) and waits until it has run. */
  readonly send: (bytes: Buffer) => Promise<BanksTransactionResultWithMeta>;
  /** The accounts, in order, null where there is none; read at once, since eight cost hardly more than two. */
  readonly read: (addresses: readonly Address[]) => Promise<(NativeAccount | null)[]>;
  /** At which it runs all the time. */
  readonly slot: bigint;
  /** 32 bytes. */
  readonly latestBlockhash: () => Promise<Buffer>;
};

const START = { what: 'start', milliseconds: 20_000 };
const RUN = { what: 'run a transaction', milliseconds: 30_000 };
const READ = { what: 'read accounts', milliseconds: 10_000 };
const SLOT = { what: 'name its slot', milliseconds: 10_000 };
const BLOCKHASH = { what: 'name a blockhash', milliseconds: 10_000 };

/** The rent epoch stays zero: the validator sets it itself, and a fetched one must not be written back. */
export const toNative = ({ lamports, data, owner, executable }: Stored): NativeAccount =>
  new Account(lamports, data, owner, executable, 0n);

/** The byte behind the signatures, of which there are less than 128, says which version the message has, if any. */
const isVersioned = (bytes: Buffer): boolean => ((bytes[1 + 64 * (bytes[0] ?? 0)] ?? 0) & 0x80) !== 0;

/** Views native bytes as a Buffer without copying them again. */
const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);

export const fromNative = ({ lamports, data, owner, executable }: NativeAccount): Stored => ({
  lamports,
  data: asBuffer(data),
  owner: asBuffer(owner),
  executable,
});

async function wrap(context: ProgramTestContext): Promise<Validator> {
  const client = context.banksClient;
  const latestBlockhash = async () => {
    const answer = await answered(client.getLatestBlockhash(), BLOCKHASH);
    return Buffer.from(new PublicKey(answer?.blockhash ?? context.lastBlockhash).toBytes());
  };
  return {
    set: (address, account) => context.setAccount(address, account),
    slot: await answered(client.getSlot(), SLOT),
    send: (bytes) =>
      answered(
        isVersioned(bytes)
          ? client.tryProcessVersionedTransaction(bytes)
          : client.tryProcessLegacyTransaction(bytes),
        RUN,
      ),
    read: (addresses) => answered(Promise.all(addresses.map((address) => client.getAccount(address))), READ),
    latestBlockhash,
  };
}

/**
 * Starts a validator without accounts of ours, at a later slot if one is given; its log is off, its files go to a
 * private folder. Once an account has been set, no later slot can be reached: the validator would end the process.
 * @throws HarnessFault when it does not start within 20 seconds.
 */
export async function startValidator(slot?: number): Promise<Validator> {
  const environment = { RUST_LOG: 'off', TMPDIR: privateFolder() };
  const context = await withEnvironment(environment, () => answered(start([], []), START));
  if (slot !== undefined) context.warpToSlot(BigInt(slot));
  return wrap(context);
}
