// SOL that moves in a road: into the pool, out of it to a wallet, or not at all.
import fc from 'fast-check';
import type { KeyRole } from '../../spec/world';
import { V1_TREES_ONLY } from '../../spec/versions';
import type { SolMove } from '../invocation';
import type { Fences } from '../settings';
import { movedLamports } from '../values';

export type Sol =
  | { readonly kind: 'none' }
  | { readonly kind: 'compress'; readonly lamports: bigint }
  | { readonly kind: 'decompress'; readonly lamports: bigint; readonly recipient: KeyRole };

/** None in three cases of five. */
const sol: fc.Arbitrary<Sol> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Sol>({ kind: 'none' }) },
  { weight: 1, arbitrary: movedLamports.map((amount): Sol => ({ kind: 'compress', lamports: amount })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(movedLamports, fc.constantFrom<KeyRole>('wallet:0', 'wallet:1'))
      .map(([amount, recipient]): Sol => ({ kind: 'decompress', lamports: amount, recipient })),
  },
);

/** Where nothing can be spent by index, nothing is decompressed. */
export const solIn = (fences: Fences): fc.Arbitrary<Sol> =>
  fences.has(V1_TREES_ONLY)
    ? sol.map((move) => (move.kind === 'decompress' ? { kind: 'compress', lamports: move.lamports } : move))
    : sol;

/** What an invocation needs in its slots for it. */
export const moves = (move: Sol): { readonly sol?: SolMove } =>
  move.kind === 'none' ? {} : { sol: { recipient: move.kind === 'decompress' ? move.recipient : null } };

/** What its data says about it. */
export const solData = (move: Sol) =>
  move.kind === 'none'
    ? {}
    : { compressOrDecompressLamports: move.lamports, isCompress: move.kind === 'compress' };
