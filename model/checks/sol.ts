// When an invocation exercises the rules about SOL.
import { ABSENT, MORE_THAN_EXISTS, type KeyRole } from '../../spec/world';
import type { SlotName } from '../../spec/invoke-cpi';
import type { Check, Checks } from '../check';
import { isLeftBelowRent, leftToPayer } from '../balances';
import { slot, type View } from '../view';
import { decompresses, movesSol } from './slots';

const U64_MAX = (1n << 64n) - 1n;

const sum = (entries: readonly { readonly lamports: bigint }[]): bigint =>
  entries.reduce((total, { lamports }) => total + lamports, 0n);

type Sums = { readonly inputs: bigint; readonly outputs: bigint; readonly more: bigint };

/** `more` is what inputs and compression have more than outputs and decompression, in unbounded numbers. */
const sumsOf = ({ combined, data }: View): Sums => {
  const [inputs, outputs] = [sum(combined.inputs), sum(combined.outputs)];
  const amount = data.compressOrDecompressLamports ?? 0n;
  return { inputs, outputs, more: inputs - outputs + (data.isCompress ? amount : -amount) };
};

const isComputable = ({ inputs, outputs }: Sums): boolean => inputs <= U64_MAX && outputs <= U64_MAX;

const isBeyond = (view: View, { inputs }: Sums): boolean =>
  movesSol(view) && view.data.isCompress && inputs + (view.data.compressOrDecompressLamports ?? 0n) > U64_MAX;

const whenSummed =
  (asks: (sums: Sums, view: View) => boolean): Check =>
  (view) =>
    view.executes && asks(sumsOf(view), view);

export const lessOutThanIn = whenSummed(
  (sums, view) => isComputable(sums) && !isBeyond(view, sums) && sums.more > 0n,
);

const compresses: Check = (view) => movesSol(view) && view.data.isCompress;

const keyIn = (view: View, name: SlotName): KeyRole | null => {
  const key = slot(view, name)?.key;
  return key === undefined || key === ABSENT ? null : key;
};

const recipientOf = (view: View): KeyRole | null => keyIn(view, 'decompression_recipient');
const holdsProgram = (key: KeyRole): boolean =>
  key.startsWith('program:') || key === 'noop' || key === 'account-compression';

const isReadOnly = (view: View, name: SlotName): boolean =>
  keyIn(view, name) !== null && slot(view, name)?.writable === false;

const cannotPay: Check = (view) => {
  const left = leftToPayer(view);
  const amount = view.data.compressOrDecompressLamports ?? 0n;
  return (left !== undefined && left < 0n) || amount >= MORE_THAN_EXISTS;
};

const decompressesTo = (asks: (recipient: KeyRole, view: View) => boolean): Check => {
  return (view) => {
    const recipient = recipientOf(view);
    return view.executes && decompresses(view) && recipient !== null && asks(recipient, view);
  };
};

export const SOL_CHECKS: Checks = {
  'sol/less-out-than-in': lessOutThanIn,
  'sol/more-out-than-in': whenSummed((sums) => isComputable(sums) && sums.more < 0n),
  'sol/compression-beyond-u64': whenSummed((sums, view) => isComputable(sums) && isBeyond(view, sums)),
  'sol/input-sum-beyond-u64': whenSummed(({ inputs }) => inputs > U64_MAX),
  'sol/output-sum-beyond-u64': whenSummed(({ outputs }) => outputs > U64_MAX),
  'sol/pool-to-compress': (view) => view.executes && compresses(view) && keyIn(view, 'sol_pool_pda') === null,
  'sol/pool-to-decompress': (view) =>
    view.executes && decompresses(view) && keyIn(view, 'sol_pool_pda') === null,
  'sol/recipient-to-decompress': (view) => view.executes && decompresses(view) && recipientOf(view) === null,
  'sol/any-recipient': decompressesTo((key) => key !== 'sol-pool' && !holdsProgram(key)),
  'sol/conserved': (view) => view.executes && sum(view.combined.inputs) + sum(view.combined.outputs) > 0n,
  'sol/write-moves-nothing': (view) =>
    view.writes && (movesSol(view) || keyIn(view, 'sol_pool_pda') !== null || recipientOf(view) !== null),
  'sol/payer-can-pay': (view) => view.executes && compresses(view) && cannotPay(view),
  'sol/pool-unexpected': (view) => view.executes && !movesSol(view) && keyIn(view, 'sol_pool_pda') !== null,
  'sol/recipient-unexpected': (view) => view.executes && !decompresses(view) && recipientOf(view) !== null,
  'sol/pool-address': (view) => {
    const pool = keyIn(view, 'sol_pool_pda');
    return view.executes && pool !== null && pool !== 'sol-pool';
  },
  'sol/read-only-slots': (view) =>
    view.executes && (isReadOnly(view, 'sol_pool_pda') || isReadOnly(view, 'decompression_recipient')),
  'sol/zero-moves-nothing': (view) => view.executes && view.data.compressOrDecompressLamports === 0n,
  'sol/recipient-is-pool': decompressesTo((key) => key === 'sol-pool'),
  'sol/recipient-is-program': decompressesTo(
    (key, { data }) => holdsProgram(key) && data.compressOrDecompressLamports !== 0n,
  ),
  'sol/left-below-rent': isLeftBelowRent,
};
