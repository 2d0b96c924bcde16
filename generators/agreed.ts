// Keeps a plan on the agreed side of the fences after random changes of its account lists.
import { FIXED_SLOTS, SLOT } from '../spec/invoke-cpi';
import type { AccountMeta, Invocation, Plan } from '../spec/plan';
import { ABSENT, stateTreeOf, treeNumber, type KeyRole } from '../spec/world';
import { fenceOf } from '../spec/fences';
import { INVOKE_KEEPERS } from './agreed-invoke';
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
const elevenAccounts: Keeper = (invocation) => {
  const missing = FIXED_SLOTS - invocation.accounts.length;
  if (missing <= 0) return invocation;
  return {
    ...invocation,
    accounts: [...invocation.accounts, ...Array<AccountMeta>(missing).fill(FILLER)],
  };
};

const executes = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext === null || !(cpiContext.firstSet || cpiContext.set);

/** A slot gets the account that the documents name back. */
const usualAt =
  (position: number, key: KeyRole): Keeper =>
  (invocation) => {
    const meta = invocation.accounts[position];
    if (meta === undefined || meta.key === key) return invocation;
    return replaceSlot(invocation, position, { ...meta, key, signer: false });
  };

const contextSlot = ({ accounts }: Invocation): AccountMeta | undefined => accounts[SLOT.cpi_context_account];

const isPublishedContext = (key: KeyRole): boolean => key.startsWith('context:');
/** A published context, or one that the plan initialises. */
const isContext = (meta: AccountMeta | undefined): boolean =>
  meta !== undefined && (isPublishedContext(meta.key) || meta.key.startsWith('fresh:'));

/** Slot 10 is a context or says that there is none. */
const contextOrAbsent: Keeper = (invocation) => {
  const meta = contextSlot(invocation);
  if (meta === undefined || isContext(meta) || meta.key === ABSENT) return invocation;
  return replaceSlot(invocation, SLOT.cpi_context_account, { key: ABSENT, signer: false, writable: false });
};

const writableContext: Keeper = (invocation) => {
  const meta = contextSlot(invocation);
  if (meta === undefined || !isContext(meta) || meta.writable) return invocation;
  return replaceSlot(invocation, SLOT.cpi_context_account, { ...meta, writable: true });
};

const renumbered = (key: KeyRole, context: KeyRole): KeyRole => {
  if (stateTreeOf(key) === undefined) return key;
  const kind = key.startsWith('tree:') ? 'tree' : 'queue';
  return `${kind}:${treeNumber(context) ?? 0}`;
};

/** Every state tree and queue behind the fixed slots becomes the context's own. */
const ownTrees =
  (applies: (invocation: Invocation) => boolean): Keeper =>
  (invocation) => {
    const context = contextSlot(invocation);
    if (context === undefined || !isPublishedContext(context.key) || !applies(invocation)) return invocation;
    const keep = (meta: AccountMeta, index: number): AccountMeta =>
      index < FIXED_SLOTS ? meta : { ...meta, key: renumbered(meta.key, context.key) };
    const accounts = invocation.accounts.map(keep);
    return { ...invocation, accounts };
  };

/** The first output of an executed context goes to a state tree or queue. */
const outputTarget: Keeper = (invocation) => {
  const [context, first] = [contextSlot(invocation), invocation.data.outputs[0]];
  if (context === undefined || !isContext(context) || first === undefined || !executes(invocation))
    return invocation;
  const position = FIXED_SLOTS + first.treeIndex;
  const target = invocation.accounts[position];
  if (target === undefined || stateTreeOf(target.key) !== undefined) return invocation;
  return replaceSlot(invocation, position, {
    key: renumbered('queue:1', context.key),
    signer: false,
    writable: true,
  });
};

/** In this order: a later keeper may rely on the earlier ones. */
const KEEPERS: readonly (readonly [rule: string, keeper: Keeper])[] = [
  ['accounts/at-least-eleven', elevenAccounts],
  ['validation/context-owner', contextOrAbsent],
  ['accounts/context-account-writable', writableContext],
  ['accounts/remaining-tree-type', outputTarget],
  ['validation/tree-on-write', ownTrees((invocation) => !executes(invocation))],
  ['limits/single-tree', ownTrees(executes)],
  [
    'accounts/registered-program-pda-identity',
    usualAt(SLOT.registered_program_pda, 'registered-program-pda'),
  ],
  [
    'accounts/account-compression-authority-identity',
    usualAt(SLOT.account_compression_authority, 'account-compression-authority'),
  ],
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

const sameAccounts = ({ accounts }: Invocation, before: Invocation): boolean =>
  accounts === before.accounts ||
  (accounts.length === before.accounts.length &&
    accounts.every((meta, index) => {
      const old = before.accounts[index];
      return (
        old === meta ||
        (old?.key === meta.key && old.signer === meta.signer && old.writable === meta.writable)
      );
    }));

/** Invoke has slots and fences of its own. */
type Kept = { readonly invoke: typeof KEEPERS; readonly others: typeof KEEPERS };
const keepersBy = new WeakMap<Fences, Kept>();

/** The keepers of the fences that are up, picked once for each set of fences. */
const keepersOf = (fences: Fences): Kept => {
  const known = keepersBy.get(fences);
  if (known !== undefined) return known;
  const up = (all: typeof KEEPERS): typeof KEEPERS =>
    all.filter(([rule]) => fences.has(rule) && fenceOf(rule) !== undefined);
  const keepers = { invoke: up(INVOKE_KEEPERS), others: up(KEEPERS) };
  keepersBy.set(fences, keepers);
  return keepers;
};

/** The plan on the agreed side of the fences, and which fences had to move it there. */
export const keepAgreed = (plan: Plan, fences: Fences): Agreed => {
  const fenced = new Set<string>();
  const keepers = keepersOf(fences);
  const keep = (invocation: Invocation): Invocation =>
    keepers[invocation.instruction === 'Invoke' ? 'invoke' : 'others'].reduce((current, [rule, keeper]) => {
      const kept = keeper(current);
      if (!sameAccounts(kept, current)) fenced.add(rule);
      return kept;
    }, invocation);
  const transactions = plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) => (item.kind === 'invocation' ? keep(item) : item)),
  }));
  return { plan: { ...plan, transactions }, fenced: [...fenced] };
};
