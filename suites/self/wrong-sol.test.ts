// SOL and addresses that are wrong in one detail are caught: half the SOL, one lamport, another derivation, another note.
import { toField, toHex } from '../../model/field';
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import { KNOWN_ADDRESSES } from '../../spec/known-addresses';
import type { TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { KeyRole } from '../../spec/world';
import { CALLERS } from '../../spec/world';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 15;

type Lie = (outcome: TransactionOutcome) => Partial<TransactionOutcome>;

const lying = (real: Backend, lie: Lie): Runner => ({
  facts: real.facts,
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return { transactions: transactions.map((outcome) => ({ ...outcome, ...lie(outcome) })) };
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

const withLamports =
  (change: (lamports: WorldAfter['lamports']) => WorldAfter['lamports']): Lie =>
  ({ after }) => ({ after: { ...after, lamports: change(after.lamports) } });

/** So many lamports less in one account, and more in another. */
const shifted = (from: KeyRole, to: KeyRole, by: (gain: bigint) => bigint): Lie =>
  withLamports((lamports) => {
    const gain = lamports.get(from) ?? 0n;
    if (gain === 0n) return lamports;
    const moved = by(gain);
    return new Map(lamports).set(from, gain - moved).set(to, (lamports.get(to) ?? 0n) + moved);
  });

const otherByte = (hex: string): string => hex.slice(0, -2) + (hex.endsWith('00') ? '01' : '00');

const LIES: readonly (readonly [title: string, claim: string, lie: Lie, expected: string])[] = [
  ['half the SOL', 'sol/conserved', shifted('sol-pool', 'wallet:3', (gain) => gain / 2n), 'wrong-effect'],
  ['one lamport lost on the way', 'sol/conserved', shifted('sol-pool', 'wallet:3', () => 1n), 'wrong-effect'],
  [
    'one lamport that vanishes',
    'sol/conserved',
    withLamports((lamports) => new Map(lamports).set('wallet:3', -1n)),
    'wrong-effect',
  ],
  ['one lamport in a history', 'sol/histories', shifted('sol-pool', 'wallet:3', () => 1n), 'wrong-effect'],
  [
    'one lamport too much for a fee',
    'sol/histories',
    shifted('queue:1', 'wallet:3', () => 1n),
    'observed-changed',
  ],
  [
    'another address derived',
    'addresses/derived-as-logged',
    ({ derived }) =>
      derived == null ? {} : { derived: { ...derived, addresses: derived.addresses.map(otherByte) } },
    'observed-changed',
  ],
  [
    'one address for all programs',
    'addresses/of-their-program',
    ({ derived }) =>
      derived == null
        ? {}
        : { derived: { ...derived, addresses: derived.addresses.map(() => derived.addresses[0] ?? '') } },
    'wrong-effect',
  ],
  [
    'a note for nobody',
    'addresses/noted',
    ({ after }) => ({
      after: {
        ...after,
        contexts: new Map(
          [...after.contexts].map(([key, context]) => [
            key,
            { ...context, noted: (context.noted ?? []).map((note) => ({ ...note, assignedTo: 254 })) },
          ]),
        ),
      },
    }),
    'observed-changed',
  ],
];

describe('A lie about SOL or addresses', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  test.each(LIES)('%s is caught', async (_title, claim, lie, expected) => {
    expect(await kindsOf(lying(real, lie), claim)).toContain(expected);
  });

  it('would be one about known addresses, too: they are derived here again', () => {
    const addressOf = (key: KeyRole): Uint8Array => real.facts.addressOf(key);
    const derived = KNOWN_ADDRESSES.map(({ seed }) => {
      const bytes = Buffer.from(seed, 'hex');
      const v2 = (program: KeyRole): string =>
        toHex(toField(Buffer.concat([bytes, addressOf('address-tree'), addressOf(program)])));
      return {
        seed,
        v1: toHex(toField(Buffer.concat([addressOf('address-tree-v1'), bytes]))),
        v2: Object.fromEntries(CALLERS.map((name) => [name, v2(`program:${name}`)])),
      };
    });
    expect(KNOWN_ADDRESSES).toEqual(derived);
  });
});
