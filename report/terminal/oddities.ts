// Names what is unusual about an invocation: accounts, flags and data that differ from what the documents describe.
import {
  FIXED_SLOTS,
  INVOKE_CPI_DISCRIMINATOR,
  READ_ONLY_DISCRIMINATOR,
  SLOT,
  SLOT_NAMES,
} from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation } from '../../spec/plan';
import { ABSENT, treeNumber, type KeyRole } from '../../spec/world';

type Usual = { readonly key: KeyRole | null; readonly signer?: true; readonly writable?: true };

/** By slot; a key of null is not looked at. */
function usualSlots({ caller, data, accounts }: Invocation, payer: KeyRole): readonly Usual[] {
  const moves = data.compressOrDecompressLamports !== null;
  const absent: Usual = { key: ABSENT };
  const context = accounts[SLOT.cpi_context_account]?.key;
  return [
    { key: payer, signer: true, writable: true },
    { key: `authority:${caller}`, signer: true },
    { key: 'registered-program-pda' },
    { key: null },
    { key: 'account-compression-authority' },
    { key: 'account-compression' },
    { key: `program:${caller}` },
    moves ? { key: 'sol-pool', writable: true } : absent,
    moves && !data.isCompress ? { key: null, writable: true } : absent,
    { key: 'solana-system' },
    data.cpiContext === null || context === undefined || context === ABSENT
      ? absent
      : { key: null, writable: true },
  ];
}

const yesNo = (flag: boolean, word: string): string => (flag ? word : `not ${word}`);

function slotText(meta: AccountMeta, usual: Usual, slot: number): readonly string[] {
  const isOther = usual.key !== null && usual.key !== meta.key;
  const parts = [
    ...(isOther ? [`is ${meta.key === ABSENT ? 'absent' : meta.key}`] : []),
    ...(meta.signer === (usual.signer ?? false) ? [] : [yesNo(meta.signer, 'signer')]),
    ...(meta.writable === (usual.writable ?? false) ? [] : [yesNo(meta.writable, 'writable')]),
  ];
  if (parts.length === 0 || SLOT_NAMES[slot] === '_unused') return [];
  return [`${SLOT_NAMES[slot] ?? slot} ${parts.join(', ')}`];
}

function slotOddities(invocation: Invocation, payer: KeyRole): readonly string[] {
  const { accounts } = invocation;
  if (accounts.length < FIXED_SLOTS) return [`only ${accounts.length} accounts`];
  return usualSlots(invocation, payer).flatMap((usual, slot) => {
    const meta = accounts[slot];
    return meta === undefined ? [] : slotText(meta, usual, slot);
  });
}

const NAMED = 6;

/** The remaining accounts, unless they are just one state tree and its queue (and that of the context). */
function remainingOddity({ accounts }: Invocation): readonly string[] {
  const remaining = accounts.slice(FIXED_SLOTS);
  const context = treeNumber(accounts[SLOT.cpi_context_account]?.key ?? ABSENT);
  const [first] = remaining;
  const number = context ?? treeNumber(first?.key ?? ABSENT);
  const usual = [`queue:${number ?? 0}`, `tree:${number ?? 0}`];
  const keys = remaining.map(({ key, writable }) => `${key}${writable ? '' : ' (read-only)'}`);
  if (accounts.length < FIXED_SLOTS || [...keys].sort().join() === usual.join()) return [];
  const more = keys.length > NAMED ? [`and ${keys.length - NAMED} more`] : [];
  return [`remaining accounts ${[...keys.slice(0, NAMED), ...more].join(', ') || 'none'}`];
}

function dataOddities({ data, instruction }: Invocation): readonly string[] {
  const usual = instruction === 'InvokeCpi' ? INVOKE_CPI_DISCRIMINATOR : READ_ONLY_DISCRIMINATOR;
  const { discriminator, lengthPrefix, proof, relayFee, compressOrDecompressLamports: lamports } = data;
  return [
    ...(discriminator === usual ? [] : [`discriminator ${discriminator === '' ? 'missing' : discriminator}`]),
    ...(lengthPrefix === null ? [] : [`length prefix ${lengthPrefix}`]),
    ...(proof === null ? [] : [`a proof of ${proof.length / 2} bytes`]),
    ...(relayFee === null ? [] : [`relay fee ${relayFee}`]),
    ...(lamports === null ? [] : [`${lamports} lamports to ${data.isCompress ? 'compress' : 'decompress'}`]),
    ...(lamports === null && data.isCompress ? ['is_compress set'] : []),
    ...(data.cutBytes === 0 ? [] : [`the last ${data.cutBytes} bytes of the data cut off`]),
  ];
}

/** What sets an invocation apart from a usual one; `payer` pays for its transaction. */
export const oddities = (invocation: Invocation, payer: KeyRole): readonly string[] => [
  ...slotOddities(invocation, payer),
  ...remainingOddity(invocation),
  ...dataOddities(invocation),
];
