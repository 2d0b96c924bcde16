// What is handed on for indexers is compared byte for byte: a lie about one detail of it is caught.
import type { Backend } from '../../harness/backend';
import { NO_HASH, type Handed } from '../../spec/handed';
import { kindsOf, lying, otherByte, type Lie, type Row } from './effect-lies';
import type { Runner } from '../runner';
import { openRecordingRunner } from './open-runner';
import { remembering } from './remembering';

const eachHanded =
  (change: (handed: Handed) => Handed): Lie =>
  ({ handed }) => ({ handed: handed?.map(change) ?? null });

const RECORDED: readonly Row[] = [
  [
    'an output left out',
    'effects/event-outputs',
    eachHanded((h) => ({ ...h, leaves: h.leaves.slice(1) })),
    'observed-changed',
  ],
  [
    'a leaf index off by one',
    'effects/event-outputs',
    eachHanded((h) => ({
      ...h,
      leaves: h.leaves.map((leaf) => ({ ...leaf, leafIndex: leaf.leafIndex + 1 })),
    })),
    'observed-changed',
  ],
  [
    'one byte of an input’s hash',
    'effects/event-inputs',
    eachHanded((h) => ({ ...h, nullifiers: h.nullifiers.map((n) => ({ ...n, hash: otherByte(n.hash) })) })),
    'observed-changed',
  ],
  [
    'an output of the context left out',
    'effects/event-context-outputs',
    eachHanded((h) => ({ ...h, contextOutputs: h.contextOutputs.slice(1) })),
    'observed-changed',
  ],
  [
    'one byte of an output’s data',
    'effects/event-context-outputs',
    eachHanded((h) => ({
      ...h,
      contextOutputs: h.contextOutputs.map((output) => ({
        ...output,
        data: output.data && { ...output.data, bytes: { fill: -1, length: output.data.bytes.length + 1 } },
      })),
    })),
    'observed-changed',
  ],
  ...['effects', 'read-only', 'account-info'].map((area): Row => [
    `one byte of the transaction hash in ${area}`,
    `${area}/transaction-hash`,
    eachHanded((h) => ({ ...h, transactionHash: otherByte(h.transactionHash ?? '') })),
    'wrong-effect',
  ]),
  ...['read-only', 'account-info'].map((area): Row => [
    `a transaction hash that nobody asked for in ${area}`,
    `${area}/transaction-hash-unasked`,
    eachHanded((h) => ({ ...h, transactionHash: otherByte(h.transactionHash ?? '') })),
    'wrong-effect',
  ]),
  ...['read-only', 'account-info'].map((area): Row => [
    `no transaction hash in ${area}`,
    `${area}/transaction-hash`,
    eachHanded((h) => ({ ...h, transactionHash: NO_HASH })),
    'wrong-effect',
  ]),
  [
    'no transaction hash of InvokeCpi, which no document demands',
    'effects/event-transaction-hash',
    eachHanded((h) => ({ ...h, transactionHash: NO_HASH })),
    'observed-changed',
  ],
  [
    'the key of a tree in a sequence',
    'effects/event-sequences',
    eachHanded((h) => ({
      ...h,
      sequences: {
        ...h.sequences,
        outputs: h.sequences.outputs.map((one) => one && { ...one, tree: one.queue }),
      },
    })),
    'observed-changed',
  ],
  [
    'a sequence of an input left out',
    'effects/event-sequences',
    eachHanded((h) => ({ ...h, sequences: { ...h.sequences, inputs: h.sequences.inputs.map(() => null) } })),
    'observed-changed',
  ],
  [
    'a sequence one further',
    'effects/event-sequences',
    eachHanded((h) => ({
      ...h,
      sequences: {
        ...h.sequences,
        outputs: h.sequences.outputs.map((one) => one && { ...one, sequence: one.sequence + 1n }),
      },
    })),
    'observed-changed',
  ],
  ...(['bump', 'queues', 'outputQueues', 'invokedByProgram', 'addressQueues'] as const).map((count): Row => [
    `another ${count}`,
    'effects/event-counts',
    eachHanded((h) => ({ ...h, head: { ...h.head, [count]: h.head[count] + 1 } })),
    'observed-changed',
  ]),
  ...['effects/transaction-hash', 'effects/event-inputs', 'effects/event-sequences'].map((claim): Row => [
    `another count in ${claim}`,
    claim,
    eachHanded((h) => ({ ...h, head: { ...h.head, queues: h.head.queues + 1 } })),
    'observed-changed',
  ]),
  [
    'one byte of the transaction hash, where inputs are compared',
    'effects/event-inputs',
    eachHanded((h) => ({ ...h, transactionHash: otherByte(h.transactionHash ?? '') })),
    'wrong-effect',
  ],
  [
    'an output left out, where the transaction hash is compared',
    'effects/transaction-hash',
    eachHanded((h) => ({ ...h, leaves: h.leaves.slice(1) })),
    'observed-changed',
  ],
  ['nothing handed on', 'effects/event-outputs', () => ({ handed: [] }), 'observed-changed'],
  ['a log that was cut off', 'effects/event-outputs', () => ({ handed: null }), 'unspecified'],
];

describe('Handed to indexers', () => {
  let backend: Backend;
  let recording: Runner;
  beforeAll(async () => {
    backend = await openRecordingRunner();
    recording = remembering(backend);
  });
  afterAll(() => {
    backend.close();
  });

  test.each(RECORDED)('%s is caught', async (_title, claim, lie, expected) => {
    expect(await kindsOf(recording, claim)).toEqual(['match']);
    expect(await kindsOf(lying(recording, lie), claim)).toContain(expected);
  });
});
