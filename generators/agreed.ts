// Keeps a plan on the agreed side of the fences after random changes of its account lists.
import { FIXED_SLOTS, SLOT } from '../spec/invoke-cpi';
import type { AccountMeta, Invocation, Plan } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { fenceOf } from '../spec/fences';
import type { Fences } from './settings';

type Keeper = (invocation: Invocation) => Invocation;

const replaceSlot = (invocation: Invocation, position: number, meta: AccountMeta): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((old, index) => (index === position ? meta : old)),
});

const isJoinedWritable = ({ accounts }: Invocation, position: number): boolean => {
  const key = accounts[position]?.key;
  return accounts.some((meta) => meta.key === key && meta.writable);
};

/** A slot that must not be writable gets its usual account back, read-only, everywhere in the list. */
const readOnlyAt =
  (position: number, usual: (invocation: Invocation) => KeyRole): Keeper =>
  (invocation) => {
    if (!isJoinedWritable(invocation, position)) return invocation;
    const key = usual(invocation);
    const signer = invocation.accounts[position]?.signer === true && position === SLOT.authority;
    const placed = replaceSlot(invocation, position, { key, signer, writable: false });
    return {
      ...placed,
      accounts: placed.accounts.map((meta) => (meta.key === key ? { ...meta, writable: false } : meta)),
    };
  };

const canSign = ({ caller }: Invocation, key: KeyRole): boolean =>
  /^(?:payer|wallet):/.test(key) || key === `authority:${caller}` || key.startsWith(`pda:${caller}:`);

const signedAuthority: Keeper = (invocation) => {
  const authority = invocation.accounts[SLOT.authority];
  if (authority === undefined || authority.signer) return invocation;
  const key: KeyRole = canSign(invocation, authority.key) ? authority.key : `authority:${invocation.caller}`;
  return replaceSlot(invocation, SLOT.authority, { key, signer: true, writable: authority.writable });
};

const FILLER: AccountMeta = { key: 'noop', signer: false, writable: false };
const elevenAccounts: Keeper = (invocation) => ({
  ...invocation,
  accounts: [
    ...invocation.accounts,
    ...Array<AccountMeta>(Math.max(0, FIXED_SLOTS - invocation.accounts.length)).fill(FILLER),
  ],
});

/** In this order: a later keeper may rely on the earlier ones. */
const KEEPERS: readonly (readonly [rule: string, keeper: Keeper])[] = [
  ['accounts/at-least-eleven', elevenAccounts],
  ['accounts/authority-signer-optional', signedAuthority],
  ['accounts/authority-writable-optional', readOnlyAt(SLOT.authority, ({ caller }) => `authority:${caller}`)],
  [
    'accounts/registered-program-pda-writable-optional',
    readOnlyAt(SLOT.registered_program_pda, () => 'registered-program-pda'),
  ],
  [
    'accounts/account-compression-authority-writable-optional',
    readOnlyAt(SLOT.account_compression_authority, () => 'account-compression-authority'),
  ],
];

export type Agreed = { readonly plan: Plan; readonly fenced: readonly string[] };

/** The plan on the agreed side of the fences, and which fences had to move it there. */
export const keepAgreed = (plan: Plan, fences: Fences): Agreed => {
  const fenced = new Set<string>();
  const keep = (invocation: Invocation): Invocation =>
    KEEPERS.filter(([rule]) => fences.has(rule) && fenceOf(rule) !== undefined).reduce(
      (current, [rule, keeper]) => {
        const kept = keeper(current);
        if (kept !== current && JSON.stringify(kept.accounts) !== JSON.stringify(current.accounts))
          fenced.add(rule);
        return kept;
      },
      invocation,
    );
  const transactions = plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) => (item.kind === 'invocation' ? keep(item) : item)),
  }));
  return { plan: { ...plan, transactions }, fenced: [...fenced] };
};
