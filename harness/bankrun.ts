// bankrun, which is Solana 1.18: starting it, and the few raw calls that the harness makes.
import {
  Account,
  start,
  type BanksTransactionResultWithMeta,
  type ProgramTestContext,
} from 'solana-bankrun/dist/internal';
import { PublicKey } from '@solana/web3.js';
import { answered } from './deadline';
import { refusalOf } from './runtime-errors';
import { unitsOnBankrun } from './fees';
import { privateFolder, withEnvironment } from './temp-folder';
import { asBuffer, isVersioned, type Answer, type Stored, type Validator } from './validator';

const START = { what: 'start', milliseconds: 20_000 };
const RUN = { what: 'run a transaction', milliseconds: 30_000 };
const READ = { what: 'read accounts', milliseconds: 30_000 };
const SLOT = { what: 'name its slot', milliseconds: 30_000 };
const BLOCKHASH = { what: 'name a blockhash', milliseconds: 30_000 };

/** The rent epoch stays zero: the validator sets it itself, and a fetched one must not be written back. */
const toNative = ({ lamports, data, owner, executable }: Stored): Account =>
  new Account(lamports, data, owner, executable, 0n);

const fromNative = ({ lamports, data, owner, executable }: Account): Stored => ({
  lamports,
  data: asBuffer(data),
  owner: asBuffer(owner),
  executable,
});

/** Each access to `meta` copies it out of the validator: only failures and records need it. */
const answerOf = (native: BanksTransactionResultWithMeta): Answer => {
  const { result } = native;
  return {
    refused: result === null ? null : refusalOf(result),
    logs: () => native.meta?.logMessages ?? [],
    computeUnits: () => Number(native.meta?.computeUnitsConsumed ?? 0n),
  };
};

async function wrap(context: ProgramTestContext): Promise<Validator> {
  const client = context.banksClient;
  const latestBlockhash = async () => {
    const answer = await answered(client.getLatestBlockhash(), BLOCKHASH);
    return Buffer.from(new PublicKey(answer?.blockhash ?? context.lastBlockhash).toBytes());
  };
  return {
    prepare: (address, stored) => {
      const account = toNative(stored);
      return () => context.setAccount(address, account);
    },
    slot: await answered(client.getSlot(), SLOT),
    send: async (bytes) =>
      answerOf(
        await answered(
          isVersioned(bytes)
            ? client.tryProcessVersionedTransaction(bytes)
            : client.tryProcessLegacyTransaction(bytes),
          RUN,
        ),
      ),
    read: async (addresses) => {
      const accounts = await answered(
        Promise.all(addresses.map((address) => client.getAccount(address))),
        READ,
      );
      return accounts.map((account) => account && fromNative(account));
    },
    latestBlockhash,
    defaultUnits: unitsOnBankrun,
  };
}

/**
 * Starts a validator without accounts of ours, at a later slot if one is given; its log is off, its files go to a
 * private folder. Once an account has been set, no later slot can be reached: the validator would end the process.
 * @throws HarnessFault when it does not start within 20 seconds.
 */
export async function startBankrun(slot?: number): Promise<Validator> {
  const environment = { RUST_LOG: 'off', TMPDIR: privateFolder() };
  const context = await withEnvironment(environment, () => answered(start([], []), START));
  if (slot !== undefined) context.warpToSlot(BigInt(slot));
  return wrap(context);
}
