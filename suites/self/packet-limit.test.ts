// A plan that no real validator would take for a packet is refused before it is sent, on every runtime alike.
import { PlanTooLarge } from '../../harness/errors';
import { invocation, output, plan, transaction } from '../../harness/testing';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import type { Plan } from '../../spec/plan';
import { BACKENDS } from '../../spec/runtime';
import { openingOf } from '../both/open';
import type { Opened } from '../both/pair';
import { runCase } from '../run-case';

const LIMIT = 1232;

/** A call that the transaction itself makes: no account can carry its data. */
const withData = (bytes: number): Plan =>
  plan(transaction({ ...invocation({ outputs: [output('A', bytes)] }), direct: true }));

describe.each(BACKENDS)('With --backend %s', (name) => {
  const opening = openingOf(name);
  let backend: Opened;
  beforeAll(async () => {
    const { systemProgram, accountCompression, noop, fixtures } = loadRelease('0.28.3');
    const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
    backend = await opening.open({ programs, fixtures });
  });
  afterAll(() => backend.close());

  const tooLarge = async (one: Plan): Promise<PlanTooLarge> => {
    const refused: unknown = await backend.run(one).catch((error: unknown) => error);
    if (!(refused instanceof PlanTooLarge)) throw new Error('The plan was sent.');
    return refused;
  };

  it('a plan of 1,232 bytes is sent, and one of a byte more is refused', async () => {
    const { size } = await tooLarge(withData(LIMIT));
    const fits = 2 * LIMIT - size;
    expect((await backend.run(withData(fits))).transactions).toHaveLength(1);
    expect(await tooLarge(withData(fits + 1))).toMatchObject({ size: LIMIT + 1, limit: LIMIT });
  });

  it('the runtime itself would have run it: the limit is ours', async () => {
    const oversize = withData(LIMIT);
    const transactions = oversize.transactions.map((one) => ({ ...one, oversize: true as const }));
    expect((await backend.run({ ...oversize, transactions })).transactions).toHaveLength(1);
  });

  it('what was not sent says nothing about the program, and nothing about the runtimes', async () => {
    const { verdict } = await runCase(backend, { plan: withData(LIMIT), twin: null });
    expect(verdict).toMatchObject({ kind: 'unspecified', observed: 'not sent' });
    expect(opening.notebook?.take() ?? []).toEqual([]);
  });
});
