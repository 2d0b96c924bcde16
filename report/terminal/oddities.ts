// Names what is unusual about an invocation: accounts, flags and data that differ from what the documents describe.
import type { SlotName } from '../../spec/invoke-cpi';
import { DISCRIMINATOR_OF, fixedSlotsOf, slotIndexOf, slotNamesOf } from '../../spec/layouts';
import type { AccountMeta, Invocation } from '../../spec/plan';
import { ABSENT, treeNumber, type KeyRole } from '../../spec/world';
import { plural } from './text';

type Usual = { readonly key: KeyRole | null; readonly signer?: true; readonly writable?: true };

/** By slot; a key of null is not looked at. */
function usualSlots(invocation: Invocation, payer: KeyRole): Readonly<Record<SlotName, Usual>> {
  const { caller, direct, data, accounts } = invocation;
  const moves = data.compressOrDecompressLamports !== null;
  const absent: Usual = { key: ABSENT };
  const context = accounts[slotIndexOf(invocation, 'cpi_context_account')]?.key;
  return {
    fee_payer: { key: payer, signer: true, writable: true },
    authority: { key: direct ? null : `authority:${caller}`, signer: true },
    registered_program_pda: { key: 'registered-program-pda' },
    _unused: { key: 'noop' },
    account_compression_authority: { key: 'account-compression-authority' },
    account_compression_program: { key: 'account-compression' },
    invoking_program: { key: `program:${caller}` },
    sol_pool_pda: moves ? { key: 'sol-pool', writable: true } : absent,
    decompression_recipient: moves && !data.isCompress ? { key: null, writable: true } : absent,
    system_program: { key: 'solana-system' },
    cpi_context_account:
      data.cpiContext === null || context === undefined || context === ABSENT
        ? absent
        : { key: null, writable: true },
  };
}

const yesNo = (flag: boolean, word: string): string => (flag ? word : `not ${word}`);

function slotText(meta: AccountMeta, usual: Usual, slot: SlotName): readonly string[] {
  const isOther = usual.key !== null && usual.key !== meta.key;
  const parts = [
    ...(isOther ? [`is ${meta.key === ABSENT ? 'absent' : meta.key}`] : []),
    ...(meta.signer === (usual.signer ?? false) ? [] : [yesNo(meta.signer, 'signer')]),
    ...(meta.writable === (usual.writable ?? false) ? [] : [yesNo(meta.writable, 'writable')]),
  ];
  return parts.length === 0 ? [] : [`${slot} ${parts.join(', ')}`];
}

function slotOddities(invocation: Invocation, payer: KeyRole): readonly string[] {
  const { accounts } = invocation;
  if (accounts.length < fixedSlotsOf(invocation)) return [`only ${accounts.length} accounts`];
  const usual = usualSlots(invocation, payer);
  return slotNamesOf(invocation).flatMap((slot, index) => {
    const meta = accounts[index];
    return meta === undefined ? [] : slotText(meta, usual[slot], slot);
  });
}

/** In a direct call whoever pays may act as well. */
const PAYER_ACTS = 'fee_payer,authority';

/** Slots that hold one and the same account, though each looks usual by itself: what nobody would guess who does the steps again. */
function sharedSlots(invocation: Invocation): readonly string[] {
  const names = slotNamesOf(invocation);
  const holders = new Map<KeyRole, readonly string[]>();
  for (const [index, { key }] of invocation.accounts.entries()) {
    const name = names[index] ?? `remaining account ${index - names.length}`;
    if (key !== ABSENT) holders.set(key, [...(holders.get(key) ?? []), name]);
  }
  return [...holders]
    .filter(
      ([, slots]) => slots.length > 1 && slots.some((slot) => (names as readonly string[]).includes(slot)),
    )
    .filter(([, slots]) => !(invocation.direct && slots.join() === PAYER_ACTS))
    .map(([key, slots]) => `${key} is ${slots.join(' and ')}`);
}

const NAMED = 6;

/** The remaining accounts, unless they are just one state tree and its queue (and that of the context). */
function remainingOddity(invocation: Invocation): readonly string[] {
  const { accounts } = invocation;
  const fixed = fixedSlotsOf(invocation);
  const remaining = accounts.slice(fixed);
  const context = treeNumber(accounts[slotIndexOf(invocation, 'cpi_context_account')]?.key ?? ABSENT);
  const [first] = remaining;
  const number = context ?? treeNumber(first?.key ?? ABSENT);
  const usual = [`queue:${number ?? 0}`, `tree:${number ?? 0}`];
  const keys = remaining.map(({ key, writable }) => `${key}${writable ? '' : ' (read-only)'}`);
  if (accounts.length < fixed || [...keys].sort().join() === usual.join()) return [];
  const more = keys.length > NAMED ? [`and ${keys.length - NAMED} more`] : [];
  return [`remaining accounts ${[...keys.slice(0, NAMED), ...more].join(', ') || 'none'}`];
}

function dataOddities({ data, instruction }: Invocation): readonly string[] {
  const usual = DISCRIMINATOR_OF[instruction];
  const { discriminator, lengthPrefix, proof, relayFee, compressOrDecompressLamports: lamports } = data;
  return [
    ...(discriminator === usual ? [] : [`discriminator ${discriminator === '' ? 'missing' : discriminator}`]),
    ...(lengthPrefix === null ? [] : [`length prefix ${lengthPrefix}`]),
    ...(proof === null ? [] : [`a proof of ${proof.length / 2} bytes`]),
    ...(relayFee === null ? [] : [`relay fee ${relayFee}`]),
    ...(lamports === null ? [] : [`${lamports} lamports to ${data.isCompress ? 'compress' : 'decompress'}`]),
    ...(lamports === null && data.isCompress ? ['is_compress set'] : []),
    ...Object.entries(data.flagBytes ?? {}).map(([field, byte]) => `the byte of ${field} is ${byte}`),
    ...Object.entries(data.counts ?? {}).map(([list, count]) => `${count} ${list} said to follow`),
    ...(data.tail === undefined ? [] : [`${plural(data.tail.length / 2, 'byte')} behind the fields`]),
    ...(data.cutBytes === 0 ? [] : [`the last ${data.cutBytes} bytes of the data cut off`]),
  ];
}

/** What sets an invocation apart from a usual one; `payer` pays for its transaction. */
export const oddities = (invocation: Invocation, payer: KeyRole): readonly string[] => [
  ...slotOddities(invocation, payer),
  ...sharedSlots(invocation),
  ...remainingOddity(invocation),
  ...dataOddities(invocation),
];
