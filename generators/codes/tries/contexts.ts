// Attempts with CPI contexts: missing, empty, of others, of another shape; and behind an instruction that has none.
import fc from 'fast-check';
import { CONTEXT_V1_DISCRIMINATOR } from '../../../spec/cpi-context';
import type { AccountBefore } from '../../../spec/plan';
import { PAYER_COUNT, type KeyRole } from '../../../spec/world';
import { slotIndexOf } from '../../../spec/layouts';
import { FLAGS } from '../../invocation';
import type { Mutation } from '../../edit';
import { targetOf, withData, withTarget, withTransaction, type Scenario } from '../../scenario';
import { hex } from '../../values';
import {
  appended,
  before,
  contextKey,
  outputs,
  pastAll,
  remainingKey,
  slotAbsent,
  writable,
} from '../change';
import { besideNewAddress } from '../new-address';
import type { Tries } from '../try';

/** Eleven slots say that there is none; a list by options leaves it out. */
const withoutContextAccount: Mutation = (s) => {
  const one = targetOf(s);
  const at = slotIndexOf(one, 'cpi_context_account');
  if (one.mode !== 'v2') return slotAbsent('cpi_context_account')(s);
  return withTarget(s, (i) => ({ ...i, accounts: i.accounts.filter((_, index) => index !== at) }));
};

const contextOf = (s: Scenario): KeyRole =>
  `context:${Number(remainingKey(s, 'queue:').slice('queue:'.length))}`;

/** A context account in its slot, but no context data. */
const contextWithoutData: Mutation = (s) => {
  const key = contextOf(s);
  const one = targetOf(s);
  const at = slotIndexOf(one, 'cpi_context_account');
  return withTarget(s, (i) => ({
    ...i,
    accounts: i.accounts.map((meta, index) => (index === at ? writable(key) : meta)),
  }));
};

/** Forgets the writes in front. */
const onlyTarget: Mutation = (s) => ({
  ...s,
  plan: { ...s.plan, transactions: s.plan.transactions.slice(-1) },
  target: { transaction: 0, instruction: 0 },
});

const otherPayer =
  (distance: number): Mutation =>
  (s) => {
    const now = Number(/\d+$/.exec(targetOf(s).accounts[0]?.key ?? '')?.[0] ?? 0);
    const key: KeyRole = `payer:${(now + distance) % PAYER_COUNT}`;
    const paid = withTransaction(s, (transaction) => ({ ...transaction, feePayer: key }));
    return withTarget(paid, (i) => ({
      ...i,
      accounts: i.accounts.map((meta, at) => (at === 0 ? { ...meta, key } : meta)),
    }));
  };

const otherTree =
  (distance: number): Mutation =>
  (s) => {
    const number = Number(remainingKey(s, 'queue:').slice('queue:'.length));
    const other = ((number - 1 + distance) % 5) + 1;
    return withTarget(s, (i) => ({
      ...i,
      accounts: i.accounts.map((meta) => ({
        ...meta,
        key:
          meta.key === `queue:${number}`
            ? `queue:${other}`
            : meta.key === `tree:${number}`
              ? `tree:${other}`
              : meta.key,
      })),
    }));
  };

const contextPatched = (patch: Omit<AccountBefore, 'key'>): Mutation =>
  before((s) => ({ key: contextKey(s), ...patch }));

/** cpi_context as InvokeCpi sends it: there, set, first set, index. */
const contextBehind =
  (flags: string): Mutation =>
  (s) =>
    withData(appended(writable(contextOf(s)))(s), () => ({ tail: `01${flags}00` }));

export const CONTEXT_TRIES: Tries = {
  'context-account-missing': { base: 'execute', modes: 'eleven', edit: fc.constant(withoutContextAccount) },
  'context-account-left-out': { base: 'execute', modes: 'options', edit: fc.constant(withoutContextAccount) },
  'write-without-account': { base: 'first-set', modes: 'eleven', edit: fc.constant(withoutContextAccount) },
  'write-account-left-out': { base: 'first-set', modes: 'options', edit: fc.constant(withoutContextAccount) },
  'context-account-behind': {
    base: 'create',
    modes: 'options',
    edit: fc.constant<Mutation>((s) => appended(writable(contextOf(s)))(s)),
  },
  'context-without-data': { base: 'create', modes: 'eleven', edit: fc.constant(contextWithoutData) },
  'empty-context-executed': { base: 'execute', edit: fc.constant(onlyTarget) },
  'empty-context-set': { base: 'set', edit: fc.constant(onlyTarget) },
  'other-payer': { base: 'execute', edit: besideNewAddress(fc.integer({ min: 1, max: 3 }).map(otherPayer)) },
  'other-tree': { base: 'execute', edit: besideNewAddress(fc.integer({ min: 1, max: 4 }).map(otherTree)) },
  'first-set-again': {
    base: 'set',
    edit: fc.constant<Mutation>((s) => withData(s, () => ({ cpiContext: FLAGS['first-set'] }))),
  },
  'context-of-another-owner': {
    base: 'first-set',
    edit: fc
      .constantFrom<KeyRole>('wallet:0', 'program:A', 'account-compression')
      .map((owner) => contextPatched({ owner })),
  },
  'context-of-another-discriminator': {
    base: 'first-set',
    edit: hex(7).map((digits) => contextPatched({ discriminator: `ee${digits}` })),
  },
  'context-switched-off': {
    base: 'first-set',
    edit: fc.constant(contextPatched({ discriminator: CONTEXT_V1_DISCRIMINATOR })),
  },
  'context-of-another-size': {
    base: 'first-set',
    edit: fc.constantFrom(14_021, 16_000, 20_488).map((size) => contextPatched({ size })),
  },
  'context-listed-twice': {
    base: 'execute',
    edit: fc.constant<Mutation>((s) => appended(writable(contextKey(s)))(s)),
  },
  'executed-index-out-of-range': {
    base: 'execute',
    edit: pastAll((treeIndex) => outputs(() => ({ treeIndex }))),
  },
  'executed-with-nothing': {
    base: 'execute',
    edit: fc.constant<Mutation>((s) => withData(s, () => ({ outputs: [] }))),
  },
  'context-behind': {
    base: 'create',
    edit: fc.constantFrom('0000', '0100', '0001', '0101').map(contextBehind),
  },
};
