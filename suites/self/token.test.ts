// Tokens that are wrong in one detail are caught, and models without one of their rules are refuted by the real programs.
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import { notApplicable } from '../../spec/needs';
import type { TransactionOutcome } from '../../spec/outcome';
import { RULES } from '../../spec/rules';
import { askedIn } from '../asked';
import { claimById } from '../claims';
import { runAll } from '../run-claim';
import type { Runner } from '../runner';
import { collect, verdicts } from './collect';
import { constantProgram, openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 8;
const TOKEN_RULES = RULES.filter(
  ({ id, area }) => area === 'token' && notApplicable(id, PROGRAMS.version) === null,
);

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

const otherByte = (hex: string): string => hex.slice(0, -2) + (hex.endsWith('00') ? '01' : '00');

const pool =
  (change: (amount: bigint) => bigint): Lie =>
  ({ after }) => {
    const held = after.tokens?.get('pool:1');
    return held === undefined
      ? {}
      : { after: { ...after, tokens: new Map(after.tokens).set('pool:1', change(held)) } };
  };

const leaves: Lie = ({ after }) => ({
  after: {
    ...after,
    leaves: new Map(
      [...after.leaves].map(([key, each]) => [key, { ...each, appended: each.appended.map(otherByte) }]),
    ),
  },
});

/** What lies in contexts has another amount. */
const written: Lie = ({ after }) => ({
  after: {
    ...after,
    contexts: new Map(
      [...after.contexts].map(([key, context]) => {
        const outputs = context.state.outputs.map((output) =>
          output.data?.bytes.hex === undefined
            ? output
            : {
                ...output,
                data: {
                  ...output.data,
                  bytes: { ...output.data.bytes, hex: otherByte(output.data.bytes.hex) },
                },
              },
        );
        return [key, { ...context, state: { ...context.state, outputs } }];
      }),
    ),
  },
});

const accepted: Lie = ({ raised }) => (raised === null ? {} : { raised: null, failedAt: null });
const raisedBy =
  (program: 'program:token' | 'light-system'): Lie =>
  ({ raised }) =>
    raised === null ? {} : { raised: { ...raised, program } };
const withCode =
  (code: number): Lie =>
  ({ raised }) =>
    raised === null ? {} : { raised: { ...raised, code } };

const LIES: readonly (readonly [title: string, claim: string, lie: Lie, expected: string])[] = [
  ['a pool with one token less', 'token/mint-to', pool((held) => held - 1n), 'observed-changed'],
  ['a pool with one token more', 'token/compress', pool((held) => held + 1n), 'observed-changed'],
  ['a pool that gives nothing', 'token/decompress', pool(() => 0n), 'observed-changed'],
  ['leaves of other accounts', 'token/transfer', leaves, 'wrong-effect'],
  ['leaves of other accounts in a v1 tree', 'token/mint-to', leaves, 'wrong-effect'],
  ['other token data in a context', 'token/begins-context', written, 'wrong-effect'],
  ['a double spend that is accepted', 'token/spent-once', accepted, 'missing-error'],
  ['a wrong amount that is accepted', 'token/only-what-is-there', accepted, 'missing-error'],
  ['another payer who is accepted', 'token/fee-payer-mismatch', accepted, 'missing-error'],
  [
    'a double spend that the token program refuses',
    'token/spent-once',
    raisedBy('program:token'),
    'wrong-code',
  ],
  [
    'a sum that the system program refuses',
    'token/more-out-than-in',
    raisedBy('light-system'),
    'observed-changed',
  ],
  ['another number for a sum', 'token/less-out-than-in', withCode(6002), 'observed-changed'],
  ['another number for a payer', 'token/fee-payer-mismatch', withCode(6028), 'wrong-code'],
];

describe('Tokens', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => real.close());

  test.each(LIES)('are caught with %s', async (_title, claim, lie, expected) => {
    expect(await kindsOf(lying(real, lie), claim)).toContain(expected);
  });

  it('are not spent by a system program that accepts everything', async () => {
    const careless = await openRunner({ systemProgram: constantProgram(0) });
    const kinds = await kindsOf({ facts: careless.facts, run: careless.run }, 'token/transfer');
    careless.close();
    expect(kinds).toEqual(['wrong-effect']);
  });

  test.each(TOKEN_RULES.map((rule) => [rule.id, rule] as const))(
    'refute a model without %s',
    async (id, rule) => {
      const cases = await collect(real, { claim: id, runs: CASES, fences: ALL_FENCES });
      const model = askedIn({ id, rule }, real);
      expect(verdicts(cases, model)).toContain('match');
      const without = verdicts(cases, { ...model, dropped: new Set([id]) });
      expect(without).not.toEqual(verdicts(cases, model));
    },
  );
});
