// When a plan makes an attempt at the codes about sums, SOL, signers and owners.
import { FIELD_ORDER } from '../../spec/field-order';
import { ABSENT } from '../../spec/world';
import { slotKey, type Tried, type TriedCheck, type TriedChecks } from './tried';

const LIMIT = 1n << 64n;
const sum = (entries: readonly { readonly lamports: bigint }[]): bigint =>
  entries.reduce((total, { lamports }) => total + lamports, 0n);

/** What is left when everything is taken off that goes out. */
const rest = ({ data }: Tried): bigint => {
  const moved = data.compressOrDecompressLamports ?? 0n;
  return sum(data.inputs) + (data.isCompress ? moved : -moved) - sum(data.outputs);
};
const moves = ({ data }: Tried): boolean => (data.compressOrDecompressLamports ?? 0n) > 0n;
const noPool = (tried: Tried): boolean => slotKey(tried, 'sol_pool_pda') === ABSENT;
const hasPool = (tried: Tried): boolean => slotKey(tried, 'sol_pool_pda') === 'sol-pool';
const recipientIs =
  (given: boolean): TriedCheck =>
  (tried) => {
    const key = slotKey(tried, 'decompression_recipient');
    return key !== undefined && (key !== ABSENT) === given;
  };
const hasRecipient = recipientIs(true);
const SOL_KEY = /^(?:sol-pool|wallet:)/;

export const LAMPORT_CHECKS: TriedChecks = {
  'lamports-left-over': (tried) => rest(tried) > 0n && sum(tried.data.inputs) < LIMIT,
  'outputs-exceed': (tried) => rest(tried) < 0n,
  'inputs-overflow': ({ data }) => sum(data.inputs) >= LIMIT,
  'compressed-overflow': (tried) =>
    moves(tried) &&
    tried.data.isCompress &&
    sum(tried.data.inputs) < LIMIT &&
    sum(tried.data.inputs) + (tried.data.compressOrDecompressLamports ?? 0n) >= LIMIT,
  'relay-fee': ({ data }) => data.relayFee !== null,
  'relay-fee-behind': ({ data }) => data.tail?.length === 18 && data.tail.startsWith('01'),
  'compress-without-pool': (tried) => moves(tried) && tried.data.isCompress && noPool(tried),
  'decompress-without-pool': (tried) => moves(tried) && !tried.data.isCompress && noPool(tried),
  'decompress-without-recipient': (tried) =>
    moves(tried) && !tried.data.isCompress && recipientIs(false)(tried),
  'compress-with-recipient': (tried) => moves(tried) && tried.data.isCompress && hasRecipient(tried),
  'recipient-without-use': (tried) => !moves(tried) && hasRecipient(tried),
  'pool-without-use': (tried) => !moves(tried) && hasPool(tried) && !hasRecipient(tried),
  'pool-or-recipient-behind': ({ remaining }) => SOL_KEY.test(remaining.at(-1)?.key ?? ''),
  'compress-without-amount': ({ data }) => data.isCompress && data.compressOrDecompressLamports === null,
  'compress-of-nothing': ({ data }) => data.isCompress && data.compressOrDecompressLamports === 0n,
  'decompress-without-amount': (tried) => !moves(tried) && hasPool(tried) && hasRecipient(tried),
};

const isOwn = ({ invocation }: Tried, owner: string): boolean => owner === `program:${invocation.caller}`;

export const OWNER_CHECKS: TriedChecks = {
  'input-of-another': (tried) => {
    const owner = tried.data.inputs[0]?.owner ?? '';
    return (
      owner.startsWith('program:') && !(isOwn(tried, owner) && tried.invocation.instruction !== 'Invoke')
    );
  },
  'input-with-data': ({ data }) => data.inputs.some((input) => input.data !== null),
  'authority-without-the-input': (tried) =>
    tried.data.inputs.some(({ owner }) => owner !== slotKey(tried, 'authority')),
  'authority-of-another': (tried) => slotKey(tried, 'authority') !== `authority:${tried.invocation.caller}`,
  'output-of-another-with-data': (tried) =>
    tried.data.outputs.some(({ owner, data }) => data !== null && !isOwn(tried, owner)),
  'own-output-without-data': (tried) =>
    tried.data.outputs.some(({ owner, data }) => data === null && isOwn(tried, owner)),
  'data-hash-out-of-field': ({ data }) =>
    data.outputs.some((output) => (output.data?.dataHash ?? '') >= FIELD_ORDER),
  'output-with-data': ({ data }) => data.outputs.some((output) => output.data !== null),
  'invoking-program-absent': (tried) => slotKey(tried, 'invoking_program') === ABSENT,
  'no-invoking-program': ({ data }) => data.invokingProgram === ABSENT,
  'other-invoking-program': (tried) => {
    const named = tried.data.invokingProgram ?? '';
    return named.startsWith('program:') && !isOwn(tried, named);
  },
};
