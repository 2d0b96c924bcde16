// Proves that plans which begin alike do what they do alone, though what they begin with runs once.
import type { Plan } from '../spec/plan';
import { RUNTIMES } from '../spec/runtime';
import type { Backend } from './backend';
import { EXECUTE, FIRST_SET, SET, invocation, meta, openDefault, output, plan, spending } from './testing';
import { transaction, withContext } from './testing';

const write = (cpiContext: typeof SET) => transaction(withContext({ outputs: [output('A')], cpiContext }));
const [FIRST, NEXT, RUN] = [write(FIRST_SET), write(SET), write(EXECUTE)];
const OTHERS_OUTPUT = transaction(withContext({ caller: 'B', outputs: [output('A')], cpiContext: SET }));
const APPEND = transaction(invocation({ outputs: [output('A', 40)] }));
const SPEND = transaction(invocation({ inputs: [spending(output('A', 40), 0)], outputs: [output('A')] }));
const DATA_ACCOUNT = transaction(invocation({ outputs: [output('A', 6000)] }));
const PAID = transaction({ kind: 'transfer', from: 'wallet:1', to: 'wallet:2', lamports: 1_000_000n });

const manyAccounts = Array.from({ length: 40 }, (_, i) => meta(`wallet:${i}`));
const TOO_LARGE = transaction({ ...invocation({}), accounts: manyAccounts });

/** Small enough for one write, too small for the next. */
const small = (...parts: Parameters<typeof plan>): Plan => ({
  ...plan(...parts),
  accounts: [{ key: 'context:1', size: 9000 }],
});

/** Plans that begin with more, fewer or no transactions of the one in front of them. */
const PLANS: readonly Plan[] = [
  plan(FIRST, NEXT, RUN),
  plan(FIRST, NEXT, OTHERS_OUTPUT),
  plan(FIRST, NEXT, OTHERS_OUTPUT, RUN),
  plan(FIRST, RUN),
  plan(FIRST, RUN, FIRST),
  plan(RUN, FIRST),
  plan(OTHERS_OUTPUT, FIRST, RUN),
  plan(OTHERS_OUTPUT, FIRST, FIRST),
  plan(FIRST),
  plan(FIRST, FIRST),
  small(FIRST, NEXT),
  small(FIRST, NEXT, NEXT),
  plan(FIRST, NEXT, NEXT),
  plan(APPEND, SPEND),
  plan(APPEND, SPEND, APPEND),
  plan(APPEND, SPEND, SPEND),
  plan(DATA_ACCOUNT, PAID),
  plan(DATA_ACCOUNT, PAID, DATA_ACCOUNT),
  plan(FIRST, TOO_LARGE),
  plan(FIRST, NEXT),
  plan(FIRST, NEXT),
];

const told = (observed: unknown): string =>
  JSON.stringify(observed, (_, value: unknown) =>
    value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
  );

describe.each(RUNTIMES)('on %s', (runtime) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openDefault(runtime);
  });
  afterAll(() => backend.close());

  const alone = async (one: Plan): Promise<string> =>
    told(await backend.run(one).catch((error: Error) => error.message));

  const inOneGo = async (plans: readonly Plan[]): Promise<readonly string[]> =>
    (await backend.runAll(plans)).map((one) => told(one instanceof Error ? one.message : one));

  it('observes of each plan what it does alone, in either order, and leaves the world as it was', async () => {
    const expected: string[] = [];
    for (const one of PLANS) expected.push(await alone(one));
    expect(new Set(expected).size).toBeGreaterThan(PLANS.length - 4);
    expect(await inOneGo(PLANS)).toEqual(expected);
    expect(await inOneGo([...PLANS].reverse())).toEqual([...expected].reverse());
    expect(await alone(plan(APPEND, SPEND))).toBe(expected[13]);
  });

  it('sends once what two plans in a row begin with, where they find the same accounts', async () => {
    const sent = async (...plans: readonly Plan[]): Promise<readonly number[]> => {
      const { runs } = await backend.record(async () => void (await backend.runAll(plans)));
      return runs.map((run) => run.filter(({ kind }) => kind === 'send').length);
    };
    expect(await sent(plan(FIRST, NEXT, RUN), plan(FIRST, NEXT, OTHERS_OUTPUT))).toEqual([3, 1]);
    expect(await sent(plan(FIRST, NEXT), plan(FIRST, NEXT), plan(FIRST, RUN))).toEqual([2, 1, 1]);
    expect(await sent(small(FIRST, NEXT), plan(FIRST, NEXT))).toEqual([2, 2]);
    expect(await sent(small(FIRST, NEXT), small(FIRST, NEXT, NEXT))).toEqual([2, 1]);
    expect(await sent(plan(FIRST), plan(FIRST, NEXT))).toEqual([1, 2]);
    expect(await sent(plan(FIRST, NEXT), plan(write(FIRST_SET), NEXT))).toEqual([2, 2]);
  });
});
