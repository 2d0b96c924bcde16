// Attempts at the two instructions that make contexts: their accounts, and fields where they have none.
import fc from 'fast-check';
import { CONTEXT_DISCRIMINATOR } from '../../../spec/cpi-context';
import type { AccountBefore, AccountMeta } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { withTarget, type Scenario } from '../../scenario';
import { hex } from '../../values';
import { before, remainingKey } from '../change';
import type { BaseName } from '../base';
import type { Tries, Try } from '../try';
import { CONTENTS } from './contents';
import { SHORT, UNKNOWN } from './headers';

/** Behind the context comes the tree, if there is one. */
const contextAt = ({ plan }: Scenario): KeyRole => plan.accounts[0]?.key ?? 'fresh:1';

const contextIs =
  (change: Partial<AccountBefore>): Mutation =>
  (s) => ({
    ...s,
    plan: {
      ...s.plan,
      accounts: s.plan.accounts.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
    },
  });

const lastAccount =
  (of: (s: Scenario) => Partial<AccountMeta>): Mutation =>
  (s) =>
    withTarget(s, (i) => ({
      ...i,
      accounts: i.accounts.map((meta, at) => (at === i.accounts.length - 1 ? { ...meta, ...of(s) } : meta)),
    }));

const strangers = fc.constantFrom<KeyRole>('wallet:0', 'program:A', 'account-compression');
const larger = fc.constantFrom(20_489, 24_000);

/** What both instructions have in common. */
const common = (base: BaseName): Tries => ({
  'unknown-discriminator': { base, edit: UNKNOWN },
  'short-discriminator': { base, edit: SHORT },
  'other-owner': { base, edit: strangers.map((owner) => contextIs({ owner })) },
  'other-discriminator': {
    base,
    edit: hex(7).map((digits) => contextIs({ discriminator: `ee${digits}` })),
  },
  'context-in-use': { base, edit: fc.constant(contextIs({ discriminator: CONTEXT_DISCRIMINATOR })) },
  'larger-account': { base, edit: larger.map((size) => contextIs({ size })) },
  'account-twice': {
    base,
    edit: fc.constant<Mutation>((s) =>
      withTarget(s, (i) => ({
        ...i,
        accounts: [...i.accounts, { key: contextAt(s), signer: false, writable: true }],
      })),
    ),
  },
});

const withContents = (base: BaseName): Tries =>
  Object.fromEntries(
    Object.entries(CONTENTS).map(([group, edit]): [string, Try] => [`with-${group}`, { base, edit }]),
  );

const TREES: Tries = {
  'context-as-tree': { base: 'initialize', edit: fc.constant(lastAccount((s) => ({ key: contextAt(s) }))) },
  'address-tree': {
    base: 'initialize',
    edit: fc
      .constantFrom<KeyRole>('address-tree-v1', 'address-queue-v1')
      .map((key) => lastAccount(() => ({ key }))),
  },
  'tree-of-another-owner': {
    base: 'initialize',
    edit: fc
      .constantFrom<KeyRole>('wallet:0', 'program:A')
      .map((owner) => before((s) => ({ key: remainingKey(s, 'tree:'), owner }))),
  },
};

const prefixed = (prefix: string, tries: Tries): Tries =>
  Object.fromEntries(Object.entries(tries).map(([name, one]) => [`${prefix}-${name}`, one]));

export const INITIALIZATION_TRIES: Tries = {
  ...prefixed('initialize', { ...common('initialize'), ...TREES, ...withContents('initialize') }),
  ...prefixed('reinitialize', { ...common('reinitialize'), ...withContents('reinitialize') }),
};
