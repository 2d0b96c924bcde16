// Balances the lamports of an execution: SOL compressed where they are missing, decompressed or kept where they are left.
import type { InvokeData, OutputAccount } from '../../spec/plan';
import type { SolMove } from '../invocation';
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
