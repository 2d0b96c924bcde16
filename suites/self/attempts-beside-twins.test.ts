// Programs that accept an attempt as they always do, and leave something else than they do without it, are caught.
import type { CpiContextFlags, Invocation, Plan } from '../../spec/plan';
import { claimById } from '../claims';
import { runClaim } from '../run-claim';
import type { Runner } from '../runner';
import { openRunner } from './open-runner';

const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 12;

type Reading = (invocation: Invocation) => Invocation;

/** The real programs, as they would be if they read what an attempt sends in that way. */
const reading = (real: Runner, read: Reading): Runner => {
  const { runAll, ...own } = real;
  void runAll; // it would not read
  const asRead = (plan: Plan): Plan => ({
    ...plan,
    transactions: plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item) => (item.kind === 'invocation' ? read(item) : item)),
    })),
  });
  return { ...own, run: (plan) => real.run(asRead(plan)) };
};

const withFlags = (invocation: Invocation, flags: Partial<CpiContextFlags>): Invocation => {
  const { flagBytes, ...data } = invocation.data;
  void flagBytes; // read already
  const cpiContext = data.cpiContext === null ? null : { ...data.cpiContext, ...flags };
  return { ...invocation, data: { ...data, cpiContext } };
};

/** Any byte but 0 is a flag that is set. */
const anyByteIsTrue: Reading = (invocation) => {
  const { set, firstSet } = invocation.data.flagBytes ?? {};
  return set === undefined && firstSet === undefined
    ? invocation
    : withFlags(invocation, { set: set !== undefined, firstSet: firstSet !== undefined });
};

/** What stands behind the fields takes the outputs away. */
const tailEatsOutputs: Reading = (invocation) =>
  invocation.data.tail === undefined
    ? invocation
    : { ...invocation, data: { ...invocation.data, outputs: [] } };

const WRONG: readonly (readonly [id: string, read: Reading])[] = [
  ['codes/invoke-cpi/context-flag-byte', anyByteIsTrue],
  ['codes/with-read-only/context-flag-byte', anyByteIsTrue],
  ['codes/invoke/bytes-behind', tailEatsOutputs],
  ['codes/invoke-cpi/bytes-behind', tailEatsOutputs],
];

describe('An attempt that is accepted', () => {
  let real: Awaited<ReturnType<typeof openRunner>>;
  beforeAll(async () => {
    real = await openRunner({}, 'litesvm');
  });
  afterAll(() => {
    real.close();
  });

  const verdicts = async (id: string, runner: Runner): Promise<readonly string[]> => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const run = { claim, runner, runs: CASES, programs: PROGRAMS, seed: 1, fences: new Set<string>() };
    const { findings } = await runClaim(run);
    return findings.map(({ verdict, observed }) => `${verdict}: ${observed}`);
  };

  test.each(WRONG)('is compared with its twin: %s', async (id, read) => {
    expect(await verdicts(id, real)).toEqual([]);
    const [first] = await verdicts(id, reading(real, read));
    expect(first).toMatch(/^observed-changed: accepted, /);
  });
});
