// Tests of what two roads hand on for indexers: whichever way outputs come, together they must be the same.
import type { StoredOutput } from '../spec/context-state';
import type { Handed } from '../spec/handed';
import type { Road } from './road';
import { INVOCATION } from './testing/samples';
import { outcome, road, transaction, what } from './testing/roads';

const SET = { firstSet: false, set: true, index: 0 };
const written: StoredOutput = { owner: 'wallet:1', lamports: 0n, address: null, data: null, treeIndex: 0 };
const leaf = { account: 'queue:1', hash: 'aa', leafIndex: 7 } as const;
const nullifier = { hash: 'bb', leafIndex: 1, proveByIndex: true, tree: 'tree:1', queue: 'queue:1' } as const;
const HANDED: Handed = {
  leaves: [leaf],
  nullifiers: [nullifier],
  head: {
    instruction: '',
    isWhole: true,
    invokedByProgram: 1,
    bump: 255,
    queues: 1,
    outputQueues: 1,
    firstOutputQueue: 0,
    addressQueues: 0,
  },
  addresses: [],
  sequences: { outputs: [], inputs: [], addresses: [] },
  contextOutputs: [],
  trailingBytes: 0,
};
/** A road whose last transaction executes these outputs of its own and hands something on, behind writes. */
const handing = (change: Partial<Handed>, own: readonly StoredOutput[], writes = 0): Road => {
  const sent = (flags: typeof SET | null, outputs: readonly StoredOutput[]) =>
    transaction({ ...INVOCATION, data: { ...INVOCATION.data, cpiContext: flags, outputs } });
  const before = Array.from({ length: writes }, () => sent(SET, [written]));
  return {
    plan: {
      accounts: [],
      transactions: [...before, sent(writes === 0 ? null : { ...SET, set: false }, own)],
    },
    observation: {
      transactions: [
        ...before.map(() => outcome({ handed: [] })),
        outcome({ handed: [{ ...HANDED, ...change }] }),
      ],
    },
  };
};

describe('What two roads hand on', () => {
  const other: StoredOutput = { ...written, owner: 'wallet:2' };
  const direct = handing({}, [written, other]);
  const split = (change: Partial<Handed>): Road =>
    handing({ contextOutputs: [written], trailingBytes: 4, ...change }, [other], 1);

  it('is the same, whichever outputs stand in the instruction', () => {
    expect(what(direct, split({}))).toBeUndefined();
  });

  test.each<[string, Partial<Handed>]>([
    ['a leaf', { leaves: [] }],
    ['a leaf index', { leaves: [{ ...leaf, leafIndex: 8 }] }],
    ['a nullifier', { nullifiers: [] }],
    ['a nullifier twice', { nullifiers: [nullifier, nullifier] }],
    ['an output of the context', { contextOutputs: [] }],
    ['an owner', { contextOutputs: [other] }],
    ['an address', { addresses: [{ address: 'cc', tree: 'address-tree', queue: 'address-tree' }] }],
    ['what cannot be decoded', { undecodable: 'b4' }],
  ])('differs in %s', (_what, change) => {
    expect(what(direct, split(change))).toBe('other events');
  });

  it('is not compared where it was not seen', () => {
    expect(what(direct, road(outcome()))).toBeUndefined();
  });
});
