// An invocation as values that any encoder could be given: addresses and hashes as bytes, leaf indices absolute.
import { addressOf, derivedFrom } from '../harness/keys';
import { leafIndex, type NextIndexOf } from '../harness/wire/instruction-data';
import { sentAs } from '../harness/wire/read-only';
import type {
  AccountData,
  CpiContextFlags,
  Hex,
  InputAccount,
  Invocation,
  NewAddress,
  OutputAccount,
  ReadOnlyAccount,
  ReadOnlyAddress,
} from '../spec/plan';
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
  readonly readOnlyAddresses: readonly ReadOnlyAddress[];
  /** Hashes and leaf indices as they are sent. */
  readonly readOnlyAccounts: readonly Omit<ReadOnlyAccount, 'of'>[];
};

export type SpokenData = AccountData;

/** What an invocation says, without what only a broken one has (wrong prefix, cut bytes). */
export function spokenOf(invocation: Invocation, nextIndexOf: NextIndexOf): Spoken {
  const { data, instruction, caller, mode } = invocation;
  const leafIndexOf = (leaf: { readonly queueIndex: number; readonly leafOffset: number }): number =>
    leafIndex(invocation, leaf, nextIndexOf);
  return {
    instruction,
    proof: data.proof,
    newAddresses: data.newAddresses,
    inputs: data.inputs.map(({ leafOffset, ...input }) => ({
      ...input,
      leafIndex: leafIndexOf({ queueIndex: input.queueIndex, leafOffset }),
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
    readOnlyAddresses: data.readOnlyAddresses,
    readOnlyAccounts: data.readOnlyAccounts.map((account) => ({
      ...account,
      ...sentAs(account, invocation, leafIndexOf),
    })),
  };
}

/** The address of an owner, 32 bytes. */
export const ownerBytes = (owner: KeyRole): Buffer => addressOf(owner);
