// When an Invoke exercises the rules about SOL: sol pool, recipient, lamports in and out.
import type { Checks } from '../check';
import { slot, type View } from '../view';
import { decompresses, given, misplaced, movesSol, readOnly } from './slots';

const sum = (values: readonly { readonly lamports: bigint }[]): bigint =>
  values.reduce((total, { lamports }) => total + lamports, 0n);

/** Lamports in and out are not the same. */
export const unbalanced = ({ data, combined }: View): boolean => {
  const moved = data.compressOrDecompressLamports ?? 0n;
  return sum(combined.inputs) + (data.isCompress ? moved : -moved) !== sum(combined.outputs);
};

const compresses = (view: View): boolean => movesSol(view) && view.data.isCompress;
const lacks = (view: View, name: 'sol_pool_pda' | 'decompression_recipient'): boolean =>
  slot(view, name) !== undefined && !given(view, name);

export const INVOKE_SOL_CHECKS: Checks = {
  'invoke/sol-pool-identity': (view) => given(view, 'sol_pool_pda') && misplaced('sol_pool_pda')(view),
  'invoke/sol-pool-writable': (view) =>
    movesSol(view) && given(view, 'sol_pool_pda') && readOnly('sol_pool_pda')(view),
  'invoke/sol-pool-to-compress': (view) => compresses(view) && lacks(view, 'sol_pool_pda'),
  'invoke/sol-pool-to-decompress': (view) => decompresses(view) && lacks(view, 'sol_pool_pda'),
  'invoke/sol-pool-optional-otherwise': (view) =>
    !movesSol(view) &&
    !view.data.isCompress &&
    given(view, 'sol_pool_pda') &&
    !given(view, 'decompression_recipient'),
  'invoke/recipient-to-decompress': (view) => decompresses(view) && lacks(view, 'decompression_recipient'),
  'invoke/recipient-writable': (view) =>
    decompresses(view) && given(view, 'decompression_recipient') && readOnly('decompression_recipient')(view),
  'invoke/compress-without-lamports': (view) => !movesSol(view) && view.data.isCompress,
  'invoke/decompress-without-lamports': (view) =>
    !movesSol(view) && !view.data.isCompress && given(view, 'decompression_recipient'),
  'invoke/sum-check': unbalanced,
};
