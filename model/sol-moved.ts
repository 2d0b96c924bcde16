// The SOL that an execution moves besides fees: as documented, and as was seen.
import type { KeyRole } from '../spec/world';
import { added, summed } from './sums';
import { rewritten } from './touched';
import { slot, type View } from './view';

/** The pool gains nothing. */
export const NO_SOL_MOVED: ReadonlyMap<KeyRole, bigint> = new Map([['sol-pool', 0n]]);
const NO_LAMPORTS: ReadonlyMap<KeyRole, bigint> = new Map();

/** An account that pays fees or takes them gains another sum than it is given. */
const paysOrTakes = (view: View, key: KeyRole): boolean =>
  key === slot(view, 'fee_payer')?.key || rewritten(view).has(key);

/** SOL into the pool, or out of it to the recipient; what the payer gives for fees besides is not documented. */
const solMoved = (view: View): ReadonlyMap<KeyRole, bigint> => {
  const amount = view.data.compressOrDecompressLamports;
  if (amount === null) return NO_SOL_MOVED;
  if (view.data.isCompress) return new Map([['sol-pool', amount]]);
  const recipient = slot(view, 'decompression_recipient')?.key;
  const gained =
    recipient === undefined || paysOrTakes(view, recipient) ? NO_LAMPORTS : new Map([[recipient, amount]]);
  return added(new Map([['sol-pool', -amount]]), gained);
};

/** What the payer gives for fees besides is not documented, nor what is left to a recipient that pays. */
export const solDocumented = (view: View): ReadonlyMap<KeyRole, bigint> => {
  const payer = slot(view, 'fee_payer')?.key;
  return new Map([...solMoved(view)].filter(([key]) => key !== payer));
};

/** The same SOL with the side that no document names: who gives what is compressed. */
export const solMovedByAll = (view: View): ReadonlyMap<KeyRole, bigint> => {
  const amount = view.data.compressOrDecompressLamports ?? 0n;
  const payer = slot(view, 'fee_payer')?.key;
  const given = view.data.isCompress && payer !== undefined ? new Map([[payer, -amount]]) : NO_LAMPORTS;
  const recipient = slot(view, 'decompression_recipient')?.key;
  const hidden =
    !view.data.isCompress && recipient !== undefined && paysOrTakes(view, recipient)
      ? new Map([[recipient, amount]])
      : NO_LAMPORTS;
  return summed(solMoved(view), given, hidden);
};
