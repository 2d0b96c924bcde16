// LiteSVM, which is a current Agave: starting it, and the few raw calls that the harness makes.
import { setImmediate } from 'node:timers/promises';
import { PublicKey } from '@solana/web3.js';
import {
  Account,
  FailedTransactionMetadata,
  FeatureSet,
  type InnerInstruction,
  LiteSvm,
  type TransactionMetadata,
} from 'litesvm/dist/internal';
import { COMPUTE_BUDGET } from './addresses';
import { HarnessFault } from './errors';
import type { DefaultUnits } from './fees';
import { roleOfBase58 } from './keys';
import type { KeyRole } from '../spec/world';
import { refusalOf } from './litesvm-errors';
import { asBuffer, isVersioned, type Answer, type Stored, type Validator } from './validator';

/** The slot that bankrun starts at, so that plans meet the same world on both. */
const FIRST_SLOT = 1;

/** Native memory is given back only when the event loop turns. */
const SENDINGS_A_TURN = 100;

const toNative = ({ lamports, data, owner, executable }: Stored): Account =>
  new Account(lamports, data, owner, executable, 0n);

const fromNative = (account: Account): Stored => ({
  lamports: account.lamports(),
  data: asBuffer(account.data()),
  owner: asBuffer(account.owner()),
  executable: account.executable(),
});

const hex = (bytes: Uint8Array): string => asBuffer(bytes).toString('hex');

function callOf(call: InnerInstruction): string {
  const one = call.instruction();
  return [call.stackHeight(), one.programIdIndex(), hex(one.accounts()), hex(one.data())].join(' ');
}

function answerOf(native: TransactionMetadata | FailedTransactionMetadata): Answer {
  const failed = native instanceof FailedTransactionMetadata ? native : null;
  const meta = (): TransactionMetadata => (failed === null ? (native as TransactionMetadata) : failed.meta());
  return {
    refused: failed && refusalOf(failed.err()),
    logs: () => meta().logs(),
    computeUnits: () => Number(meta().computeUnitsConsumed()),
    calls: () => meta().innerInstructions().flat().map(callOf),
  };
}

const BUILT_IN: ReadonlySet<KeyRole> = new Set(['solana-system', roleOfBase58(COMPUTE_BUDGET)]);
const UNITS = 200_000;
const UNITS_OF_BUILT_IN = 3000;

/** Programs of the runtime itself count for little (SIMD-0170). */
const defaultUnits: DefaultUnits = (program) => (BUILT_IN.has(program) ? UNITS_OF_BUILT_IN : UNITS);

function guarded<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new HarnessFault(`The validator could not ${what}: ${String(cause)}`, { cause });
  }
}

/** `raise_cpi_nesting_limit_to_8` of Agave. */
const DEEPER_CALLS = '6TkHkRmP7JZy1fdM6fg5uXn76wChQBWGokHBJzrLB3mj';

/**
 * Every feature of the runtime is on, as on bankrun, so that a transaction can load 128 accounts, and programs work on
 * account data in place: without that the bytes that a v1 tree leaves unset are others, and a large tree costs four
 * times as much. Only the depth of calls stays at what it was in Solana 1.18 and is on mainnet.
 */
function features(): FeatureSet {
  const all = FeatureSet.allEnabled();
  all.deactivate(new PublicKey(DEEPER_CALLS).toBytes());
  return all;
}

/** Signatures are dummies, blockhashes do not age, and the same bytes may be sent again. */
function newInstance(slot: number): LiteSvm {
  const svm = new LiteSvm();
  svm.setFeatureSet(features());
  svm.setBuiltins();
  svm.setDefaultPrograms(); // those that it came with were loaded for other features
  svm.setSigverify(false);
  svm.setBlockhashCheck(false);
  svm.setTransactionHistory(0n);
  svm.warpToSlot(BigInt(slot));
  return svm;
}

function wrap(svm: LiteSvm, slot: number): Validator {
  const blockhash = Buffer.from(new PublicKey(svm.latestBlockhash()).toBytes());
  let sendings = 0;
  const sent = (bytes: Buffer) =>
    isVersioned(bytes) ? svm.sendVersionedTransaction(bytes) : svm.sendLegacyTransaction(bytes);
  const read = (address: Buffer): Stored | null => {
    const account = svm.getAccount(address);
    return account && fromNative(account);
  };
  return {
    prepare: (address, stored) => {
      const account = toNative(stored);
      return () => guarded('set an account', () => svm.setAccount(address, account));
    },
    slot: BigInt(slot),
    send: async (bytes) => {
      if (++sendings % SENDINGS_A_TURN === 0) await setImmediate();
      return guarded('run a transaction', () => answerOf(sent(bytes)));
    },
    read: async (addresses) => guarded('read accounts', () => addresses.map(read)),
    latestBlockhash: async () => blockhash,
    defaultUnits,
  };
}

/** Starts a validator without accounts of ours, at a later slot if one is given. */
export async function startLiteSvm(slot = FIRST_SLOT): Promise<Validator> {
  return guarded('start', () => wrap(newInstance(slot), slot));
}
