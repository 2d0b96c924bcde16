// The versions with v1 trees only: their world takes valid plans of each kind, and what is wrong there is noticed.
import fc from 'fast-check';
import { breaking } from '../../generators/breaking';
import { inFormerWorld } from '../../generators/former/world';
import type { ScenarioKind } from '../../generators/scenario';
import { valid } from '../../generators/valid';
import { openBankrun } from '../../harness/backend';
import { DOCUMENTS } from '../../model/options';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { ANCHOR_FENCES, EVERY_FENCE } from '../../spec/fences';
import { allNotApplicable, NEEDS, notApplicable } from '../../spec/needs';
import { FORMER_NEEDS } from '../../spec/needs-former';
import { LAWS } from '../../spec/laws';
import type { Invocation, Plan } from '../../spec/plan';
import { FAMILY_AREAS } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { shapeOf, traitsOf } from '../../spec/versions';
import { takesOutputs } from '../../spec/world';
import { askedIn } from '../asked';
import { claims } from '../claims';
import type { Runner } from '../runner';
import { runCase } from '../run-case';
import { lying, withState } from './lies';

const KINDS: readonly ScenarioKind[] = [
  'direct',
  'compress',
  'first-set',
  'first-set-plain',
  'set',
  'execute',
  'initialize',
  'initialize-used',
  'direct-v1',
  'execute-v1',
  'mixed',
];
const CASES = 3;
const VERSIONS = ['0.18.0', '0.10.0'] as const;

const open = async (version: string): Promise<Runner> => {
  await fetchRelease(version);
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  return {
    ...(await openBankrun({ programs, fixtures })),
    shape: shapeOf(version),
    rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
  };
};

const fencesOf = (version: string): ReadonlySet<string> =>
  new Set([
    ...[...EVERY_FENCE, ...ANCHOR_FENCES].map(({ rule }) => rule),
    ...allNotApplicable(version),
    ...traitsOf(version),
  ]);

const plansOf = (version: string, kind: ScenarioKind): readonly Plan[] => {
  const fences = fencesOf(version);
  return fc
    .sample(valid(fences, [kind]), { seed: 3, numRuns: CASES })
    .map(({ plan }) => inFormerWorld({ plan, twin: null }, fences).plan);
};

const verdictsOn = async (runner: Runner, plans: readonly Plan[]): Promise<readonly string[]> => {
  const model = { ...askedIn({ id: '', rule: null }, runner, DOCUMENTS), leaves: true };
  const outcomes = plans.map((plan) => runCase(runner, { plan, twin: null }, { model }));
  const verdicts = (await Promise.all(outcomes)).map(({ verdict }) => `${verdict.kind}: ${verdict.detail}`);
  return [...new Set(verdicts)];
};

const invocationsIn = ({ transactions }: Plan): readonly Invocation[] =>
  transactions.flatMap(({ instructions }) =>
    instructions.flatMap((item) => (item.kind === 'invocation' ? [item] : [])),
  );

describe.each(VERSIONS)('On %s', (version) => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await open(version);
  }, 300_000);

  test.each(KINDS)('valid plans of the kind %s do what the documents say', async (kind) => {
    expect(await verdictsOn(runner, plansOf(version, kind))).toEqual(['match: accepted, as documented']);
  });

  it('a context that holds something else than it says is noticed', async () => {
    const { facts, shape, rules } = runner;
    const liar = {
      ...lying(runner, withState({ inputs: [], outputs: [] })),
      ...(facts && { facts }),
      ...(shape && { shape }),
      ...(rules && { rules }),
    };
    const verdicts = await verdictsOn(liar, plansOf(version, 'first-set-plain'));
    expect(verdicts.filter((verdict) => !verdict.startsWith('wrong-effect: '))).toEqual([]);
  });

  it('a first set with its own flag alone is refused, as the baseline says', async () => {
    const fences = new Set([...fencesOf(version)].filter((one) => one !== 'effects/first-set-fee-payer'));
    const made = fc.sample(breaking('effects/first-set-fee-payer', fences), { seed: 3, numRuns: 1 });
    expect(
      await verdictsOn(
        runner,
        made.map(({ plan }) => plan),
      ),
    ).toEqual(['spurious-error: the documents allow this, the program rejected it']);
  });
});

describe('Plans in the world of v1 trees', () => {
  const plans = KINDS.flatMap((kind) => plansOf('0.18.0', kind));

  it('name no account of a v2 tree, and send their outputs to trees', () => {
    const text = JSON.stringify(plans, (_, value: unknown) => (typeof value === 'bigint' ? '' : value));
    expect(text.match(/"(?:tree|queue|context):[1-5]"|"address-tree"/)).toBeNull();
    for (const { accounts, data } of plans.flatMap(invocationsIn))
      for (const { treeIndex } of data.outputs)
        expect(takesOutputs(accounts[11 + treeIndex]?.key ?? 'noop')).toBe(true);
  });

  it('prove nothing by index, and send signer seeds to 0.10.0 alone', () => {
    for (const { data } of plans.flatMap(invocationsIn)) {
      expect(data.inputs.some(({ proveByIndex }) => proveByIndex)).toBe(false);
      expect(data.signerSeeds).toBeUndefined();
    }
    const [first] = plansOf('0.10.0', 'direct').flatMap(invocationsIn);
    expect(first?.data.signerSeeds).toBe(true);
  });

  it('are untouched on the versions with v2 trees', () => {
    const [made] = fc.sample(valid(new Set(), ['direct']), { seed: 3, numRuns: 1 });
    const pair = { plan: made?.plan as Plan, twin: null };
    expect(inFormerWorld(pair, new Set(traitsOf('0.27.0')))).toBe(pair);
  });
});

describe('What cannot be asked of them', () => {
  it('names rules, laws and sweeps that exist, and is asked of 0.27.0', () => {
    const known = new Set([...RULES, ...LAWS, ...claims()].map(({ id }) => id));
    expect(Object.keys(FORMER_NEEDS).filter((id) => !known.has(id))).toEqual([]);
    const former = Object.keys(FORMER_NEEDS).filter((id) => NEEDS[id] === undefined); // else it has a reason of its own
    expect(former.filter((id) => notApplicable(id, '0.27.0') !== null)).toEqual([]);
    for (const { why } of Object.values(FORMER_NEEDS)) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('leaves every other rule of the default areas with cases', () => {
    const fences = fencesOf('0.18.0');
    const asked = RULES.filter(
      ({ id, area }) => !FAMILY_AREAS.includes(area) && notApplicable(id, '0.18.0') === null,
    );
    expect(asked.length).toBeGreaterThan(80);
    for (const { id } of asked)
      expect(fc.sample(breaking(id, new Set([...fences].filter((one) => one !== id))), 1)).toHaveLength(1);
  });
});
