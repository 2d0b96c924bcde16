// What is handed on about new addresses is compared byte for byte, on the version whose proofs there are: a lie about it is caught.
import type { Backend } from '../../harness/backend';
import { openBankrun } from '../../harness/backend';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { loadRecorder } from '../../programs/recorder/load';
import { proverFiles } from '../../proofs/prover-package';
import { notApplicable } from '../../spec/needs';
import type { Handed } from '../../spec/handed';
import { RULES } from '../../spec/rules';
import { shapeOf } from '../../spec/versions';
import { kindsOf, lying, otherByte, type Lie } from './effect-lies';

const { version } = proverFiles();
const world = {
  shape: shapeOf(version),
  rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
};
const RULE = 'proofs/event-addresses';
const SETUP = 600_000; // milliseconds

const eachHanded =
  (change: (handed: Handed) => Partial<Handed>): Lie =>
  ({ handed }) => ({ handed: handed?.map((one) => ({ ...one, ...change(one) })) ?? null });

const LIES: readonly (readonly [what: string, lie: Lie])[] = [
  [
    'a byte of an address',
    eachHanded(({ addresses }) => ({
      addresses: addresses.map((one) => ({ ...one, address: otherByte(one.address) })),
    })),
  ],
  [
    'the queue of an address',
    eachHanded(({ addresses }) => ({ addresses: addresses.map((one) => ({ ...one, queue: 'queue:1' })) })),
  ],
  ['the number of address trees', eachHanded(({ head }) => ({ head: { ...head, addressQueues: 0 } }))],
  [
    'the sequence of an address tree',
    eachHanded(({ sequences }) => ({
      sequences: { ...sequences, addresses: sequences.addresses.map(() => null) },
    })),
  ],
];

describe('Handed to indexers of new addresses', () => {
  let recording: Backend;
  beforeAll(async () => {
    await fetchRelease(version);
    const { systemProgram, noop, fixtures } = loadRelease(version);
    const own = { systemProgram, accountCompression: loadRecorder(), caller: loadCaller() };
    recording = await openBankrun({
      programs: { ...own, ...(noop && { noop }) },
      fixtures,
      records: true,
      aged: true,
    });
  }, SETUP);
  afterAll(() => {
    recording.close();
  });

  it('is what was always seen', async () => {
    expect(await kindsOf({ ...recording, ...world }, RULE)).toEqual(['match']);
  });

  it.each(LIES)('%s is caught', async (_what, lie) => {
    expect(await kindsOf({ ...lying(recording, lie), ...world }, RULE)).toContain('observed-changed');
  });
});
