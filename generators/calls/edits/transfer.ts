// A CPI to Solana's own system program, added to a frame of a call graph.
import type { NestedTransfer } from '../../../spec/call';
import { both, type AtPath } from '../change';
import { addAlong, changeAt, plainMeta, withStep } from '../tree';

export const TRANSFER: NestedTransfer = {
  kind: 'transfer',
  from: 'payer:3',
  to: 'wallet:0',
  lamports: 7n,
  signers: [],
};

const METAS = [
  plainMeta(TRANSFER.from, { signer: true, writable: true }),
  plainMeta(TRANSFER.to, { writable: true }),
  plainMeta('solana-system'),
];

/** All that a transfer needs, down to the frame. */
export const transferListed: AtPath = (call, path) =>
  METAS.reduce((graph, meta) => addAlong(graph, path, () => meta), call);

/** The transfer at the end of a frame that has all it needs. */
export const transferMade: AtPath = (call, path) =>
  changeAt(call, path, (frame) => withStep(frame, TRANSFER));

/** A transfer at the end of the frame. */
export const transferring: AtPath = both(transferListed, transferMade);
