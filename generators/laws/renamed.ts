// Changes of names and of fields that nobody reads: other callers and trees, outer programs, slot 3, the context's index.
import fc from 'fast-check';
import { SLOT } from '../../spec/invoke-cpi';
import type { AccountMeta, Invocation } from '../../spec/plan';
import {
  CALLERS,
  PAYER_COUNT,
  TREE_COUNT,
  WALLET_COUNT,
  type CallerName,
  type KeyRole,
} from '../../spec/world';
import type { Generated } from '../breaking';
import type { Fences } from '../settings';
import { anyPlan } from './any-plan';
import { renamedPlan, rotated, rotatedCaller, rotatedTree } from './names';
import { eachInvocation, roads } from './roads';

/** Every caller gets another name; payers, wallets and trees may. */
export const renaming = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({
      base: anyPlan(fences),
      callers: fc.integer({ min: 1, max: CALLERS.length - 1 }),
      payers: fc.nat(PAYER_COUNT - 1),
      wallets: fc.nat(WALLET_COUNT - 1),
      trees: fc.nat(TREE_COUNT - 1),
    })
    .map(({ base: { plan, fenced }, callers, payers, wallets, trees }) => {
      const names = {
        caller: rotatedCaller(callers),
        payer: rotated(payers, PAYER_COUNT),
        wallet: rotated(wallets, WALLET_COUNT),
        tree: rotatedTree(trees),
      };
      return roads(plan, renamedPlan(plan, names), fenced);
    });

const OWNED = /^(?:authority|pda):([A-D])/;
const ownerOf = (key: KeyRole): CallerName | undefined => OWNED.exec(key)?.[1] as CallerName | undefined;

/** Called by the transaction itself; what only an outer program could sign is not signed. */
const unnested = (invocation: Invocation): Invocation => {
  const isStrange = ({ key }: AccountMeta): boolean => {
    const owner = ownerOf(key);
    return owner !== undefined && owner !== invocation.caller;
  };
  return {
    ...invocation,
    through: [],
    accounts: invocation.accounts.map((meta) => (isStrange(meta) ? { ...meta, signer: false } : meta)),
  };
};

/** Programs that are neither the caller nor could sign for an account in the list. */
const outers = ({ caller, accounts }: Invocation): readonly CallerName[] =>
  CALLERS.filter((name) => name !== caller && !accounts.some(({ key }) => ownerOf(key) === name));

const nested = (invocation: Invocation, turn: number, depth: number): Invocation => {
  const free = outers(invocation);
  const start = turn % free.length;
  return { ...invocation, through: [...free.slice(start), ...free.slice(0, start)].slice(0, depth) };
};

/** Straight from the transaction, and through one or two programs. */
export const sameThrough = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({ base: anyPlan(fences), turn: fc.nat(2), depth: fc.integer({ min: 1, max: 2 }) })
    .map(({ base: { plan, fenced }, turn, depth }) => {
      const straight = eachInvocation(plan, unnested);
      return roads(
        straight,
        eachInvocation(straight, (i) => nested(i, turn, depth)),
        fenced,
      );
    });

const UNREAD: readonly KeyRole[] = ['noop', 'wallet:3', 'light-system', 'address-tree', 'sol-pool'];
const LARGEST_INDEX = 255;

/** An account that is listed twice has the flags of both: slot 3's own must not matter. */
const flagless = (invocation: Invocation): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((meta, slot) =>
    slot === SLOT._unused ? { ...meta, signer: false, writable: false } : meta,
  ),
});

const otherKey = (key: KeyRole, turn: number): KeyRole => {
  const others = UNREAD.filter((other) => other !== key);
  return others[turn % others.length] ?? 'noop';
};

const unread = (invocation: Invocation, turn: number, index: number): Invocation => {
  const { accounts, data } = invocation;
  const { cpiContext } = data;
  return {
    ...invocation,
    accounts: accounts.map((meta, slot) =>
      slot === SLOT._unused ? { ...meta, key: otherKey(meta.key, turn) } : meta,
    ),
    data: { ...data, cpiContext: cpiContext === null ? null : { ...cpiContext, index } },
  };
};

/** Another account in slot 3, and another index in the context data where there is any. */
export const unusedFields = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({ base: anyPlan(fences), turn: fc.nat(UNREAD.length), index: fc.nat(LARGEST_INDEX) })
    .map(({ base: { plan, fenced }, turn, index }) => {
      const first = eachInvocation(plan, flagless);
      return roads(
        first,
        eachInvocation(first, (i) => unread(i, turn, index)),
        fenced,
      );
    });
