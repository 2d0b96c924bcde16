// Call graphs: the sweep reaches every shape and every refusal, and a runtime that broke one of its rules would be caught.
import fc from 'fast-check';
import type { Backend } from '../../harness/backend';
import { anyGraph } from '../../generators/calls/any';
import type { Generated } from '../../generators/breaking';
import { CPI_GUIDE_RULES } from '../../spec/rules/cpi-guide';
import type { CallStep, Frame } from '../../spec/call';
import type { TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { claimById } from '../claims';
import { runCases } from '../run-case';
import { askedIn } from '../asked';
import { openRunner } from './open-runner';

const FENCES = new Set(['cpi-guide/self-recursion']);
const SAMPLE = 1000;
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };

const graphs = fc.sample(anyGraph(FENCES), { seed: 5, numRuns: SAMPLE });

const framesOf = ({ plan }: Generated): readonly Frame[] =>
  plan.transactions.flatMap(({ instructions }) =>
    instructions.flatMap((item) => (item.kind === 'call' ? [item] : [])),
  );
const calleesOf = ({ steps }: Frame): readonly Frame[] =>
  steps.filter((step): step is Extract<CallStep, { kind: 'call' }> => step.kind === 'call');
const depthOf = (frame: Frame): number => 1 + Math.max(0, ...calleesOf(frame).map(depthOf));
const widthOf = (frame: Frame): number => Math.max(frame.steps.length, ...calleesOf(frame).map(widthOf));

/** The verdicts of some cases of a claim on a runner, and the ids that the cases rest on. */
const judged = async (runner: Runner, id: string, runs = 30): Promise<readonly string[]> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs, fences: FENCES };
  const { matrix } = await runAll(run, claim.cases(FENCES));
  return [...new Set([...matrix.values()].map(({ entry }) => entry.verdict))].sort();
};

type Lie = (outcome: TransactionOutcome) => TransactionOutcome;

const lying = (real: Backend, lie: Lie): Runner => ({
  facts: real.facts,
  run: async (plan) => ({ transactions: (await real.run(plan)).transactions.map(lie) }),
});

/** The lie is told of the plans in which that text stands. */
const lyingWhere = (real: Backend, text: string, lie: Lie): Runner => ({
  facts: real.facts,
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    const written = JSON.stringify(plan, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    return { transactions: written.includes(text) ? transactions.map(lie) : transactions };
  },
});

const refused =
  (change: (raised: NonNullable<TransactionOutcome['raised']>) => TransactionOutcome['raised']): Lie =>
  (outcome) =>
    outcome.raised === null ? outcome : { ...outcome, raised: change(outcome.raised) };

const accepted =
  (change: (after: WorldAfter) => Partial<WorldAfter>): Lie =>
  (outcome) =>
    outcome.raised === null ? { ...outcome, after: { ...outcome.after, ...change(outcome.after) } } : outcome;

/** The refusal never happened. */
const believed: Lie = (outcome) => ({ ...outcome, raised: null, failedAt: null });

const denied: Lie = (outcome) => ({
  ...outcome,
  failedAt: 0,
  after: { ...outcome.after, changed: [] },
  raised: { program: 'program:A', code: null, error: 'PrivilegeEscalation', panicked: false },
});

const survives: Lie = (outcome) =>
  outcome.raised === null
    ? outcome
    : {
        ...outcome,
        after: { ...outcome.after, changed: ['data:1'], data: new Map([['data:1', '01'.repeat(8)]]) },
      };

/** These take another plan than a graph with changed privileges. */
const BY_EDITS_ALONE: ReadonlySet<string> = new Set(
  [
    'pda-of-other-program',
    'account-order',
    'self-recursion',
    'data-undecodable',
    'compute-budget',
    'data-trailing',
  ].map((name) => `cpi-guide/${name}`),
);

describe('The sweep over call graphs', () => {
  it('makes graphs up to six programs deep and four steps wide or wider', () => {
    const depths = graphs.flatMap(framesOf).map(depthOf);
    const widths = graphs.flatMap(framesOf).map(widthOf);
    for (const depth of [1, 2, 3, 4, 5, 6]) expect(depths).toContain(depth);
    expect(Math.max(...depths)).toBe(6);
    for (const width of [1, 2, 3, 4]) expect(widths).toContain(width);
  });

  it('is mostly predicted, accepted often, and refused for every reason that needs no preparation', async () => {
    const real = await openRunner();
    const claim = { id: 'cpi-guide/graphs', rule: null };
    const outcomes = await runCases(real, { cases: graphs, model: askedIn(claim, real) });
    real.close();
    const kinds = outcomes.map(({ verdict }) => verdict.kind);
    const share = (kind: string): number => kinds.filter((one) => one === kind).length / SAMPLE;
    expect(share('match')).toBeGreaterThan(0.85);
    expect(share('match') + share('unspecified')).toBe(1);
    const raised = outcomes.filter(({ raised: error }) => error !== null).length / SAMPLE;
    expect(raised).toBeGreaterThan(0.3);
    expect(raised).toBeLessThan(0.8);
    const reasons = new Set(outcomes.flatMap(({ verdict }) => verdict.because));
    const missing = CPI_GUIDE_RULES.filter(({ id }) => !reasons.has(id) && !BY_EDITS_ALONE.has(id));
    expect(missing).toEqual([]);
  });
});

describe('A runtime is caught', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  const REFUSALS = CPI_GUIDE_RULES.filter(({ expects }) => expects.kind === 'rejects');
  test.each(REFUSALS.map(({ id, provenance }) => [id, provenance] as const))(
    'that lets %s pass',
    async (id, provenance) => {
      const verdicts = await judged(lying(real, believed), id);
      // Without a write in the way the wrong acceptance is all that is to be seen.
      expect(verdicts).toContain(provenance === 'observed' ? 'observed-changed' : 'missing-error');
      expect(verdicts).not.toContain('match');
    },
  );

  test.each<readonly [title: string, claim: string, lie: Lie, verdict: string]>([
    ['that keeps a write of a call that failed', 'cpi-guide/failure-is-final', survives, 'wrong-effect'],
    [
      'that loses what callees write',
      'cpi-guide/executes',
      accepted(() => ({ data: new Map() })),
      'wrong-effect',
    ],
    [
      'that writes another byte',
      'cpi-guide/executes',
      accepted(({ data }) => ({ data: new Map([...(data ?? [])].map(([key]) => [key, 'ff'.repeat(8)])) })),
      'wrong-effect',
    ],
    [
      'that writes to an account that nobody writes',
      'cpi-guide/executes',
      accepted(({ changed }) => ({ changed: [...changed, 'wallet:0'] })),
      'wrong-effect',
    ],
    [
      'that takes a fee for each call',
      'cpi-guide/one-transaction',
      accepted(() => ({
        lamports: new Map([
          ['payer:0', -5000n],
          ['payer:1', 5000n],
        ]),
      })),
      'wrong-effect',
    ],
    [
      'that reports another code than the callee’s',
      'cpi-guide/callee-error',
      refused((raised) => ({ ...raised, code: 1 })),
      'observed-changed',
    ],
    [
      'that reports the callee’s code as another program’s',
      'cpi-guide/callee-error',
      refused((raised) => ({ ...raised, program: 'runtime' })),
      'observed-changed',
    ],
    [
      'that names another error for a stack too high',
      'cpi-guide/call-depth',
      refused((raised) => ({ ...raised, error: 'PrivilegeEscalation' })),
      'observed-changed',
    ],
    [
      'that lets a program outside of the graph refuse',
      'cpi-guide/signer-escalation',
      refused((raised) => ({ ...raised, program: 'light-system' })),
      'wrong-code',
    ],
    [
      'that panics instead of refusing',
      'cpi-guide/writable-escalation',
      refused((raised) => ({ ...raised, panicked: true })),
      'panic',
    ],
    ['that refuses what the guide allows', 'cpi-guide/executes', denied, 'spurious-error'],
  ])('%s', async (_title, claim, lie, verdict) => {
    expect(await judged(lying(real, lie), claim)).toContain(verdict);
  });

  test.each<readonly [title: string, claim: string, where: string, lie: Lie, verdict: string]>([
    ['that refuses a seed of 32 bytes', 'cpi-guide/pda-signs', 'x'.repeat(32), denied, 'spurious-error'],
    ['that refuses sixteen seeds', 'cpi-guide/pda-signs', ':0/1/2/3/', denied, 'spurious-error'],
    [
      'that does not count a call of Solana’s own program',
      'cpi-guide/call-depth',
      '"from":"payer:3"',
      believed,
      'observed-changed',
    ],
    [
      'that lets a byte behind a program’s data pass',
      'cpi-guide/data-undecodable',
      '"data":"long"',
      believed,
      'missing-error',
    ],
  ])('%s', async (_title, claim, where, lie, verdict) => {
    const found = await judged(lyingWhere(real, where, lie), claim, 60);
    expect(found).toEqual(['match', verdict].sort());
  });

  it('that forgets who is three calls above', async () => {
    const forgetful: Runner = {
      facts: real.facts,
      run: async (plan) => {
        const { transactions } = await real.run(plan);
        const [first] = plan.transactions.flatMap(({ instructions }) => instructions.slice(-1));
        const deep = first?.kind === 'call' && depthOf(first) === 5 && first.program === 'program:A';
        return { transactions: deep ? transactions.map(believed) : transactions };
      },
    };
    expect(await judged(forgetful, 'cpi-guide/reentrancy', 60)).toEqual(['match', 'missing-error']);
  });
});
