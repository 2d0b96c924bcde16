// The generators reach every class of plan often enough, and every edit does what it says.
import fc from 'fast-check';
import { SWEEPS } from '../../generators/any';
import { breaking, type Generated } from '../../generators/breaking';
import { interleaved, sequence } from '../../generators/history';
import type { ModelOptions } from '../../model/options';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import { modeOf } from '../../model/view';
import { DATALESS } from '../../generators/entries';
import { FENCES } from '../../spec/fences';
import type { Invocation, PlannedInstruction } from '../../spec/plan';
import type { Rule } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { MORE_THAN_EXISTS } from '../../spec/world';
import { notApplicable } from '../../spec/needs';
import { shapeOf } from '../../spec/versions';
import { askedIn } from '../asked';
import { ADDRESS_FACTS } from './address-facts';

const NO_FENCES = new Set<string>();
const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const SAMPLE = 200;

const sample = (cases: fc.Arbitrary<Generated>, numRuns = SAMPLE): readonly Generated[] =>
  fc.sample(cases, { seed: 3, numRuns });

const invocations = ({ plan }: Generated): readonly Invocation[] =>
  plan.transactions.flatMap((t) =>
    t.instructions.flatMap((item) => (item.kind === 'invocation' ? [item] : [])),
  );

/** The model that a rule's claim asks: of rules about valid proofs, on the version that has them. */
const modelOf = (id: string): ModelOptions => {
  const version = VERSIONS.find((one) => notApplicable(id, one) === null) ?? VERSIONS[0];
  const facts = id.startsWith('token/v1-') && { facts: ADDRESS_FACTS };
  return askedIn(
    { id, rule: null },
    { run: NEVER, shape: shapeOf(version), rules: rulesOn(version), ...facts },
  );
};
const VERSIONS = ['0.28.3', '0.27.0'] as const;
/** The same list each time: what is put together for a list of rules is kept by it. */
const RULES_ON = new Map<string, readonly Rule[]>();
const rulesOn = (version: string): readonly Rule[] => {
  const rules = RULES_ON.get(version) ?? RULES.filter((rule) => notApplicable(rule.id, version) === null);
  RULES_ON.set(version, rules);
  return rules;
};
const NEVER = (): Promise<never> => Promise.reject(new Error('Nothing is run here.'));

/** What the model finds exercised on the way that the documents allow. */
const exercisedBy = ({ plan }: Generated, model: ModelOptions): ReadonlySet<string> => {
  let world = worldBefore(plan, model.shape);
  const all = new Set<string>();
  for (const transaction of plan.transactions) {
    const { exercised, prediction, worlds } = predictTransaction(world, transaction, model);
    const accepted =
      prediction.kind === 'specified'
        ? prediction.alternatives.findIndex(({ kind }) => kind === 'accepted')
        : -1;
    world = worlds[accepted] ?? world;
    exercised.forEach((rule) => all.add(rule));
  }
  return all;
};

const exercises = (generated: Generated, rule: string): boolean =>
  exercisedBy(generated, modelOf(rule)).has(rule);

describe('The edits of a rule', () => {
  test.each(RULES.filter(({ area }) => area !== 'codes').map(({ id }) => id))(
    'exercise %s in nearly every case',
    (id) => {
      const cases = sample(breaking(id, ALL_FENCES), 60);
      expect(cases.filter((generated) => exercises(generated, id)).length).toBeGreaterThanOrEqual(57);
    },
  );
});

describe('The sweeps', () => {
  const share = (cases: readonly Generated[], holds: (generated: Generated) => boolean): number =>
    cases.filter(holds).length / cases.length;
  const someInvocation = (holds: (invocation: Invocation) => boolean) => (generated: Generated) =>
    invocations(generated).some(holds);

  const edits = sample(
    SWEEPS.find(({ id }) => id === 'validation/any')?.make(ALL_FENCES) ??
      fc.constant<never>(undefined as never),
    1000,
  );
  const orders = sample(
    SWEEPS.find(({ id }) => id === 'accounts/orders')?.make(ALL_FENCES) ??
      fc.constant<never>(undefined as never),
    1000,
  );
  const sequences = sample(sequence(ALL_FENCES), 500);

  const model = modelOf('validation/any');
  const refusing = new Set(RULES.filter(({ expects }) => expects.kind === 'rejects').map(({ id }) => id));
  const violations = (generated: Generated): number =>
    [...exercisedBy(generated, model)].filter((id) => refusing.has(id)).length;

  it('break no rule, one rule and several rules', () => {
    expect(share(edits, (g) => violations(g) === 0)).toBeGreaterThan(0.15);
    expect(share(edits, (g) => violations(g) === 1)).toBeGreaterThan(0.15);
    expect(share(edits, (g) => violations(g) >= 2)).toBeGreaterThan(0.15);
  });

  it('shuffle, cut and double account lists', () => {
    const lengths = new Set(orders.flatMap((g) => invocations(g).map(({ accounts }) => accounts.length)));
    expect([...lengths].filter((length) => length < 13).length).toBeGreaterThan(0);
    expect([...lengths].filter((length) => length > 13).length).toBeGreaterThan(0);
    const doubled = someInvocation(
      ({ accounts }) => new Set(accounts.map(({ key }) => key)).size < accounts.length - 2,
    );
    expect(share(orders, doubled)).toBeGreaterThan(0.1);
  });

  it('use all four modes and both flags at once', () => {
    for (const mode of ['none', 'first-set', 'set', 'execute', 'both'] as const)
      expect(
        share(
          sequences,
          someInvocation(({ data }) => modeOf(data) === mode),
        ),
      ).toBeGreaterThan(0.2);
  });

  it('call from several programs, pay with several payers, nest calls', () => {
    const callers = (g: Generated): number => new Set(invocations(g).map(({ caller }) => caller)).size;
    expect(share(sequences, (g) => callers(g) >= 3)).toBeGreaterThan(0.2);
    const payers = (g: Generated): number =>
      new Set(g.plan.transactions.map(({ feePayer }) => feePayer)).size;
    expect(share(sequences, (g) => payers(g) >= 2)).toBeGreaterThan(0.2);
    expect(
      share(
        edits,
        someInvocation(({ through }) => through.length > 0),
      ),
    ).toBeGreaterThan(0.1);
    expect(
      share(
        edits,
        someInvocation(({ through }) => through.length > 1),
      ),
    ).toBeGreaterThan(0.03);
  });

  it('write accounts with and without data, address and lamports, at the edges too', () => {
    const outputs = edits.flatMap((g) => invocations(g).flatMap(({ data }) => data.outputs));
    const part = (holds: (output: (typeof outputs)[number]) => boolean): number =>
      outputs.filter(holds).length / outputs.length;
    expect(part(({ data }) => data === null)).toBeGreaterThan(0.1);
    expect(part(({ data }) => data?.bytes.length === 0)).toBeGreaterThan(0.1);
    expect(part(({ address }) => address !== null)).toBeGreaterThan(0.1);
    expect(part(({ address }) => address === null)).toBeGreaterThan(0.1);
    for (const edge of [0n, 1n, (1n << 64n) - 1n])
      expect(part(({ lamports }) => lamports === edge)).toBeGreaterThan(0.05);
    expect(part(({ owner }) => owner.startsWith('program:'))).toBeGreaterThan(0.4);
    expect(part(({ owner }) => !owner.startsWith('program:'))).toBeGreaterThan(0.1);
  });
});

describe.each([
  ['sequences', sequence],
  ['interleaved', interleaved],
])('Histories: %s', (_name, make) => {
  const histories = sample(make(ALL_FENCES), 500);
  const share = (holds: (generated: Generated) => boolean): number =>
    histories.filter(holds).length / histories.length;
  const some = (holds: (invocation: Invocation) => boolean): number =>
    share((generated) => invocations(generated).some(holds));
  const distinct = (of: (invocation: Invocation) => string | undefined) => (generated: Generated) =>
    new Set(invocations(generated).map(of)).size;
  const isWrite = ({ data }: Invocation): boolean => ['first-set', 'set', 'both'].includes(modeOf(data));
  const isExecution = ({ data }: Invocation): boolean => modeOf(data) === 'execute';

  it('are long: up to ten transactions and thirty invocations, by four programs and three payers', () => {
    const lengths = histories.map((generated) => invocations(generated).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(30);
    expect(lengths.filter((length) => length >= 15).length).toBeGreaterThan(100);
    expect(share(({ plan }) => plan.transactions.length > 10)).toBe(0);
    expect(share(({ plan }) => plan.transactions.length >= 8)).toBeGreaterThan(0.3);
    expect(share((g) => distinct(({ caller }) => caller)(g) === 4)).toBeGreaterThan(0.2);
    expect(share((g) => distinct(({ accounts }) => accounts[0]?.key)(g) === 3)).toBeGreaterThan(0.4);
    expect(share((g) => distinct(({ accounts }) => accounts[11]?.key)(g) >= 2)).toBeGreaterThan(0.4);
  });

  it('use all modes, spend through contexts and without, move SOL, bring proofs and addresses', () => {
    for (const mode of ['none', 'first-set', 'set', 'execute', 'both'] as const)
      expect(some(({ data }) => modeOf(data) === mode)).toBeGreaterThan(0.2);
    expect(some((i) => isWrite(i) && i.data.inputs.length > 0)).toBeGreaterThan(0.5);
    expect(some((i) => isExecution(i) && i.data.inputs.length > 0)).toBeGreaterThan(0.15);
    expect(some((i) => modeOf(i.data) === 'none' && i.data.inputs.length > 0)).toBeGreaterThan(0.1);
    expect(some((i) => isExecution(i) && i.data.compressOrDecompressLamports !== null)).toBeGreaterThan(0.3);
    expect(some((i) => isWrite(i) && i.data.proof !== null)).toBeGreaterThan(0.5);
    expect(some((i) => isWrite(i) && i.data.newAddresses.length > 0)).toBeGreaterThan(0.2);
  });

  it('fail behind a write, by a transfer and by an invocation', () => {
    const fails = (item: PlannedInstruction): boolean =>
      item.kind === 'transfer' && item.lamports >= MORE_THAN_EXISTS;
    const behind = (holds: (item: PlannedInstruction) => boolean): number =>
      share(({ plan }) =>
        plan.transactions.some(({ instructions }) =>
          instructions.some((item, at) => at > 0 && holds(item) && isWriteItem(instructions[at - 1])),
        ),
      );
    const isWriteItem = (item: PlannedInstruction | undefined): boolean =>
      item?.kind === 'invocation' && isWrite(item);
    expect(behind(fails)).toBeGreaterThan(0.1);
    expect(
      behind((item) => item.kind === 'invocation' && item.accounts[1]?.key === 'wallet:2'),
    ).toBeGreaterThan(0.02);
  });

  const writtenBy = (all: readonly Generated[]) =>
    all.flatMap((g) =>
      invocations(g)
        .filter(isWrite)
        .flatMap(({ caller, data }) => data.outputs.map((output) => ({ ...output, caller }))),
    );

  it('write accounts without data, which others own; few where their fence keeps them from execution', () => {
    const open = writtenBy(sample(make(new Set([...ALL_FENCES].filter((id) => id !== DATALESS))), 300));
    const bare = (all: typeof open): number => all.filter(({ data }) => data === null).length / all.length;
    expect(bare(open)).toBeGreaterThan(0.2);
    expect(bare(writtenBy(histories))).toBeGreaterThan(0.04);
    const foreign = open.filter(({ owner, caller }) => owner !== `program:${caller}`);
    expect(foreign.length / open.length).toBeGreaterThan(0.1);
  });

  it('write accounts of every kind', () => {
    const written = writtenBy(histories);
    const part = (holds: (output: (typeof written)[number]) => boolean): number =>
      written.filter(holds).length / written.length;
    expect(part(({ data }) => data?.bytes.length === 0)).toBeGreaterThan(0.08);
    expect(part(({ address }) => address !== null)).toBeGreaterThan(0.1);
    expect(part(({ lamports }) => lamports === 0n)).toBeGreaterThan(0.3);
    expect(part(({ lamports }) => lamports === 1n)).toBeGreaterThan(0.1);
    expect(part(({ lamports }) => lamports >= 1n << 63n)).toBeGreaterThan(0.05);
    expect(part(({ owner, caller }) => owner === `program:${caller}`)).toBeGreaterThan(0.4);
  });
});

describe('Without fences', () => {
  test.each(SWEEPS.map(({ id, make }) => [id, make] as const))(
    '%s makes plans that can be sent',
    (_id, make) => {
      const indices = sample(make(NO_FENCES), 3000).flatMap((g) =>
        invocations(g).flatMap(({ data }) =>
          [...data.inputs, ...data.outputs, ...data.newAddresses].map((e) => e.treeIndex),
        ),
      );
      expect(indices.filter((index) => index < 0 || index > 255)).toEqual([]);
    },
  );

  it('the free flags are used in valid plans', () => {
    const cases = sample(
      SWEEPS.find(({ id }) => id === 'effects/valid')?.make(NO_FENCES) ??
        fc.constant<never>(undefined as never),
      500,
    );
    const unsigned = cases.filter((g) =>
      invocations(g).some(({ accounts }) => accounts[1]?.signer === false),
    );
    expect(unsigned.length).toBeGreaterThan(20);
  });
});
