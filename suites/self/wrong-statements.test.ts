// What a refused proof should have proven is compared: a lie about one hash, root or address that is logged is caught.
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import type { Derived } from '../../spec/outcome';
import { claimById } from '../claims';
import { runAll } from '../run-claim';
import type { Runner } from '../runner';
import { otherByte } from './effect-lies';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 12;
const CLAIMS = ['effects/proof-statement', 'modes/execute-verifies-proof'] as const;

type Lie = (derived: Derived) => Derived | null;

const lying = (real: Backend, lie: Lie): Runner => ({
  facts: real.facts,
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome) =>
        outcome.derived == null ? outcome : { ...outcome, derived: lie(outcome.derived) },
      ),
    };
  },
});

const kindsOf = async (runner: Runner, id: string): Promise<readonly string[]> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...new Set([...matrix.values()].map(({ entry }) => entry.verdict))];
};

const first = (all: readonly string[]): readonly string[] => [
  ...all.slice(0, 1).map(otherByte),
  ...all.slice(1),
];

const LIES: readonly (readonly [title: string, lie: Lie])[] = [
  ['another hash of an input', (derived) => ({ ...derived, hashes: first(derived.hashes) })],
  ['another root of an input', (derived) => ({ ...derived, roots: first(derived.roots) })],
  ['another new address', (derived) => ({ ...derived, addresses: first(derived.addresses) })],
  ['another root of an address', (derived) => ({ ...derived, addressRoots: first(derived.addressRoots) })],
  ['an input too few', (derived) => ({ ...derived, hashes: derived.hashes.slice(1) })],
];
const NOTHING: Lie = () => null;

/** Refused with another error, which logs nothing. */
const otherwise = (real: Backend): Runner => ({
  facts: real.facts,
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map(({ derived, ...outcome }) =>
        derived === undefined || outcome.raised === null
          ? outcome
          : { ...outcome, raised: { ...outcome.raised, code: 7002 } },
      ),
    };
  },
});

describe('Of a refused proof', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  test.each(CLAIMS)('what %s shows is as expected', async (claim) => {
    expect(await kindsOf(real, claim)).toEqual(['match']);
  });

  const ROWS = LIES.flatMap(([title, lie]) => CLAIMS.map((claim) => [title, claim, lie] as const));
  test.each(ROWS)('%s is caught by %s', async (_title, claim, lie) => {
    expect(await kindsOf(lying(real, lie), claim)).toContain('observed-changed');
  });

  it('nothing at all is caught by its own claim alone: what the documents say is the same without a log', async () => {
    const [own, documented] = CLAIMS;
    expect(await kindsOf(lying(real, NOTHING), own)).toContain('observed-changed');
    expect(await kindsOf(lying(real, NOTHING), documented)).toEqual(['match']);
  });

  it('another error in the place of all that is caught by its own claim', async () => {
    expect(await kindsOf(otherwise(real), CLAIMS[0])).toContain('observed-changed');
  });

  it('nothing at all is caught by claims about addresses', async () => {
    expect(await kindsOf(lying(real, NOTHING), 'addresses/derived-as-logged')).toContain('observed-changed');
  });
});
