// Programs that break one law are caught by this law and by no other: outcomes are changed on the way, road by road.
import fc from 'fast-check';
import { roadsOf } from '../../generators/laws';
import type { Generated } from '../../generators/breaking';
import { FENCES } from '../../spec/fences';
import { LAWS } from '../../spec/laws';
import { SAME_AS_OTHER, type Law } from '../../spec/law';
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { askedIn } from '../asked';
import { claimById } from '../claims';
import { judgeLaw } from '../law-case';
import { runCase } from '../run-case';
import type { Runner } from '../runner';
import { seedOf } from '../claim-run';
import { runClaim } from '../run-claim';
import { lied, LIES, SPLIT_LIES, withOtherCode, type Lie } from './law-lies';
import { constantProgram, openRecordingRunner, openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 50;

type Recorded = {
  readonly generated: Generated & { readonly twin: Plan };
  readonly roads: readonly [Observation, Observation];
};

const record = async (runner: Runner, law: string): Promise<readonly Recorded[]> => {
  const recorded: Recorded[] = [];
  for (const { plan, twin, fenced } of fc.sample(roadsOf(law, ALL_FENCES), {
    seed: seedOf(1, law),
    numRuns: CASES,
  })) {
    if (twin === null) throw new Error('A road is missing.');
    const tried = await runner.runAll?.([twin, plan]);
    const [first, second] = tried ?? [];
    if (first === undefined || second === undefined || first instanceof Error || second instanceof Error)
      continue;
    recorded.push({ generated: { plan, twin, fenced }, roads: [first, second] });
  }
  return recorded;
};

const TRUE: Lie = (outcome) => outcome;

const isUnchanged = (before: Observation, after: Observation): boolean =>
  before.transactions.every((outcome, at) => outcome === after.transactions[at]);

describe('A program that breaks one law', () => {
  const recorded = new Map<string, readonly Recorded[]>();
  beforeAll(async () => {
    const [runner, recording] = [await openRunner(), await openRecordingRunner()];
    for (const law of LAWS)
      recorded.set(law.id, await record(law.recorded === true ? recording : runner, law.id));
    runner.close();
    recording.close();
  });

  const model = (law: Law) => askedIn({ id: law.id, rule: null, law }, {} as Runner);
  const broken = (lie: Lie): readonly string[] =>
    LAWS.filter((law) =>
      (recorded.get(law.id) ?? []).some(({ generated: { plan, twin }, roads }) => {
        const first = { plan: twin, observation: lied(roads[0], lie, { plan: twin, isElsewhere: false }) };
        const isElsewhere = law.slot !== undefined;
        const second = { plan, observation: lied(roads[1], lie, { plan, isElsewhere }) };
        // Of roads about which nobody lies, the first test judges every one.
        const isTrue = isUnchanged(roads[0], first.observation) && isUnchanged(roads[1], second.observation);
        if (lie !== TRUE && isTrue) return false;
        return judgeLaw(law, first, { second, model: model(law) }).verdict.kind === 'wrong-effect';
      }),
    ).map(({ id }) => id);

  it('is not seen where nobody lies', () => {
    expect(broken(TRUE)).toEqual([]);
  });

  it('exists for every law', () => {
    expect(Object.keys(LIES).sort()).toEqual(LAWS.map(({ id }) => id).sort());
  });

  test.each(Object.entries(LIES))('%s is caught by this law alone', (id, lie) => {
    expect(broken(lie)).toEqual([id]);
  });

  test.each(SPLIT_LIES)('%s alone catches %s', (id, _what, lie) => {
    expect(broken(lie)).toEqual([id]);
  });
});

const run = (
  runner: Runner,
  id: string,
  cases?: (all: fc.Arbitrary<Generated>) => fc.Arbitrary<Generated>,
) => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const own = cases === undefined ? claim : { ...claim, cases: () => cases(claim.cases(ALL_FENCES)) };
  return runClaim({ claim: own, runner, runs: 25, programs: PROGRAMS, seed: 1, fences: ALL_FENCES });
};

describe('A claim that is a law', () => {
  let real: Awaited<ReturnType<typeof openRunner>>;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });
  const lying = (lie: Lie): Runner => ({
    run: async (plan) => lied(await real.run(plan), lie, { plan, isElsewhere: false }),
  });

  it('keeps the smallest pair of roads, which replays', async () => {
    const id = 'laws/compute-budget';
    const lie = LIES[id] ?? TRUE;
    const { findings, violating } = await run(lying(lie), id);
    expect(violating).toBe(25);
    expect(findings.map(({ verdict, expected, observed }) => [verdict, expected, observed])).toEqual([
      ['wrong-effect', SAME_AS_OTHER, 'another outcome'],
    ]);
    const witness = findings[0]?.witness;
    if (witness?.twin == null) throw new Error('no witness');
    expect(witness.detail).toMatch(
      /^outcomes\[\d\]: .*(light-system|account-compression):.* by one road, .*\1:6099/,
    );
    const law = LAWS.find((one) => one.id === id);
    const again = await runCase(lying(lie), witness, law === undefined ? {} : { law });
    expect(again.verdict.kind).toBe('wrong-effect');
    expect((await runCase(real, witness, law === undefined ? {} : { law })).verdict.kind).toBe('match');
  });

  test.each(['laws/order-of-writers', 'laws/forgotten-past', 'laws/renaming'])(
    '%s sees leaves that are wrong by both roads alike',
    async (id) => {
      const withWrongLeaves: Lie = (outcome) => ({
        ...outcome,
        after: {
          ...outcome.after,
          leaves: new Map(
            [...outcome.after.leaves].map(([key, leaves]) => [
              key,
              { ...leaves, appended: leaves.appended.map(() => '11'.repeat(32)) },
            ]),
          ),
        },
      });
      const runner = { ...lying(withWrongLeaves), facts: real.facts };
      const { findings } = await run(runner, id);
      expect(findings.map(({ verdict, observed }) => [verdict, observed])).toEqual([
        ['wrong-effect', 'wrong leaves'],
      ]);
    },
  );

  it('is refused where both roads are the same plan', async () => {
    const result = await run(real, 'laws/one-or-several-transactions', (all) =>
      all.map(({ plan, fenced }) => ({ plan, twin: plan, fenced })),
    );
    expect([result.violating, result.twins, result.inconclusive, result.findings]).toEqual([0, 0, 25, []]);
  });

  it('does not count roads that are accepted without effect, nor roads that are both rejected', async () => {
    for (const constant of [0, 6002]) {
      const runner = await openRunner({ systemProgram: constantProgram(constant) });
      const result = await run(runner, 'laws/direct-or-split');
      expect([result.violating, result.inconclusive]).toEqual([0, 25]);
      runner.close();
    }
  });

  it('about what is handed on is not compared where nothing records that', async () => {
    const result = await run(real, 'laws/direct-or-split-events');
    expect([result.violating, result.unspecified, result.findings]).toEqual([0, 25, []]);
  });

  it('needs a validator at the slot of its second road, and sees what only that one does', async () => {
    await expect(run(real, 'laws/other-slot')).rejects.toThrow(/no validator at slot/);
    const asked: number[] = [];
    const atSlot = (lie: Lie): Runner => ({
      ...real,
      atSlot: (slot) => {
        asked.push(slot);
        return Promise.resolve(lying(lie));
      },
    });
    expect((await run(atSlot(TRUE), 'laws/other-slot')).findings).toEqual([]);
    const { findings } = await run(
      atSlot((outcome) => withOtherCode(outcome)),
      'laws/other-slot',
    );
    expect(findings.map(({ observed }) => observed)).toEqual(['another outcome']);
    expect([...new Set(asked)]).toEqual([150_000_000]);
  });
});
