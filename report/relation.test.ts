// Tests of the relation between two roads: what must be the same, and what is set apart.
import type { ObservedContext } from '../spec/context-state';
import type { WorldAfter } from '../spec/outcome';
import type { Plan, PlannedInstruction } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { compareRoads } from './relation';
import { renamed, renamingOf } from './renaming';
import type { Road } from './road';
import { outcome, rejected, road, transaction, what } from './testing/roads';
import { INVOCATION, planOf, withKey } from './testing/samples';

const TRANSFER: PlannedInstruction = { kind: 'transfer', from: 'wallet:2', to: 'wallet:3', lamports: 5n };
const leaves = (count: number): Partial<WorldAfter> => ({ appended: new Map([['queue:1', count]]) });
const context = (change: Partial<ObservedContext['state']>): Partial<WorldAfter> => ({
  contexts: new Map<KeyRole, ObservedContext>([
    [
      'context:1',
      {
        size: 14_020,
        capacities: [10, 10, 10, 20, 30],
        leftoverBytes: false,
        state: {
          feePayer: null,
          associatedTree: 'tree:1',
          newAddresses: [],
          inputs: [],
          outputs: [],
          ...change,
        },
      },
    ],
  ]),
});
const address = (seed: string) => ({ seed, queueIndex: 0, treeIndex: 0, rootIndex: 0 });

describe('Two roads', () => {
  it('are the same however their leaves and lamports are divided among transactions', () => {
    const gain = (lamports: bigint): Partial<WorldAfter> => ({ lamports: new Map([['sol-pool', lamports]]) });
    expect(what(road(outcome(leaves(2))), road(outcome(leaves(1)), outcome(leaves(1))))).toBeUndefined();
    expect(what(road(outcome(gain(3n))), road(outcome(gain(1n)), outcome(gain(2n))))).toBeUndefined();
    expect(what(road(outcome(gain(0n))), road(outcome()))).toBeUndefined();
  });

  it('differ in leaves, lamports, contexts', () => {
    expect(what(road(outcome(leaves(2))), road(outcome(leaves(1))))).toBe('other leaves');
    const paid = outcome({ lamports: new Map([['payer:0', -1n]]) });
    expect(compareRoads(road(outcome()), road(paid), {})).toEqual({
      what: 'other lamports',
      detail: 'payer:0: absent by one road, -1 by the other',
    });
    const open = outcome(context({ feePayer: 'payer:0' }));
    expect(what(road(outcome()), road(open))).toBe('another context');
  });

  it('may name an unused context or not', () => {
    expect(what(road(outcome()), road(outcome(context({}))))).toBeUndefined();
    expect(what(road(outcome()), road(outcome(context({ associatedTree: 'tree:2' }))))).toBe(
      'another context',
    );
  });

  it('have the last state of each context', () => {
    const open = outcome(context({ feePayer: 'payer:0' }));
    expect(what(road(open, outcome(context({}))), road(outcome()))).toBeUndefined();
  });

  it('compare lists of a context in order, unless any order will do', () => {
    const one = road(outcome(context({ feePayer: 'payer:0', newAddresses: [address('aa'), address('bb')] })));
    const other = road(
      outcome(context({ feePayer: 'payer:0', newAddresses: [address('bb'), address('aa')] })),
    );
    expect(what(one, other)).toBe('another context');
    expect(what(one, other, { anyOrder: true })).toBeUndefined();
  });

  it('compare every error where asked to, else the last', () => {
    const errors = { errors: true } as const;
    expect(what(road(rejected(6002)), road(rejected(6020)), errors)).toBe('another outcome');
    expect(what(road(rejected(6002)), road(outcome()), errors)).toBe('another outcome');
    expect(what(road(rejected(6002), outcome()), road(outcome(), outcome()))).toBeUndefined();
    expect(what(road(outcome(), rejected(6002)), road(rejected(6002)))).toBeUndefined();
  });

  it('name the invocation that failed, not its place among transfers', () => {
    const errors = { errors: true } as const;
    const behind = { ...road(rejected(6002, 1)), plan: planOf(INVOCATION) };
    const moved = { ...behind, plan: { accounts: [], transactions: [transaction(TRANSFER, INVOCATION)] } };
    expect(what(road(rejected(6002)), moved, errors)).toBeUndefined();
    const second = { ...behind, plan: { accounts: [], transactions: [transaction(INVOCATION, INVOCATION)] } };
    expect(what(road(rejected(6002)), second, errors)).toBe('another outcome');
  });

  it('set apart what transfers move, and transactions of transfers only', () => {
    const moved = outcome({
      lamports: new Map<KeyRole, bigint>([
        ['wallet:2', -5n],
        ['wallet:3', 5n],
      ]),
    });
    const with_ = (...instructions: readonly PlannedInstruction[]): Road => ({
      plan: { accounts: [], transactions: [transaction(...instructions)] },
      observation: { transactions: [moved] },
    });
    expect(what(road(outcome()), with_(INVOCATION, TRANSFER))).toBeUndefined();
    expect(what(road(outcome()), with_(INVOCATION))).toBe('other lamports');
    const alone = {
      plan: { accounts: [], transactions: [transaction(TRANSFER), transaction(INVOCATION)] },
      observation: { transactions: [moved, outcome()] },
    };
    expect(what(road(outcome()), alone, { errors: true })).toBeUndefined();
  });

  it('compare the end of the second road only, where its beginning is the past', () => {
    const long = road(outcome(leaves(5)), outcome(leaves(1)));
    expect(what(road(outcome(leaves(1))), long)).toBe('other leaves');
    expect(what(road(outcome(leaves(1))), long, { tailOnly: true })).toBeUndefined();
  });
});

describe('Renaming', () => {
  const first = planOf(INVOCATION);
  const second = planOf(withKey(0, 'payer:3'));

  it('finds the other names of a like plan, and those that belong together', () => {
    expect(renamingOf(first, second).get('payer:0')).toBe('payer:3');
    const patching = (key: KeyRole): Plan => ({ accounts: [{ key }], transactions: [] });
    expect(renamingOf(patching('tree:1'), patching('tree:4')).get('context:1')).toBe('context:4');
  });

  it('applies to names anywhere, in keys too', () => {
    const names = new Map([['queue:1', 'queue:2']]);
    expect(renamed({ 'queue:1': [1n, { at: 'queue:1' }] }, names)).toEqual({
      'queue:2': [1n, { at: 'queue:2' }],
    });
  });

  it('lets roads be the same up to names', () => {
    const one: Road = {
      plan: first,
      observation: { transactions: [outcome({ lamports: new Map([['payer:0', -1n]]) })] },
    };
    const other: Road = {
      plan: second,
      observation: { transactions: [outcome({ lamports: new Map([['payer:3', -1n]]) })] },
    };
    expect(what(one, other)).toBe('other lamports');
    expect(what(one, other, { renamed: true })).toBeUndefined();
  });
});
