// Changes of an invocation's account list: other keys, other flags, other lengths, another order.
import type { AccountMeta, Invocation } from '../../spec/plan';
import { CALLERS, type KeyRole } from '../../spec/world';
import { oneOf, replaced, withoutAt, type Pick } from './pick';

/** Changes an invocation; `donor` is one of another plan. One that finds nothing to change returns its argument. */
export type Change = (invocation: Invocation, pick: Pick, donor: Invocation | undefined) => Invocation;

const KEYS: readonly KeyRole[] = [
  'payer:1',
  'payer:2',
  'wallet:0',
  'wallet:1',
  ...CALLERS.map((name): KeyRole => `authority:${name}`),
  ...CALLERS.map((name): KeyRole => `program:${name}`),
  'tree:1',
  'tree:2',
  'tree:6',
  'queue:1',
  'queue:2',
  'queue:6',
  'context:1',
  'context:2',
  'address-tree',
  'address-tree-v1',
  'address-queue-v1',
  'light-system',
  'account-compression',
  'registered-program-pda',
  'account-compression-authority',
  'sol-pool',
  'solana-system',
  'noop',
];

/** Only these hold a key that somebody could sign with. */
const canSign = (key: KeyRole): boolean => key.startsWith('payer:') || key.startsWith('wallet:');

const edited = (invocation: Invocation, pick: Pick, edit: (meta: AccountMeta) => AccountMeta): Invocation => {
  const at = pick(invocation.accounts.length);
  const meta = invocation.accounts[at];
  if (meta === undefined) return invocation;
  return { ...invocation, accounts: replaced(invocation.accounts, at, edit(meta)) };
};

const otherKey: Change = (invocation, pick) =>
  edited(invocation, pick, (meta) => {
    const key = oneOf(KEYS, pick) ?? meta.key;
    return { ...meta, key, signer: meta.signer && canSign(key) };
  });

const otherFlag: Change = (invocation, pick) =>
  edited(invocation, pick, (meta) => {
    if (pick(2) === 0) return { ...meta, writable: !meta.writable };
    return { ...meta, signer: !meta.signer && canSign(meta.key) };
  });

const dropped: Change = (invocation, pick) => ({
  ...invocation,
  accounts: withoutAt(invocation.accounts, pick(invocation.accounts.length)),
});

/** Behind all others, where the remaining accounts are. */
const appended: Change = (invocation, pick) => {
  const key = oneOf(KEYS, pick);
  if (key === undefined) return invocation;
  const meta = { key, signer: false, writable: pick(2) === 0 };
  return { ...invocation, accounts: [...invocation.accounts, meta] };
};

const doubled: Change = (invocation, pick) => {
  const meta = oneOf(invocation.accounts, pick);
  return meta === undefined ? invocation : { ...invocation, accounts: [...invocation.accounts, meta] };
};

const swapped: Change = (invocation, pick) => {
  const { accounts } = invocation;
  const [a, b] = [pick(accounts.length), pick(accounts.length)];
  const [first, second] = [accounts[a], accounts[b]];
  if (first === undefined || second === undefined) return invocation;
  return { ...invocation, accounts: replaced(replaced(accounts, a, second), b, first) };
};

const fromDonor: Change = (invocation, _pick, donor) =>
  donor === undefined
    ? invocation
    : { ...invocation, caller: donor.caller, through: donor.through, accounts: donor.accounts };

const renamed = (key: KeyRole, from: string, to: string): KeyRole =>
  key === `authority:${from}` || key === `program:${from}` ? (key.replace(/[^:]*$/, to) as KeyRole) : key;

/** Another caller has an authority of its own: nobody can sign with somebody else's. */
const otherCaller: Change = (invocation, pick) => {
  const caller = oneOf(CALLERS, pick) ?? invocation.caller;
  const accounts = invocation.accounts.map((meta) => ({
    ...meta,
    key: renamed(meta.key, invocation.caller, caller),
  }));
  return { ...invocation, caller, accounts };
};

export const ACCOUNT_CHANGES: readonly Change[] = [
  otherKey,
  otherFlag,
  dropped,
  appended,
  doubled,
  swapped,
  fromDonor,
  otherCaller,
];
