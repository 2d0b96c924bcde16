// Balances the lamports of an execution: SOL compressed where they are missing, decompressed or kept where they are left.
import type { InputAccount, InvokeData, OutputAccount } from '../../spec/plan';
import type { SolMove } from '../invocation';
import type { Fences } from '../settings';
import { U64_MAX } from '../values';
import type { InvocationStep } from './step';

export const sum = (entries: readonly { readonly lamports: bigint }[]): bigint =>
  entries.reduce((total, { lamports }) => total + lamports, 0n);

export type Balanced = {
  readonly outputs: readonly OutputAccount[];
  readonly sol: SolMove | null;
  readonly moved: Partial<InvokeData>;
};

const moved = (lamports: bigint, isCompress: boolean): Partial<InvokeData> => ({
  compressOrDecompressLamports: lamports,
  isCompress,
});

/** The outputs and the SOL that make up for `surplus`, the lamports that inputs have more than outputs. */
export const balanced = (
  outputs: readonly OutputAccount[],
  surplus: bigint,
  { keeps, recipient }: Pick<InvocationStep, 'keeps' | 'recipient'>,
): Balanced => {
  const [first, ...rest] = outputs;
  if (surplus === 0n) return { outputs, sol: null, moved: {} };
  if (surplus < 0n) return { outputs, sol: { recipient: null }, moved: moved(-surplus, true) };
  if (keeps && first !== undefined)
    return { outputs: [{ ...first, lamports: first.lamports + surplus }, ...rest], sol: null, moved: {} };
  return { outputs, sol: { recipient }, moved: moved(surplus, false) };
};

/** What an execution takes in and gives out of its own, and the inputs that its context brings. */
export type Executed = {
  readonly outputs: readonly OutputAccount[];
  readonly inputs: readonly InputAccount[];
  readonly held: readonly InputAccount[];
  readonly surplus: bigint;
};
export type Afforded = Pick<Executed, 'outputs' | 'surplus'> & { readonly fenced: readonly string[] };

const BEYOND = 'sol/compression-beyond-u64';

/**
 * The outputs, without lamports where the SOL that must be compressed for them and the inputs come to 2^64 lamports
 * together: a context of any content may bring inputs of so many, which nobody has.
 */
export const belowU64 = ({ outputs, inputs, held, surplus }: Executed, fences: Fences): Afforded => {
  const isBeyond = surplus < 0n && sum(inputs) + sum(held) - surplus > U64_MAX;
  if (!isBeyond || !fences.has(BEYOND)) return { outputs, surplus, fenced: [] };
  const without = outputs.map((output) => ({ ...output, lamports: 0n }));
  return { outputs: without, surplus: surplus + sum(outputs), fenced: [BEYOND] };
};
