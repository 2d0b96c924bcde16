// An invocation as values that any encoder could be given: addresses and hashes as bytes, leaf indices absolute.
import { addressOf, derivedFrom } from '../harness/keys';
import { leafIndex, type NextIndexOf } from '../harness/wire/instruction-data';
import type { AccountData, Hex, InputAccount, Invocation, NewAddress, OutputAccount } from '../spec/plan';
import type { CpiContextFlags } from '../spec/plan';
import type { KeyRole } from '../spec/world';

export type SpokenInput = Omit<InputAccount, 'leafOffset'> & { readonly leafIndex: number };

/** Owners stay names: `base58Of` gives what is written for them. */
export type Spoken = {
  readonly instruction: Invocation['instruction'];
  readonly proof: Hex | null;
  readonly newAddresses: readonly NewAddress[];
  readonly inputs: readonly SpokenInput[];
  readonly outputs: readonly OutputAccount[];
  readonly relayFee: bigint | null;
  readonly lamports: bigint | null;
  readonly isCompress: boolean;
  readonly context: CpiContextFlags | null;
  /** Only said by InvokeCpiWithReadOnly, as is all that follows. */
  readonly mode: number;
  readonly bump: number;
  readonly program: KeyRole;
  readonly withTransactionHash: boolean;
  readonly readsOnly: boolean;
};

export type SpokenData = AccountData;

/** What an invocation says, without what only a broken one has (wrong prefix, cut bytes). */
export function spokenOf(invocation: Invocation, nextIndexOf: NextIndexOf): Spoken {
  const { data, instruction, caller, mode } = invocation;
  return {
    instruction,
    proof: data.proof,
    newAddresses: data.newAddresses,
    inputs: data.inputs.map(({ leafOffset, ...input }) => ({
      ...input,
      leafIndex: leafIndex(invocation, { queueIndex: input.queueIndex, leafOffset }, nextIndexOf),
    })),
    outputs: data.outputs,
    relayFee: data.relayFee,
    lamports: data.compressOrDecompressLamports,
    isCompress: data.isCompress,
    context: data.cpiContext,
    mode: data.modeByte ?? (mode === 'v2' ? 1 : 0),
    bump: data.bump ?? derivedFrom(`authority:${caller}`)?.seeds[1]?.[0] ?? 0,
    program: data.invokingProgram ?? `program:${caller}`,
    withTransactionHash: data.withTransactionHash ?? false,
    readsOnly: data.readOnlyAccounts.length > 0 || data.readOnlyAddresses.length > 0,
  };
}

/** The address of an owner, 32 bytes. */
export const ownerBytes = (owner: KeyRole): Buffer => addressOf(owner);
