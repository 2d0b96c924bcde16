// What the documents leave open about any invocation, be it a write or an execution.
import {
  INVOKE_CPI_DISCRIMINATOR,
  INVOKE_DISCRIMINATOR,
  SIBLING_DISCRIMINATORS,
} from '../../spec/invoke-cpi';
import type { AccountBefore } from '../../spec/plan';
import { nearTo, type KeyRole } from '../../spec/world';
import { feesDecide } from '../balances';
import type { View } from '../view';
import { endsInLists } from '../world';
import type { Question } from './question';

/** Payers, wallets and contexts are accounts that somebody has keys of. */
const canSign = ({ caller, through }: View, key: KeyRole): boolean =>
  nearTo(key).startsWith('payer:') ||
  key.startsWith('wallet:') ||
  key.startsWith('context:') ||
  [caller, ...through].some((name) => key === `authority:${name}` || key.startsWith(`pda:${name}:`));

const UNLOCKABLE = new Set<KeyRole>(['solana-system']);
const cannotBeWritable = (key: KeyRole, { systemIsCalled }: View): boolean =>
  UNLOCKABLE.has(key) || key.startsWith('program:') || (systemIsCalled && key === 'light-system');

/** Of an account whose lamports alone differ, rules about SOL know what to say. */
const isChanged = (before: AccountBefore | undefined): boolean =>
  before !== undefined && Object.keys(before).some((field) => field !== 'key' && field !== 'lamports');

/** A program's authority signs, and no document asks what it holds. */
const isOnlyRicher = (key: KeyRole, before: AccountBefore | undefined): boolean =>
  key.startsWith('authority:') && !isChanged(before);

/** Than Invoke. */
const isOfAnother = (discriminator: string): boolean =>
  discriminator === INVOKE_CPI_DISCRIMINATOR ||
  (discriminator !== INVOKE_DISCRIMINATOR && SIBLING_DISCRIMINATORS.has(discriminator));

export const ALWAYS: readonly Question[] = [
  {
    why: 'a byte that is neither 0 nor 1, or a count that is not how many entries follow',
    asks: ({ data }) => data.flagBytes !== undefined || data.counts !== undefined,
  },
  {
    why: 'the discriminator of another instruction',
    asks: ({ data, instruction }) =>
      instruction === 'Invoke'
        ? isOfAnother(data.discriminator)
        : instruction === 'InvokeCpi' && SIBLING_DISCRIMINATORS.has(data.discriminator),
  },
  {
    why: 'a signature that nobody in the transaction can give (CPI_GUIDE.md)',
    ofTheRuntime: true,
    asks: (view) => view.accounts.some((meta) => meta.signer && !canSign(view, meta.key)),
  },
  {
    why: 'a writable flag that the runtime takes away',
    ofTheRuntime: true,
    asks: (view) => view.accounts.some((meta) => meta.writable && cannotBeWritable(meta.key, view)),
  },
  {
    why: 'an account other than a context that was changed beforehand',
    asks: ({ accounts, world }) =>
      accounts.some(({ key }) => world.patched.has(key) && !isOnlyRicher(key, world.patched.get(key))),
    answeredBy: 'sol',
  },
  {
    why: 'an account other than a context that was changed beforehand in more than its lamports',
    asks: ({ accounts, world }) => accounts.some(({ key }) => isChanged(world.patched.get(key))),
    raisedBy: 'sol',
  },
  { why: 'fees decide whether the fee payer can pay', asks: feesDecide, raisedBy: 'sol' },
  {
    why: 'a context account of another size',
    asks: ({ context, world }) =>
      context !== null &&
      context.initialised !== true &&
      context.size !== world.shape.context.size &&
      !endsInLists(context),
  },
  {
    why: 'a context account that ends within its lists',
    answeredByRule: 'validation/context-cut',
    asks: ({ context, world }) =>
      context !== null &&
      context.initialised !== true &&
      context.size !== world.shape.context.size &&
      endsInLists(context),
  },
];
