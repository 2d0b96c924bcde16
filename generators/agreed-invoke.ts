// Keeps an Invoke on the agreed side of the fences after random changes of its account list.
import type { SlotName } from '../spec/invoke-cpi';
import { fixedSlotsOf, slotIndexOf } from '../spec/layouts';
import type { AccountMeta, Invocation } from '../spec/plan';
import { ABSENT, type KeyRole } from '../spec/world';

type Keeper = (invocation: Invocation) => Invocation;

const FILLER: AccountMeta = { key: 'noop', signer: false, writable: false };

const nineAccounts: Keeper = (invocation) => {
  const missing = fixedSlotsOf(invocation) - invocation.accounts.length;
  if (missing <= 0) return invocation;
  return { ...invocation, accounts: [...invocation.accounts, ...Array<AccountMeta>(missing).fill(FILLER)] };
};

const changed = (
  invocation: Invocation,
  name: SlotName,
  change: (meta: AccountMeta) => AccountMeta,
): Invocation => {
  const place = slotIndexOf(invocation, name);
  const accounts = invocation.accounts.map((meta, index) => (index === place ? change(meta) : meta));
  return { ...invocation, accounts };
};

const canSign = ({ caller, direct }: Invocation, key: KeyRole): boolean =>
  /^(?:payer|wallet):/.test(key) ||
  (direct !== true && (key === `authority:${caller}` || key.startsWith(`pda:${caller}:`)));

/** The account in the slot signs; one that cannot makes room for one that can. */
const signed =
  (name: SlotName, usual: KeyRole): Keeper =>
  (invocation) =>
    changed(invocation, name, (meta) =>
      canSign(invocation, meta.key)
        ? { ...meta, signer: true }
        : { key: usual, signer: true, writable: true },
    );

const placed =
  (name: SlotName, key: KeyRole): Keeper =>
  (invocation) =>
    changed(invocation, name, (meta) => (meta.key === key ? meta : { key, signer: false, writable: false }));

/** The account in the slot is the usual one and nowhere writable. */
const readOnly =
  (name: SlotName, key: KeyRole): Keeper =>
  (invocation) => {
    const place = slotIndexOf(invocation, name);
    const { key: found } = invocation.accounts[place] ?? FILLER;
    const isWritable = invocation.accounts.some((meta) => meta.key === found && meta.writable);
    if (!isWritable) return invocation;
    const usual = changed(invocation, name, () => ({ key, signer: false, writable: false }));
    const accounts = usual.accounts.map((meta) => (meta.key === key ? { ...meta, writable: false } : meta));
    return { ...usual, accounts };
  };

const groupOf = (key: KeyRole): number => {
  const group = ['tree:', 'queue:', 'address-tree', 'address-queue'].findIndex((start) =>
    key.startsWith(start),
  );
  return group < 0 ? 4 : group;
};

/** Trees, queues, address trees, address queues, and what is none of them. */
const inOrder: Keeper = (invocation) => {
  const fixed = fixedSlotsOf(invocation);
  const sorted = invocation.accounts.slice(fixed).sort((a, b) => groupOf(a.key) - groupOf(b.key));
  return { ...invocation, accounts: [...invocation.accounts.slice(0, fixed), ...sorted] };
};

/** Where no SOL moves, neither the sol pool nor a recipient is there. */
const noIdle =
  (name: SlotName): Keeper =>
  (invocation) =>
    invocation.data.compressOrDecompressLamports === null
      ? changed(invocation, name, (meta) =>
          meta.key === ABSENT ? meta : { key: ABSENT, signer: false, writable: false },
        )
      : invocation;

/** In this order: a later keeper may rely on the earlier ones. */
export const INVOKE_KEEPERS: readonly (readonly [rule: string, keeper: Keeper])[] = [
  ['invoke/at-least-nine', nineAccounts],
  ['invoke/fee-payer-signs', signed('fee_payer', 'payer:0')],
  ['invoke/authority-signs', signed('authority', 'wallet:0')],
  ['invoke/registered-program-pda-identity', placed('registered_program_pda', 'registered-program-pda')],
  [
    'invoke/account-compression-program-identity',
    placed('account_compression_program', 'account-compression'),
  ],
  ['invoke/system-program-identity', placed('system_program', 'solana-system')],
  ['invoke/sol-pool-optional-otherwise', noIdle('sol_pool_pda')],
  ['invoke/decompress-without-lamports', noIdle('decompression_recipient')],
  [
    'invoke/registered-program-pda-writable-optional',
    readOnly('registered_program_pda', 'registered-program-pda'),
  ],
  [
    'invoke/account-compression-authority-writable-optional',
    readOnly('account_compression_authority', 'account-compression-authority'),
  ],
  ['invoke/remaining-order', inOrder],
];
