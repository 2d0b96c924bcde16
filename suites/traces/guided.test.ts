// Guided generation climbs where random plans do not; the same seed makes the same corpus; changes leave plans whole.
import fc from 'fast-check';
import { changed } from '../../generators/mutations/plan';
import { mutation } from '../../generators/mutations/mutation';
import { picker } from '../../generators/mutations/pick';
import { openTracedOn, STAIRS, stairs } from '../../harness/trace/testing';
import { edgeEnds } from '../../harness/trace/reach';
import type { TracedBackend } from '../../harness/trace/traced-backend';
import { writeWitness, parseWitness } from '../../report/witness';
import { guidedReport, guidedWitnesses } from '../../report/binary/guided';
import type { GuidedResult } from '../../spec/reach';
import { PlanTooLarge } from '../../harness/errors';
import { InputError } from '../../programs/errors';
import type { InstructionName, Plan } from '../../spec/plan';
import { claimById } from '../claims';
import { runGuided } from './guided';
import { judgedAs } from './judged-as';
import { plansOf, traceEngine, type TraceInput } from './trace-engine';

const CLAIM = 'effects/valid';
const STEPS = 60;
const EXECUTIONS = 240;
const TRIES = 4;

const PROGRAMS = {
  version: '0.28.3',
  systemProgram: 'a'.repeat(64),
  accountCompression: 'b'.repeat(64),
  caller: 'c'.repeat(64),
};

/** How far up the stairs a set of edges leads. */
const height = (edges: readonly number[]): number =>
  Math.max(...edges.map((edge) => edgeEnds(edge)).map(([from, to]) => (to === from + 1 ? to - STAIRS : 0)));

describe('Guided generation', () => {
  let backend: TracedBackend;
  let input: TraceInput;
  let result: GuidedResult;
  const guided = (): Promise<GuidedResult> =>
    runGuided(backend, input, { claims: [CLAIM], executions: EXECUTIONS, tries: TRIES });

  beforeAll(async () => {
    backend = await openTracedOn(stairs(11, STEPS), new Set());
    input = {
      open: async () => backend,
      runner: { run: (plan) => backend.backend.run(plan) },
      seed: 7,
      fences: new Set(),
    };
    result = await guided();
  });

  it('climbs higher than as many plans without guidance', () => {
    expect(result.executions).toBe(EXECUTIONS);
    expect(result.changed).toBe(EXECUTIONS / 2);
    expect(height(result.guided)).toBeGreaterThan(height(result.unguided));
  });

  it('keeps a plan for each new edge, and makes those smaller that go beyond', async () => {
    const kept = result.corpus.flatMap(({ edges }) => edges);
    expect(new Set(kept)).toEqual(new Set(result.guided));
    expect(kept).toHaveLength(result.guided.length);
    const beyond = result.corpus.filter((entry) => entry.beyond.length > 0);
    expect(beyond.length).toBeGreaterThan(0);
    for (const entry of beyond) {
      const { reach } = await backend.run(entry.plan);
      expect(entry.beyond.every((edge) => reach.edges.has(edge))).toBe(true);
    }
  });

  it('judges every plan by the documents: a program that does nothing is found out', () => {
    const kinds = new Set(result.findings.map(({ verdict }) => verdict.kind));
    expect(kinds).toContain('wrong-effect');
    expect(result.findings.every(({ isConfirmed }) => isConfirmed)).toBe(true);
  });

  it('gives the same corpus again from the same seed', async () => {
    expect(await guided()).toEqual(result);
  });

  it('says of a fault whether it came while deviations were tried again', async () => {
    const failing: TraceInput['runner'] = { run: () => Promise.reject(new TypeError('no field')) };
    const again = { ...input, runner: failing };
    const { faults, findings } = await runGuided(backend, again, {
      claims: [CLAIM],
      executions: 20,
      tries: 1,
    });
    expect(findings.length).toBeGreaterThan(0);
    expect(faults.map(({ whenConfirming }) => whenConfirming)).toEqual([true]);
  });

  it('writes its corpus as witnesses that can be read back', () => {
    const files = guidedWitnesses(result, PROGRAMS);
    expect(files).toHaveLength(result.corpus.length + result.findings.length);
    for (const [path, witness] of files) expect(parseWitness(writeWitness(witness), path)).toEqual(witness);
    const report = guidedReport(result, null);
    expect(report.deviations.every(({ listing }) => listing === 'new')).toBe(true);
    expect(report.onlyGuided.length).toBeGreaterThan(0);
  });

  it('calls nothing new that only one runtime shows', () => {
    const findings = result.findings.map((one) => ({ ...one, isConfirmed: false }));
    const { deviations } = guidedReport({ ...result, findings }, null);
    expect(new Set(deviations.map(({ listing }) => listing))).toEqual(new Set(['runner-disagrees']));
  });

  it('says what a claim reaches, a place in a plan once', async () => {
    const reach = await traceEngine(input).reach(CLAIM, 3);
    expect(reach.plans).toBeGreaterThanOrEqual(3);
    expect(reach.pcs.slice(0, 2)).toEqual([0, 1]);
    expect(reach.raised).toEqual([]);
  });
});

describe('A guided run in which the suite itself fails', () => {
  const CLAIMS = { claims: [CLAIM], executions: 12, tries: 4 };
  const guidedOn = (run: (plan: Plan) => Promise<never>, seed = 7): Promise<GuidedResult> => {
    const failing = { run } as unknown as TracedBackend;
    const input = { open: async () => failing, runner: { run }, seed, fences: new Set<string>() };
    return runGuided(failing, input, CLAIMS);
  };

  it('keeps the plan as a fault with its claim, and the number of them', async () => {
    const { faults, executions, skipped } = await guidedOn(() => Promise.reject(new TypeError('no field')));
    expect(faults).toMatchObject([
      { claim: CLAIM, cause: 'TypeError: no field', judgedAs: 'validation/any', whenConfirming: false },
    ]);
    expect(faults[0]?.plan.transactions.length).toBeGreaterThan(0);
    expect([executions, faults[0]?.count, skipped]).toEqual([0, 12, {}]);
  });

  it('tells faults by their kind, whatever the folder and the numbers', async () => {
    let run = 0;
    const { faults } = await guidedOn(() => {
      run += 1;
      return Promise.reject(new TypeError(`no field ${run} in /home/of-${run}/suite/file.ts`));
    });
    expect(faults.map(({ cause, count }) => [cause, count])).toEqual([
      ['TypeError: no field N in file.ts', 12],
    ]);
  });

  it.each([
    ['a number read behind the end', () => Buffer.alloc(2).readUInt32LE(4), 'RangeError'],
    ['a list of no length', () => new Array(-1), 'RangeError'],
    [
      'a program that is not loaded',
      () => {
        throw new InputError('The validator does not load the program: it is no ELF.');
      },
      'InputError',
    ],
  ])('%s is a fault, too', async (_, fail, name) => {
    const { faults } = await guidedOn(async () => {
      fail();
      throw new RangeError('never comes here');
    });
    expect(faults.map(({ cause }) => cause.split(':')[0])).toEqual([name]);
    expect(faults[0]?.cause).not.toContain('never comes here');
  });

  it.each([
    ['does not fit a packet', () => Promise.reject(new PlanTooLarge(2000, 1232)), 'PlanTooLarge'],
    [
      'names what is no address',
      () => Promise.reject(new InputError('The plan names unknown:0OIl, which is no address in base58: x.')),
      'The plan names an account, which is no address in base58: x.',
    ],
    [
      'names what is not there',
      () =>
        Promise.reject(new InputError('The plan names an account tree:9 that this world does not have: x.')),
      'The plan names an account that this world does not have: x.',
    ],
    [
      'has a number that is too large',
      () =>
        Promise.reject(
          new InputError('The plan has the number 390 where the field must be <= 255: correct.'),
        ),
      'The plan has a number where the field must be <= 255: correct.',
    ],
    [
      'writes too far',
      () => Promise.reject(new InputError('The plan writes behind the end of an account: make it larger.')),
      'The plan writes behind the end of an account: make it larger.',
    ],
    [
      'has a number that does not fit its field',
      async () => {
        Buffer.alloc(4).writeUInt32LE(-1);
        throw new Error('never comes here');
      },
      'RangeError',
    ],
  ])('counts a plan that %s, and blames nobody', async (_, run, name) => {
    const { faults, skipped } = await guidedOn(run);
    expect([faults, skipped]).toEqual([[], { [name]: 6 }]);
  });
});

describe('The sweep that a changed plan is judged as', () => {
  const holding = (...instructions: readonly InstructionName[]): Plan => {
    const [[plan] = []] = plansOf(CLAIM, 1, { seed: 7, fences: new Set() });
    const [first] = plan?.transactions ?? [];
    const found = first?.instructions.find(({ kind }) => kind === 'invocation');
    if (plan === undefined || first === undefined || found?.kind !== 'invocation')
      throw new Error('There is no invocation.');
    const made = instructions.map((instruction) => ({ ...found, instruction }));
    return { ...plan, transactions: [{ ...first, instructions: made }] };
  };

  it.each([
    ['modes/sequence', ['InvokeCpi'], 'validation/any'],
    ['modes/sequence', ['InvokeCpi', 'InvokeCpiWithReadOnly'], 'read-only/any'],
    ['modes/sequence', ['InvokeCpiWithAccountInfo', 'InvokeCpi'], 'account-info/any'],
    ['invoke/valid', ['Invoke'], 'invoke/any'],
    ['sol/conserved', ['InvokeCpiWithReadOnly'], 'sol/any'],
    ['addresses/any', ['Invoke'], 'addresses/any'],
  ] as const)('of %s with %j is %s', (claim, instructions, sweep) => {
    expect(judgedAs({ claim, plan: holding(...instructions) })).toBe(sweep);
    expect(claimById(sweep)?.kind).toBe('sweep');
  });
});

describe('A change of a plan', () => {
  const input = { seed: 3, fences: new Set<string>() };
  const plans = ['effects/valid', 'validation/any', 'modes/sequence', 'read-only/any'].flatMap((claim) =>
    plansOf(claim, 8, input).flat(),
  );

  it('leaves the plan and its donor as they are, and makes the same plan again', () => {
    const drawn = fc.sample(mutation, { seed: 11, numRuns: 400 });
    let different = 0;
    for (const { parent, donor, changes } of drawn) {
      const [plan, lender] = [plans[parent % plans.length], plans[donor % plans.length]];
      if (plan === undefined || lender === undefined) throw new Error('There are no plans.');
      const before = structuredClone([plan, lender]);
      const after = changed(plan, lender, picker(changes[0] ?? []));
      expect([plan, lender]).toEqual(before);
      expect(changed(plan, lender, picker(changes[0] ?? []))).toEqual(after);
      if (after !== plan) different += 1;
    }
    expect(different).toBeGreaterThan(300);
  });
});
