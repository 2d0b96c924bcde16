// Tests of who pays which fee for entries of v1 trees and for new addresses, told by hand.
import type { WorldFacts } from '../spec/facts';
import { SLOT_NAMES } from '../spec/invoke-cpi';
import type { AccountMeta } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { feesMoved } from './fees';

/** Another amount for each account, so that none can stand for another. */
const FEES: Readonly<Partial<Record<KeyRole, { readonly rollover: bigint; readonly network: bigint }>>> = {
  'tree:1': { rollover: 1n, network: 2n },
  'queue:1': { rollover: 10n, network: 20n },
  'tree:6': { rollover: 100n, network: 200n },
  'queue:6': { rollover: 1_000n, network: 2_000n },
  'tree:7': { rollover: 10_000n, network: 20_000n },
  'address-tree-v1': { rollover: 100_000n, network: 200_000n },
  'address-queue-v1': { rollover: 1_000_000n, network: 2_000_000n },
  'address-tree-2': { rollover: 10_000_000n, network: 20_000_000n },
};
const REMAINING = Object.keys(FEES) as readonly KeyRole[];
const facts: WorldFacts = {
  addressOf: () => Buffer.alloc(32),
  nextIndexOf: () => 0,
  sequenceOf: () => 0n,
  feesOf: (key) => FEES[key] ?? { rollover: 0n, network: 0n },
};

const meta = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });
const at = (key: KeyRole): number => REMAINING.indexOf(key);
const input = (key: KeyRole) => ({
  ...({
    owner: 'program:A',
    lamports: 0n,
    address: null,
    data: null,
    treeIndex: at(key),
    queueIndex: 0,
  } as const),
  ...{ leafOffset: 0, proveByIndex: false, rootIndex: 0 },
});
const output = (key: KeyRole) => ({
  ...({ owner: 'program:A', lamports: 0n, address: null, data: null, treeIndex: at(key) } as const),
});
const address = (queue: KeyRole, tree: KeyRole) => ({
  ...{ seed: '00'.repeat(32), queueIndex: at(queue), treeIndex: at(tree), rootIndex: 0 },
});

type Entries = {
  readonly inputs?: readonly KeyRole[];
  readonly outputs?: readonly KeyRole[];
  readonly addresses?: readonly (readonly [KeyRole, KeyRole])[];
};
const moved = ({ inputs = [], outputs = [], addresses = [] }: Entries) =>
  Object.fromEntries(
    feesMoved(
      {
        accounts: [meta('wallet:1')],
        layout: SLOT_NAMES,
        remaining: REMAINING.map(meta),
        combined: {
          inputs: inputs.map(input),
          outputs: outputs.map(output),
          newAddresses: addresses.map(([queue, tree]) => address(queue, tree)),
        },
      },
      facts,
    ),
  );

describe('The fees of an execution', () => {
  it('are the network fee of a v1 tree for the inputs that come from it in a row', () => {
    expect(moved({ inputs: ['tree:6'] })).toEqual({ 'wallet:1': -200n, 'tree:6': 200n });
    expect(moved({ inputs: ['tree:6', 'tree:6', 'tree:6'] })).toEqual({ 'wallet:1': -200n, 'tree:6': 200n });
    const twice = { 'wallet:1': -20_400n, 'tree:6': 400n, 'tree:7': 20_000n };
    expect(moved({ inputs: ['tree:6', 'tree:7', 'tree:6'] })).toEqual(twice);
  });

  it('are for each new address the rollover fee of its queue and the network fee of its tree, both to the queue', () => {
    const one = { 'wallet:1': -1_200_000n, 'address-queue-v1': 1_200_000n };
    expect(moved({ addresses: [['address-queue-v1', 'address-tree-v1']] })).toEqual(one);
    const both = moved({
      addresses: [
        ['address-queue-v1', 'address-tree-v1'],
        ['address-queue-v1', 'address-tree-v1'],
        ['address-tree-2', 'address-tree-2'],
      ],
    });
    const paid = { 'address-queue-v1': 2_400_000n, 'address-tree-2': 30_000_000n };
    expect(both).toEqual({ 'wallet:1': -32_400_000n, ...paid });
  });

  it('are one network fee of a v2 queue besides, and each output its rollover fee', () => {
    const mixed = moved({ inputs: ['tree:6', 'tree:1'], outputs: ['queue:1', 'queue:1', 'tree:7'] });
    const paid = { 'queue:1': 40n, 'tree:7': 10_000n, 'tree:6': 200n };
    expect(mixed).toEqual({ 'wallet:1': -10_240n, ...paid });
  });
});
