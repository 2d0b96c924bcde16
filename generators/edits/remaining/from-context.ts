// Edits of what a context brings to its execution: an index that its write meant, and that points behind all that the execution lists.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../../spec/invoke-cpi';
import type { AccountMeta, Invocation } from '../../../spec/plan';
import type { Edit, Mutation } from '../../edit';
import { anyPosition, changedAt, type Position } from '../../positions';
import { targetOf, withTarget, type Scenario, type Target } from '../../scenario';

/** The write that begins the context. */
const writeBefore = ({ plan: { transactions } }: Scenario): Target | undefined => {
  for (const [transaction, { instructions }] of transactions.entries()) {
    const instruction = instructions.findIndex(
      (item) => item.kind === 'invocation' && item.data.cpiContext?.firstSet === true,
    );
    if (instruction >= 0) return { transaction, instruction };
  }
  return undefined;
};

type Pointer = 'treeIndex' | 'queueIndex';
type Drawn = readonly [distance: number, at: Position, pointer: Pointer];

/** Accounts behind the last that the execution lists, so that the write's own index points at what it meant. */
const listedAgain = (write: Invocation, meant: number, index: number): Invocation => {
  const again = write.accounts[FIXED_SLOTS + meant];
  const missing = Math.max(0, index + 1 - (write.accounts.length - FIXED_SLOTS));
  return again === undefined
    ? write
    : { ...write, accounts: [...write.accounts, ...Array<AccountMeta>(missing).fill(again)] };
};

/** What the context brings points at an account that its write lists, and behind all that its execution lists. */
const writtenBehind =
  (list: 'inputs' | 'outputs', [distance, at, pointer]: Drawn): Mutation =>
  (scenario) => {
    const target = writeBefore(scenario);
    if (target === undefined) return scenario;
    const index = targetOf(scenario).accounts.length - FIXED_SLOTS + distance;
    const moved = withTarget({ ...scenario, target }, (write) => {
      const entries: readonly Partial<Record<Pointer, number>>[] = write.data[list];
      const meant = entries[at(entries.length)]?.[pointer];
      if (meant === undefined) return write;
      const data = { ...write.data, [list]: changedAt(entries, at, () => ({ [pointer]: index })) };
      return { ...listedAgain(write, meant, index), data };
    });
    return { ...moved, target: scenario.target };
  };

/** Few enough that the write's list fits into a packet. */
const nearBehind = fc.nat(5);
const pointer = fc.constantFrom<Pointer>('treeIndex', 'queueIndex');

export const FROM_CONTEXT_EDITS: readonly Edit[] = [
  {
    rule: 'accounts/remaining-index-in-range',
    kinds: ['execute'],
    mutation: fc
      .tuple(nearBehind, anyPosition)
      .map(([distance, at]) => writtenBehind('outputs', [distance, at, 'treeIndex'])),
    isAlone: true,
    isOfV2: true,
  },
  {
    rule: 'accounts/remaining-index-in-range',
    kinds: ['execute-spend'],
    mutation: fc.tuple(nearBehind, anyPosition, pointer).map((drawn) => writtenBehind('inputs', drawn)),
    isAlone: true,
    isOfV2: true,
  },
];
