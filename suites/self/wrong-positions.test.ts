// Programs that look only at some elements of a list or some bytes of an address, or check an execution only where it brings nothing itself, are caught.
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Invocation, PlannedTransaction } from '../../spec/plan';
import { SLOT } from '../../spec/invoke-cpi';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { openRunner } from './open-runner';
import { remembering } from './remembering';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 60;
/** Of so many cases at least these: a full run meets each five times as often. */
const OFTEN = 3;

/** Whether the wrong program does not see what is wrong with the refused invocation. */
type Overlooks = (invocation: Invocation, code: number | null) => boolean;

const refusedIn = ({ instructions }: PlannedTransaction, { failedAt }: TransactionOutcome) => {
  const item = failedAt === null ? undefined : instructions[failedAt];
  return item?.kind === 'invocation' ? item : undefined;
};

/** The real programs, but what the wrong one overlooks is accepted. */
const overlooking = (real: Runner, overlooks: Overlooks): Runner => ({
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome, index) => {
        const transaction = plan.transactions[index];
        const refused = transaction && refusedIn(transaction, outcome);
        const isOverlooked = refused !== undefined && overlooks(refused, outcome.raised?.code ?? null);
        return isOverlooked ? { ...outcome, raised: null, failedAt: null } : outcome;
      }),
    };
  },
});

const missedIn = async (runner: Runner, id: string): Promise<number> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return [...matrix.values()]
    .filter(({ entry }) => entry.verdict === 'missing-error')
    .reduce((sum, { count }) => sum + count, 0);
};

const isOwn = ({ owner }: { readonly owner: string }, { caller }: Invocation): boolean =>
  owner === `program:${caller}`;
const executes = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && !cpiContext.firstSet && !cpiContext.set;

const ownsInput =
  (at: number): Overlooks =>
  (invocation) => {
    const input = invocation.data.inputs.at(at);
    return input !== undefined && isOwn(input, invocation);
  };
const ownsFirstWithData: Overlooks = (invocation) => {
  const first = invocation.data.outputs.find(({ data }) => data !== null);
  return first !== undefined && isOwn(first, invocation);
};
/** Of two outputs the one with data comes behind one without. */
const stopsAtFirstWithout: Overlooks = ({ data: { outputs } }) => outputs[0]?.data === null;
const ASSOCIATED = 6028;

const WRONG: readonly (readonly [title: string, rule: string, overlooks: Overlooks])[] = [
  ['of the inputs only the first', 'signer-checks/input-owner', ownsInput(0)],
  ['of the inputs only the last', 'signer-checks/input-owner', ownsInput(-1)],
  ['no input of an execution with a context', 'signer-checks/input-owner', executes],
  ['of the outputs with data only the first', 'signer-checks/output-owner-with-data', ownsFirstWithData],
  ['no output behind one without data', 'signer-checks/output-owner-with-data', stopsAtFirstWithout],
  ['no output of an execution with a context', 'signer-checks/output-owner-with-data', executes],
  [
    'an input by the first 31 bytes of its owner',
    'signer-checks/input-owner',
    ({ data: { inputs } }) => inputs.some(({ owner }) => /^near:31:/.test(owner)),
  ],
  [
    'an output by the last 31 bytes of its owner',
    'signer-checks/output-owner-with-data',
    ({ data: { outputs } }) => outputs.some(({ owner }) => /^near:0:/.test(owner)),
  ],
  ...(['set', 'execute'] as const).map(
    (mode) =>
      [
        `the first 31 bytes of the fee payer on ${mode}`,
        `validation/fee-payer-on-${mode}`,
        ({ accounts }: Invocation) => /^near:31:/.test(accounts[SLOT.fee_payer]?.key ?? ''),
      ] as const,
  ),
  [
    'the first 31 bytes of the associated tree',
    'validation/tree-on-execute',
    ({ accounts }) => accounts.some(({ key }) => /^near:31:(?:tree|queue):/.test(key)),
  ],
  [
    'the first 31 bytes of the authority',
    'signer-checks/authority-is-pda',
    ({ accounts }) => /^near:31:/.test(accounts[SLOT.authority]?.key ?? ''),
  ],
  ...(
    [
      ['system_program', 'system-program'],
      ['account_compression_program', 'account-compression-program'],
      ['sol_pool_pda', 'sol-pool'],
      ['invoking_program', 'invoking-program'],
    ] as const
  ).map(
    ([slot, rule]) =>
      [
        `the first 31 bytes of ${slot}`,
        `accounts/${rule}-identity`,
        ({ accounts }: Invocation) => /^near:31:/.test(accounts[SLOT[slot]]?.key ?? ''),
      ] as const,
  ),
  [
    'the associated tree only where the execution brings no inputs',
    'validation/tree-on-execute',
    ({ data }, code) => code === ASSOCIATED && data.inputs.length > 0,
  ],
];

describe('A program that checks', () => {
  let backend: Awaited<ReturnType<typeof openRunner>>;
  let real: Runner;
  beforeAll(async () => {
    backend = await openRunner();
    real = remembering(backend);
  });
  afterAll(() => {
    backend.close();
  });

  test.each(WRONG)('%s is caught', async (_title, rule, overlooks) => {
    expect(await missedIn(real, rule)).toBe(0);
    expect(await missedIn(overlooking(real, overlooks), rule)).toBeGreaterThanOrEqual(OFTEN);
  });
});
