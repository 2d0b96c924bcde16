// Builds of account-compression that note for later proofs something else than what was appended and spent are caught.
import { redIn, type Bytes } from './changed-bytes';
import { OFTEN } from './overlooking';

type Row = readonly [does: string, rule: string, bytes: Bytes];

const NOP = '0500000000000000';
const KEEPS_CHAINS: Bytes = { 0x81338: NOP, 0x81340: NOP, 0x81348: NOP, 0x81350: NOP };

const BUILDS: readonly Row[] = [
  ['makes each nullifier for leaf index 0', 'effects/nullifier-chain', { 0x87a90: 'b703000000000000' }],
  [
    'makes nullifiers with the account hash in place of the transaction hash',
    'effects/nullifier-chain',
    { 0x87a98: 'bf84000000000000' },
  ],
  ['keeps the hash chain of a queue at its first leaf', 'effects/queue-chain', KEEPS_CHAINS],
  ['keeps the hash chain of a tree at its first nullifier', 'effects/nullifier-chain', KEEPS_CHAINS],
  ['keeps no nodes in changelog entries of v1 trees', 'proofs/v1-changelog', { 0xe0d0: NOP }],
  ['keeps 24 bytes of each node there', 'proofs/v1-changelog', { 0xe0f0: NOP }],
  ['says no leaf in changelog entries of v1 trees', 'proofs/v1-changelog', { 0xdf18: NOP }],
  ['keeps 24 bytes of each node there', 'effects/v1-root', { 0xe0f0: NOP }],
  ['writes nothing into bloom filters', 'effects/nullifier-filter', { 0x80d20: 'b700000002000000' }],
];

const RULES = [...new Set(BUILDS.map(([, rule]) => rule))];

describe('A build of account-compression that', () => {
  test.each(RULES)('nobody changed keeps to %s', async (rule) => {
    expect(await redIn(rule, 'accountCompression', {})).toBe(0);
  });

  test.each(BUILDS)('%s is caught', async (_does, rule, bytes) => {
    expect(await redIn(rule, 'accountCompression', bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
