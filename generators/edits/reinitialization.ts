// Edits of a re-initialisation: its account, what it held, its data, and what comes behind.
import fc from 'fast-check';
import { CONTEXT_DISCRIMINATOR } from '../../spec/cpi-context';
import { UNINITIALISED } from '../../spec/initialize';
import { V1_FIELDS } from '../../spec/reinitialize';
import type { AccountBefore, AccountMeta } from '../../spec/plan';
import { treeNumber, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { PLAIN_DATA, outputOf } from '../entries';
import { invocation, transactionOf, type Setting } from '../invocation';
import { initializationOf, withInitialization, type ScenarioKind } from '../scenario';
import { setting } from '../settings';
import { hex } from '../values';

const ALONE: readonly ScenarioKind[] = ['reinitialize'];

const changed =
  (change: Partial<AccountMeta>): Mutation =>
  (s) =>
    withInitialization(s, ({ accounts }) => ({ accounts: accounts.map((meta) => ({ ...meta, ...change })) }));

const held =
  (change: Omit<AccountBefore, 'key'>): Mutation =>
  (s) => ({
    ...s,
    plan: { ...s.plan, accounts: s.plan.accounts.map((before) => ({ ...before, ...change })) },
  });

/** Too small for what version 1 stores: only what fits is there. */
const cutTo =
  (size: number): Mutation =>
  (s) => ({
    ...s,
    plan: {
      ...s.plan,
      accounts: s.plan.accounts.map(({ key, discriminator }) => ({
        key,
        ...(discriminator && { discriminator }),
        size,
      })),
    },
  });

const otherOwner = fc.constantFrom<KeyRole>('account-compression', 'solana-system', 'program:A', 'wallet:1');
const otherDiscriminator = fc.oneof(
  fc.constantFrom(CONTEXT_DISCRIMINATOR, UNINITIALISED, '161495da4acc80a7'),
  hex(8),
);

/** A first set and its execution behind the migration, with the account and the tree of its number. */
const used = setting(new Set()).map((where): Mutation => (s) => {
  const key = initializationOf(s).accounts[0]?.key ?? 'context:1';
  const at: Setting = { ...where, tree: treeNumber(key) ?? 1, context: key, free: AGREED };
  const draft = { data: PLAIN_DATA, stranger: 'wallet:0' as const, lamports: 0n, address: null };
  const uses = (['first-set', 'execute'] as const).map((flags) =>
    transactionOf(at.payer, invocation({ setting: at, flags, data: { outputs: [outputOf(draft, at)] } })),
  );
  return { ...s, plan: { ...s.plan, transactions: [...s.plan.transactions, ...uses] } };
});
const AGREED: Setting['free'] = {
  authoritySigns: true,
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
};

/** The account is associated with the tree of its number, so that it can be used with it. */
const withOwnTree: Mutation = (s) => {
  const number = treeNumber(initializationOf(s).accounts[0]?.key ?? 'context:1') ?? 1;
  return held({ associatedTree: `tree:${number}` })(s);
};

const shown = (name: string): Edit => ({
  rule: `re-initialization/${name}`,
  kinds: ALONE,
  mutation: fc.constant((s) => s),
  isShown: true,
});

export const REINITIALIZATION_EDITS: readonly Edit[] = [
  {
    rule: 're-initialization/no-account',
    kinds: ALONE,
    mutation: fc.constant((s) => withInitialization(s, () => ({ accounts: [] }))),
  },
  {
    rule: 're-initialization/context-owner',
    kinds: ALONE,
    mutation: otherOwner.map((owner) => held({ owner })),
  },
  {
    rule: 're-initialization/version-1',
    kinds: ALONE,
    mutation: otherDiscriminator.map((discriminator) => held({ discriminator })),
  },
  {
    rule: 're-initialization/context-writable',
    kinds: ALONE,
    mutation: fc.constant(changed({ writable: false })),
  },
  {
    rule: 're-initialization/too-small',
    kinds: ALONE,
    mutation: fc.integer({ min: 8, max: V1_FIELDS - 1 }).map(cutTo),
  },
  {
    rule: 're-initialization/additional-data',
    kinds: ALONE,
    mutation: fc
      .integer({ min: 1, max: 40 })
      .chain((bytes) => hex(bytes))
      .map(
        (more): Mutation =>
          (s) =>
            withInitialization(s, ({ data }) => ({ data: data + more })),
      ),
  },
  {
    rule: 're-initialization/context-signer-optional',
    kinds: ALONE,
    prepare: changed({ signer: false }),
    mutation: fc.constant(changed({ signer: true })),
  },
  { rule: 're-initialization/ready-for-use', kinds: ALONE, prepare: withOwnTree, mutation: used },
  ...['resized', 'version-2', 'zeroed', 'tree-kept', 'changes-nothing-else'].map(shown),
];
