// Plans that the programs accept, for the harness's own tests.
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { INVOKE_CPI_DISCRIMINATOR } from '../spec/invoke-cpi';
import type { AccountMeta, InputAccount, Invocation, InvokeData, OutputAccount, Plan } from '../spec/plan';
import type { PlannedInstruction, PlannedTransaction } from '../spec/plan';
import { ABSENT, type CallerName, type KeyRole } from '../spec/world';
import type { RuntimeName } from '../spec/runtime';
import { openBackend, type Backend } from './backend';
import { base58Of } from './base58';
import type { Stored } from './validator';

/** A backend with the default release. */
export function openDefault(runtime: RuntimeName = 'bankrun'): Promise<Backend> {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease('0.28.3');
  const programs = { systemProgram, accountCompression, ...(noop ? { noop } : {}), caller: loadCaller() };
  return openBackend({ programs, fixtures, runtime });
}

/** An account as 0.28.3 publishes it. */
export function stored(key: KeyRole): Stored {
  const fixture = loadRelease('0.28.3').fixtures.find(({ pubkey }) => pubkey === base58Of(key));
  if (fixture === undefined) throw new Error(`There is no fixture of ${key}.`);
  return { owner: Buffer.alloc(32), lamports: 1n, data: fixture.data, executable: false };
}

export const meta = (key: KeyRole, flags = ''): AccountMeta => ({
  key,
  signer: flags.includes('s'),
  writable: flags.includes('w'),
});

const hash = (byte: number): string => '00' + byte.toString(16).padStart(2, '0').repeat(31);

/** An output with `length` bytes of data, owned by the caller, for the queue at remaining account 0. */
export function output(caller: CallerName, length = 10): OutputAccount {
  const data = { discriminator: '0102030405060708', bytes: { fill: 7, length }, dataHash: hash(9) };
  return { owner: `program:${caller}`, lamports: 0n, address: null, data, treeIndex: 0 };
}

/** The input that spends `output` by index: queue at remaining account 0, tree at 1. */
export function spending(spent: OutputAccount, leafOffset: number): InputAccount {
  return { ...spent, treeIndex: 1, queueIndex: 0, leafOffset, proveByIndex: true, rootIndex: 0 };
}

export const emptyData: InvokeData = {
  discriminator: INVOKE_CPI_DISCRIMINATOR,
  lengthPrefix: null,
  proof: null,
  newAddresses: [],
  inputs: [],
  outputs: [],
  relayFee: null,
  compressOrDecompressLamports: null,
  isCompress: false,
  cpiContext: null,
  cutBytes: 0,
  readOnlyAddresses: [],
  readOnlyAccounts: [],
};

export type Wanted = Partial<InvokeData> & { readonly caller?: CallerName; readonly context?: KeyRole };

function slots(caller: CallerName, context: KeyRole | undefined): AccountMeta[] {
  return [
    meta('payer:1', 'sw'),
    meta(`authority:${caller}`, 's'),
    meta('registered-program-pda'),
    meta('noop'),
    meta('account-compression-authority'),
    meta('account-compression'),
    meta(`program:${caller}`),
    meta(ABSENT),
    meta(ABSENT),
    meta('solana-system'),
    context === undefined ? meta(ABSENT) : meta(context, 'w'),
    meta('queue:1', 'w'),
    meta('tree:1', 'w'),
  ];
}

/** An invocation by A, payer 1, queue 1 and tree 1, with the given fields. */
export function invocation({ caller = 'A', context, ...data }: Wanted): Invocation {
  return {
    kind: 'invocation',
    caller,
    through: [],
    instruction: 'InvokeCpi',
    accounts: slots(caller, context),
    data: { ...emptyData, ...data },
  };
}

const mode = (firstSet: boolean, set: boolean) => ({ firstSet, set, index: 0 });
export const FIRST_SET = mode(true, false);
export const SET = mode(false, true);
export const EXECUTE = mode(false, false);

/** A write to, or an execution from, context 1. */
export const withContext = (wanted: Wanted): Invocation => invocation({ context: 'context:1', ...wanted });

export const transaction = (...instructions: PlannedInstruction[]): PlannedTransaction => ({
  feePayer: 'payer:1',
  computeUnitLimit: null,
  computeUnitPrice: null,
  instructions,
});

export const plan = (...transactions: PlannedTransaction[]): Plan => ({ accounts: [], transactions });
