// The two runtimes give the same verdicts on the same seed, and a runtime that is wrong on purpose is shown as one that disagrees.
import fc from 'fast-check';
import { openBackend, type Backend } from '../../harness/backend';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { FENCES } from '../../spec/fences';
import { notApplicable } from '../../spec/needs';
import type { TransactionOutcome } from '../../spec/outcome';
import type { ClaimResult } from '../../spec/result';
import { BACKENDS, type BackendName, type RuntimeName } from '../../spec/runtime';
import { knownDifference, RUNTIME_DIFFERENCES } from '../../spec/runtime-differences';
import { newNotebook } from '../both/notebook';
import { paired } from '../both/pair';
import { claimById, claims } from '../claims';
import { openEngine } from '../engine';
import type { Claim, Engine } from '../engine-types';
import { openRunner } from './open-runner';

const VERSION = '0.28.3';
const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const CASES = 5;
/** Their cases are longer: one claim of theirs is left to a run. */
const TOKENS = 'token';

/** Where the runtimes are known to differ. */
const DIFFERENT = [
  'accounts/context-account-writable',
  're-initialization/context-writable',
  'sol/recipient-is-program',
  'cpi-guide/callee-is-program',
  'effects/v1-root',
];

/** The first claim of each area, and those in which the runtimes are known to differ. */
const firstOfEach = (): readonly Claim[] => {
  const all = claims().filter(({ id, area }) => notApplicable(id, VERSION) === null && area !== TOKENS);
  const firsts = all.filter((claim, at) => all.findIndex(({ area }) => area === claim.area) === at);
  const known: readonly string[] = [...DIFFERENT, ...RUNTIME_DIFFERENCES.flatMap(({ where }) => where)];
  return [...new Set([...firsts, ...all.filter(({ id }) => known.includes(id))])];
};

const open = (backend: BackendName): Promise<Engine> =>
  openEngine({ version: VERSION, seed: 1, runs: CASES, fences: ALL_FENCES, quick: true, backend });

/** Everything that a verdict rests on. */
const counted = ({ matrix, executed, violating, twins, ownCode, leavesVerified, coverage }: ClaimResult) => ({
  matrix,
  counts: { executed, violating, twins, ownCode, leavesVerified },
  coverage,
});

const strangers = ({ claim, disagreements = [] }: ClaimResult): readonly string[] =>
  disagreements
    .filter((one) => knownDifference(one, { claim, area: claimById(claim)?.area ?? '' }) === undefined)
    .map(({ part, bankrun, litesvm }) => [claim, part, bankrun, litesvm].join(' '));

describe('The same seed', () => {
  const engines = new Map<BackendName, Engine>();
  beforeAll(async () => {
    for (const backend of BACKENDS) engines.set(backend, await open(backend));
  });

  const run = async (id: string): Promise<readonly ClaimResult[]> => {
    const results: ClaimResult[] = [];
    for (const engine of engines.values()) results.push(await engine.run(id));
    return results;
  };

  test.each(firstOfEach().map(({ id }) => id))('has the same verdicts on both runtimes: %s', async (id) => {
    const [bankrun, litesvm, both] = await run(id);
    if (bankrun === undefined || litesvm === undefined || both === undefined) throw new Error('not all ran');
    expect(counted(litesvm)).toEqual(counted(bankrun));
    expect(counted(both)).toEqual(counted(bankrun));
    expect([litesvm, both].flatMap(strangers)).toEqual([]);
    expect(bankrun.disagreements).toBeUndefined();
  });

  it('meets the known differences, each counted as what it is', async () => {
    const results = await run('sol/recipient-is-program');
    expect(results.map(({ disagreements }) => disagreements?.map(({ count }) => count))).toEqual([
      undefined,
      [CASES],
      [CASES],
    ]);
  });
});

const openKeeping = (runtime: RuntimeName): Promise<Backend> => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(VERSION);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  return openBackend({ programs, fixtures, runtime, keepsContents: true });
};

type Lie = (outcome: TransactionOutcome) => TransactionOutcome;

/** A backend whose accepted transactions are told otherwise. */
const lying = (backend: Backend, lie: Lie): Backend => ({
  ...backend,
  runAll: async (plans, before) =>
    (await backend.runAll(plans, before)).map((tried) =>
      'transactions' in tried
        ? { transactions: tried.transactions.map((one) => (one.raised === null ? lie(one) : one)) }
        : tried,
    ),
});

const LIES: Readonly<Record<string, { readonly lie: Lie; readonly part: string }>> = {
  'another code': {
    lie: (outcome) => ({
      ...outcome,
      raised: { program: 'light-system', code: 6002, error: 'Custom', panicked: false },
      failedAt: 0,
    }),
    part: 'outcome',
  },
  'a change that is lost': {
    lie: (outcome) => ({ ...outcome, after: { ...outcome.after, changed: outcome.after.changed.slice(1) } }),
    part: 'accounts changed',
  },
  'lamports that are lost': {
    lie: (outcome) => ({ ...outcome, after: { ...outcome.after, lamports: new Map() } }),
    part: 'lamports',
  },
  'one byte that is another': {
    lie: (outcome) => ({
      ...outcome,
      contents: new Map(
        [...(outcome.contents ?? [])].map(([key, bytes]) => {
          const copy = Buffer.from(bytes);
          copy[300] = (copy[300] ?? 0) ^ 1;
          return [key, copy] as const;
        }),
      ),
    }),
    part: 'byte 300 of a queue',
  },
};

describe('A runtime that is wrong on purpose', () => {
  let real: Backend;
  let right: Backend;
  beforeAll(async () => {
    real = await openKeeping('bankrun');
    right = await openRunner({}, 'litesvm');
  });
  afterAll(() => {
    real.close();
    right.close();
  });

  const plans = () =>
    fc
      .sample(claimById('effects/outputs-created')?.cases(ALL_FENCES) ?? fc.constant(undefined), {
        seed: 3,
        numRuns: 8,
      })
      .flatMap((generated) => (generated === undefined ? [] : [generated.plan]));

  test.each(Object.entries(LIES))('disagrees: %s', async (_, { lie, part }) => {
    const notebook = newNotebook();
    const observed = await paired({ bankrun: real, litesvm: lying(real, lie) }, notebook).runAll(plans());
    const noted = notebook.take();
    expect(noted.map((one) => one.part)).toContain(part);
    const places = noted.map((one) =>
      knownDifference(one, { claim: 'effects/outputs-created', area: 'effects' }),
    );
    expect(places.every((known) => known === undefined)).toBe(true);
    const plain = await paired({ bankrun: real, litesvm: real }, notebook).runAll(plans());
    expect(observed).toEqual(plain);
    expect(notebook.take()).toEqual([]);
  });

  it('disagrees where it keeps no contents that the other has', async () => {
    const notebook = newNotebook();
    await paired({ bankrun: real, litesvm: right }, notebook).runAll(plans());
    expect(notebook.take().map(({ part }) => part)).toContain('whether a queue is written');
  });
});
