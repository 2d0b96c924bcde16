// Programs that are wrong on purpose are caught: real replacements in the validator, and outcomes changed on the way.
import fc from 'fast-check';
import { FENCES } from '../../spec/fences';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { AccountMeta, Plan } from '../../spec/plan';
import type { ClaimResult } from '../../spec/result';
import { breaking } from '../../generators/breaking';
import { claimById } from '../claims';
import { judgePlan } from '../judge-plan';
import type { Runner } from '../runner';
import { runClaim } from '../run-claim';
import { constantProgram, openRunner } from './open-runner';
import { realPrograms } from './real-programs';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const AUTHORITY = 'signer-checks/authority-is-pda';
const MISSING_DATA = 'modes/context-data-missing';
const WRONG_CODE = 6002;
const WRONG_PROGRAM_CODE = 6022;

const run = (runner: Runner, id: string, runs = 20): Promise<ClaimResult> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return runClaim({ claim, runner, runs, programs: PROGRAMS, seed: 1, fences: ALL_FENCES });
};

const kinds = ({ matrix }: ClaimResult): readonly string[] =>
  [...new Set(matrix.map(({ verdict }) => verdict))].sort();

describe('A system program that always accepts', () => {
  it('fails the effects, so that no twin and no case counts', async () => {
    const runner = await openRunner({ systemProgram: constantProgram(0) });
    expect(kinds(await run(runner, AUTHORITY))).toEqual(['inconclusive']);
    expect(kinds(await run(runner, 'effects/first-set-stores'))).toEqual(['wrong-effect']);
    expect(kinds(await run(runner, 'effects/valid'))).toContain('wrong-effect');
    runner.close();
  });
});

describe('A system program that always rejects with the right number', () => {
  it('is never conformant: the twin is not accepted', async () => {
    const runner = await openRunner({ systemProgram: constantProgram(WRONG_CODE) });
    const result = await run(runner, AUTHORITY);
    expect(kinds(result)).toEqual(['inconclusive']);
    expect(result.twins).toBe(0);
    expect(result.violating).toBe(0);
    expect(kinds(await run(runner, 'effects/valid'))).toEqual(['spurious-error']);
    runner.close();
  });
});

describe('The right number from another program', () => {
  it('is told apart when account-compression raises it', async () => {
    const runner = await openRunner({ accountCompression: constantProgram(WRONG_PROGRAM_CODE) });
    const claim = await run(runner, 'effects/outputs-created');
    expect(claim.seenCodes.map(({ raised }) => raised)).toContain(
      `account-compression:${WRONG_PROGRAM_CODE}`,
    );
    expect(kinds(claim)).toEqual(['spurious-error']);
    runner.close();
  });
});

/** An execution whose authority (step 3) and fee payer (step 4) are both wrong. */
const twoViolations = (): Plan => {
  const [found] = fc.sample(breaking('validation/fee-payer-on-execute', ALL_FENCES), { seed: 1, numRuns: 1 });
  const last = found?.plan.transactions.at(-1);
  if (found === undefined || last === undefined) throw new Error('no plan');
  const wrong = (metas: readonly AccountMeta[]): readonly AccountMeta[] =>
    metas.map((meta, slot) => (slot === 1 ? { key: 'wallet:2', signer: true, writable: false } : meta));
  const instructions = last.instructions.map((item, position) =>
    item.kind === 'invocation' && position === last.instructions.length - 1
      ? { ...item, accounts: wrong(item.accounts) }
      : item,
  );
  return {
    ...found.plan,
    transactions: [...found.plan.transactions.slice(0, -1), { ...last, instructions }],
  };
};

const verdictOn = async (runner: Runner, plan: Plan): Promise<string> =>
  judgePlan(plan, await runner.run(plan)).verdict.kind;

type Change = (outcome: TransactionOutcome, plan: Plan) => TransactionOutcome;

/** The real programs, with what they did changed before anybody sees it. */
const lying = (real: Runner, change: Change): Runner => ({
  ...(real.facts && { facts: real.facts }),
  run: async (plan): Promise<Observation> => {
    const { transactions } = await real.run(plan);
    return { transactions: transactions.map((outcome) => change(outcome, plan)) };
  },
});

const raise = (
  outcome: TransactionOutcome,
  patch: Partial<NonNullable<TransactionOutcome['raised']>>,
): TransactionOutcome =>
  outcome.raised === null ? outcome : { ...outcome, raised: { ...outcome.raised, ...patch } };

describe('Outcomes changed on the way', () => {
  const real = realPrograms();

  const lies: readonly (readonly [title: string, claim: string, change: Change, expected: string])[] = [
    ['a neighbour code', MISSING_DATA, (o) => raise(o, { code: 6020 }), 'wrong-code'],
    [
      'a code that only InvokeCpi documents',
      'invoke/input-owner',
      (o) => raise(o, { code: 6002 }),
      'undocumented-code',
    ],
    [
      'the other half of the same row',
      'invoke/sol-pool-to-compress',
      (o) => raise(o, { code: 6010 }),
      'wrong-code',
    ],
    [
      'an InvokeCpi accepted that a transaction calls',
      'differences/caller-invoke-cpi',
      (o) => ({ ...o, raised: null, failedAt: null }),
      'missing-error',
    ],
    ['a code that no document names', MISSING_DATA, (o) => raise(o, { code: 6040 }), 'undocumented-code'],
    [
      'the right code from the caller',
      MISSING_DATA,
      (o) => raise(o, { program: 'program:A' }),
      'wrong-program',
    ],
    [
      'the right code from account-compression',
      MISSING_DATA,
      (o) => raise(o, { program: 'account-compression' }),
      'wrong-program',
    ],
    [
      'a crash in place of the error',
      MISSING_DATA,
      (o) => raise(o, { code: null, error: 'ProgramFailedToComplete', panicked: true }),
      'panic',
    ],
    [
      'acceptance in place of the error',
      MISSING_DATA,
      (o) => ({ ...o, raised: null, failedAt: null }),
      'missing-error',
    ],
    [
      'the error at another instruction',
      MISSING_DATA,
      (o) => ({ ...o, failedAt: o.failedAt === null ? null : o.failedAt + 1 }),
      'wrong-code',
    ],
    [
      'a change that outlives the rejection',
      MISSING_DATA,
      (o) => (o.raised === null ? o : { ...o, after: { ...o.after, changed: ['wallet:1'] } }),
      'wrong-effect',
    ],
    [
      'an output that is not created',
      'effects/valid',
      (o) => ({ ...o, after: { ...o.after, appended: new Map() } }),
      'wrong-effect',
    ],
    [
      'an account that changes unasked',
      'effects/valid',
      (o) => ({ ...o, after: { ...o.after, changed: [...o.after.changed, 'wallet:3'] } }),
      'wrong-effect',
    ],
    [
      'half of the SOL',
      'effects/sol-moved',
      (o) => ({
        ...o,
        after: {
          ...o.after,
          lamports: new Map([...o.after.lamports].map(([key, gain]) => [key, gain / 2n])),
        },
      }),
      'wrong-effect',
    ],
    [
      'lamports from nowhere',
      'effects/valid',
      (o) => ({ ...o, after: { ...o.after, lamports: new Map([...o.after.lamports, ['wallet:3', 7n]]) } }),
      'wrong-effect',
    ],
    [
      'bytes left over in the context',
      'modes/sequence',
      (o) => ({
        ...o,
        after: {
          ...o.after,
          contexts: new Map([...o.after.contexts].map(([k, c]) => [k, { ...c, leftoverBytes: true }])),
        },
      }),
      'wrong-effect',
    ],
  ];

  test.each(lies)('%s is caught', async (_title, claim, change, expected) => {
    expect(kinds(await run(real(), claim))).not.toContain(expected);
    expect(kinds(await run(lying(real(), change), claim))).toContain(expected);
  });

  it('the later of two ordered checks winning is caught', async () => {
    const late: Change = (outcome) => raise(outcome, { code: 6027 });
    const both = (await real().run(twoViolations())).transactions.at(-1);
    expect(both?.raised?.code).toBe(WRONG_CODE);
    expect(await verdictOn(real(), twoViolations())).toBe('match');
    expect(await verdictOn(lying(real(), late), twoViolations())).toBe('wrong-code');
  });
});
