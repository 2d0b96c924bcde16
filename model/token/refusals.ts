// What the token program refuses by itself, in front of any call of the system program: observed, with the code that came.
import type { CallRefusal } from '../../spec/prediction';
import type { TokenTransfer } from '../../spec/token';
import type { Rejection } from '../rejection';

/** The codes that were always seen, by the ids of the rules. */
const SEEN: Readonly<Record<string, number>> = {
  'token/more-out-than-in': 6002,
  'token/less-out-than-in': 6005,
  'token/move-in-context': 6035,
  'token/nothing-to-spend': 6024,
};

const total = (amounts: readonly { readonly amount: bigint }[]): bigint =>
  amounts.reduce((sum, { amount }) => sum + amount, 0n);

/** How many more tokens go in than out: inputs and what is compressed, less outputs and what is decompressed. */
export const surplus = ({ inputs, outputs, move }: TokenTransfer): bigint => {
  const moved = move?.amount ?? 0n;
  return total(inputs) - total(outputs) + (move?.direction === 'decompress' ? -moved : moved);
};

/** Rejections that rest on a refusal of the token program itself, as what they are; the others as they were. */
export const byItself = (rejected: Rejection): Rejection => {
  const own = rejected.because.filter((id) => SEEN[id] !== undefined);
  if (own.length === 0) return rejected;
  const by = new Set(['program:token'] as const);
  const codes = new Set(own.flatMap((id) => SEEN[id] ?? []));
  const calls: CallRefusal = {
    by,
    seen: { errors: new Set(), codes, by },
    documented: false,
    mayStop: false,
  };
  return { ...rejected, codes: new Set(), errors: new Set(), anyUndocumented: true, calls };
};
