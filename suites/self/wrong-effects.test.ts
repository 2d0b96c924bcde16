// The effects oracle catches what is wrong in one detail: a leaf, an index, a lamport, a slot, a byte handed to indexers.
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import type {
  Handed,
  ObservedLeaves,
  ObservedNullified,
  TransactionOutcome,
  WorldAfter,
} from '../../spec/outcome';
import type { Hex } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { openRecordingRunner, openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 20;

type Lie = (after: WorldAfter) => Partial<WorldAfter>;

const lying = (real: Backend, lie: Lie): Runner => ({
  facts: real.facts,
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    const changed = (outcome: TransactionOutcome): TransactionOutcome =>
      outcome.raised === null ? { ...outcome, after: { ...outcome.after, ...lie(outcome.after) } } : outcome;
    return { transactions: transactions.map(changed) };
  },
});

/** The kinds of verdict on a few cases of a claim. */
const kindsOf = async (runner: Runner, id: string): Promise<readonly string[]> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...new Set([...matrix.values()].map(({ entry }) => entry.verdict))].sort();
};

const eachLeaves =
  (change: (leaves: ObservedLeaves) => ObservedLeaves): Lie =>
  ({ leaves }) => ({ leaves: new Map([...leaves].map(([key, own]) => [key, change(own)])) });

const eachTree =
  (change: (tree: ObservedNullified) => ObservedNullified): Lie =>
  ({ nullified }) => ({ nullified: new Map([...nullified].map(([key, own]) => [key, change(own)])) });

const otherByte = (hash: Hex): Hex => hash.slice(0, -2) + (hash.endsWith('00') ? '01' : '00');
const swapped = <T>([first, second, ...rest]: readonly T[]): readonly T[] =>
  first === undefined || second === undefined ? [] : [second, first, ...rest];

const eachHanded =
  (change: (handed: Handed) => Handed): Lie =>
  ({ handed }) => ({ handed: handed?.map(change) ?? null });

const shifted = (lamports: WorldAfter['lamports'], to: KeyRole, from: KeyRole): WorldAfter['lamports'] =>
  new Map(lamports).set(to, (lamports.get(to) ?? 0n) + 1n).set(from, (lamports.get(from) ?? 0n) - 1n);

const moreLamports =
  (key: KeyRole, more: bigint): Lie =>
  ({ lamports }) => ({ lamports: new Map(lamports).set(key, (lamports.get(key) ?? 0n) + more) });

/** Who pays gives one lamport more to a queue that takes a fee. */
const overpaid: Lie = ({ lamports }) => {
  const queue = [...lamports].find(([key, gain]) => key.startsWith('queue:') && gain > 0n)?.[0];
  const payer = [...lamports].find(([key, gain]) => key.startsWith('payer:') && gain < 0n)?.[0];
  return queue === undefined || payer === undefined ? {} : { lamports: shifted(lamports, queue, payer) };
};

type Row = readonly [title: string, claim: string, lie: Lie, expected: string];

const REAL: readonly Row[] = [
  [
    'one byte of a leaf',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, appended: own.appended.map(otherByte) })),
    'wrong-effect',
  ],
  [
    'leaves one index further',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, first: own.first + 1 })),
    'wrong-effect',
  ],
  [
    'two leaves swapped without their indices',
    'effects/outputs-hashed',
    eachLeaves((own) => ({
      ...own,
      appended: own.appended.length < 2 ? own.appended : swapped(own.appended),
    })),
    'wrong-effect',
  ],
  [
    'a foreign leaf of the queue overwritten',
    'effects/outputs-hashed',
    eachLeaves((own) => ({
      ...own,
      rewritten: new Map([...own.rewritten, [own.first + 20, '11'.repeat(32)]]),
    })),
    'wrong-effect',
  ],
  [
    'a byte of the queue’s metadata',
    'effects/outputs-hashed',
    eachLeaves((own) => ({ ...own, strayBytes: true })),
    'wrong-effect',
  ],
  [
    'a byte of a state tree that a spend does not touch',
    'effects/spent-leaf',
    eachTree((own) => ({ ...own, strayBytes: true })),
    'wrong-effect',
  ],
  [
    'a leaf more nullified in a state tree',
    'effects/spent-leaf',
    eachTree((own) => ({ ...own, count: own.count + 1 })),
    'wrong-effect',
  ],
  [
    'nothing nullified in a state tree',
    'effects/spent-leaf',
    () => ({ nullified: new Map() }),
    'wrong-effect',
  ],
  [
    'the root of another tree',
    'effects/v1-root',
    eachLeaves((own) => ({ ...own, root: own.root === null ? null : otherByte(own.root) })),
    'wrong-effect',
  ],
  [
    'a spent leaf that stays',
    'effects/spent-leaf',
    eachLeaves((own) => ({ ...own, rewritten: new Map() })),
    'observed-changed',
  ],
  [
    'data of the payer changed',
    'effects/outputs-hashed',
    ({ rewritten }) => ({ rewritten: [...rewritten, 'payer:0', 'payer:1', 'payer:2', 'payer:3'] }),
    'wrong-effect',
  ],
  [
    'one lamport to the wrong account',
    'effects/fees',
    ({ lamports }) => ({ lamports: shifted(lamports, 'queue:1', 'queue:2') }),
    'observed-changed',
  ],
  [
    'bytes of a context that nothing explains',
    'effects/first-set-stores',
    ({ contexts }) => ({
      contexts: new Map([...contexts].map(([key, one]) => [key, { ...one, leftoverBytes: true }])),
    }),
    'wrong-effect',
  ],
  ...['modes/sequence', 'modes/interleaved', 'effects/valid'].map((claim): Row => [
    `one lamport too much to a queue in ${claim}`,
    claim,
    overpaid,
    'observed-changed',
  ]),
  [
    'one lamport too much to a queue from a context that a plan initialised',
    'initialization/ready-for-use',
    (after) => ([...after.contexts.keys()].some((key) => key.startsWith('fresh:')) ? overpaid(after) : {}),
    'observed-changed',
  ],
  [
    'one byte of a leaf that an Invoke creates',
    'invoke/outputs-created',
    eachLeaves((own) => ({ ...own, appended: own.appended.map(otherByte) })),
    'wrong-effect',
  ],
  [
    'one lamport too much in the sol pool by an Invoke',
    'invoke/sol-moved',
    ({ lamports }) => ({ lamports: shifted(lamports, 'sol-pool', 'payer:0') }),
    'wrong-effect',
  ],
  ['one lamport too much to a queue by an Invoke', 'invoke/valid', overpaid, 'observed-changed'],
  [
    'a context written by an Invoke',
    'invoke/valid',
    ({ rewritten }) => ({ rewritten: [...rewritten, 'context:1', 'context:2', 'context:3'] }),
    'wrong-effect',
  ],
  ['no fees at all', 'effects/fees', () => ({ lamports: new Map() }), 'observed-changed'],
  ['one lamport from nowhere', 'effects/outputs-hashed', moreLamports('queue:1', 1n), 'wrong-effect'],
];

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
  [
    'one byte of the transaction hash',
    'effects/transaction-hash',
    eachHanded((h) => ({ ...h, transactionHash: otherByte(h.transactionHash ?? '') })),
    'wrong-effect',
  ],
  ['nothing handed on', 'effects/event-outputs', () => ({ handed: [] }), 'observed-changed'],
  ['a log that was cut off', 'effects/event-outputs', () => ({ handed: null }), 'unspecified'],
];

describe('A lie about one detail', () => {
  let real: Backend;
  let recording: Backend;
  beforeAll(async () => {
    real = await openRunner();
    recording = await openRecordingRunner();
  });
  afterAll(() => {
    real.close();
    recording.close();
  });

  test.each(REAL)('%s is caught', async (_title, claim, lie, expected) => {
    expect(await kindsOf(real, claim)).toEqual(['match']);
    expect(await kindsOf(lying(real, lie), claim)).toContain(expected);
  });

  test.each(RECORDED)('handed to indexers, %s is caught', async (_title, claim, lie, expected) => {
    expect(await kindsOf(recording, claim)).toEqual(['match']);
    expect(await kindsOf(lying(recording, lie), claim)).toContain(expected);
  });
});
