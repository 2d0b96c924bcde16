// Every version's world opens and takes valid plans of each kind; version 1 contexts are read for what they hold.
import fc from 'fast-check';
import { breaking } from '../../generators/breaking';
import type { ScenarioKind } from '../../generators/scenario';
import { valid } from '../../generators/valid';
import { openBankrun } from '../../harness/backend';
import { DOCUMENTS } from '../../model/options';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { CONTEXT_SIZE } from '../../spec/cpi-context';
import { EVERY_FENCE } from '../../spec/fences';
import { allNotApplicable, NEEDS, notApplicable } from '../../spec/needs';
import { LAWS } from '../../spec/laws';
import { RULES } from '../../spec/rules';
import { FORMER_SIZE, shapeOf, traitsOf } from '../../spec/versions';
import { askedIn } from '../asked';
import { claimById, claims } from '../claims';
import type { Runner } from '../runner';
import { runCase } from '../run-case';
import { inContexts, lying, withState } from './lies';

const KINDS: readonly ScenarioKind[] = [
  'direct',
  'spend',
  'compress',
  'decompress',
  'first-set',
  'first-set-plain',
  'set',
  'execute',
  'execute-spend',
  'spend-written',
  'read-only-variant',
  'initialize',
  'initialize-used',
  'direct-v1',
  'execute-v1',
  'spend-at-once',
  'read-only-0/first-set',
  'read-only-0/execute-spend',
];
const CASES = 3;

const open = async (version: string): Promise<Runner> => {
  await fetchRelease(version);
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  const backend = await openBankrun({ programs, fixtures });
  return {
    ...backend,
    shape: shapeOf(version),
    rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
  };
};

const fencesOf = (version: string): ReadonlySet<string> =>
  new Set([...EVERY_FENCE.map(({ rule }) => rule), ...allNotApplicable(version), ...traitsOf(version)]);

const verdictsOn = async (
  runner: Runner,
  version: string,
  kind: ScenarioKind,
): Promise<readonly string[]> => {
  const plans = fc.sample(valid(fencesOf(version), [kind]), { seed: 3, numRuns: CASES });
  const model = { ...askedIn({ id: '', rule: null }, runner, DOCUMENTS), leaves: true };
  const outcomes = plans.map(({ plan }) => runCase(runner, { plan, twin: null }, { model }));
  const verdicts = (await Promise.all(outcomes)).map(({ verdict }) => `${verdict.kind}: ${verdict.detail}`);
  return [...new Set(verdicts)];
};

describe('A version that does not find accounts by options', () => {
  /** The account modes of InvokeCpiWithReadOnly in a rule's cases, twins too. */
  const modesOf = (rule: string, fences: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      fc
        .sample(breaking(rule, fences), { seed: 3, numRuns: 40 })
        .flatMap(({ plan, twin }) => [plan, twin ?? plan])
        .flatMap(({ transactions }) => transactions.flatMap(({ instructions }) => instructions))
        .flatMap((item) =>
          item.kind === 'invocation' && item.instruction === 'InvokeCpiWithReadOnly'
            ? [item.mode ?? 'slots']
            : [],
        ),
    );
  const DEAF = new Set(['read-only/written-and-executed']);
  const NEITHER = new Set<string>();

  it.each(['read-only/bump', 'read-only/accounts-not-written'])('is asked %s in the slots', (rule) => {
    expect(modesOf(rule, DEAF)).toEqual(new Set(['slots']));
    expect([...modesOf(rule, NEITHER)].toSorted()).toEqual(['slots', 'v2']);
  });

  it.each(['read-only/written-and-executed', 'read-only/authority-signs'])(
    'is asked %s by options all the same',
    (rule) => {
      expect(modesOf(rule, DEAF)).toContain('v2');
    },
  );
});

describe.each(['0.28.3', '0.28.1', '0.28.0-beta.5', '0.27.1-alpha.2', '0.27.0'])('On %s', (version) => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await open(version);
  }, 120_000);

  test.each(KINDS)('valid plans of the kind %s do what the documents say', async (kind) => {
    expect(await verdictsOn(runner, version, kind)).toEqual(['match: accepted, as documented']);
  });

  it('a context that holds something else than it says is noticed', async () => {
    const { facts, shape, rules } = runner;
    const liar = {
      ...lying(runner, withState({ inputs: [], outputs: [] })),
      ...(facts && { facts }),
      ...(shape && { shape }),
      ...(rules && { rules }),
    };
    const verdicts = await verdictsOn(liar, version, 'first-set-plain');
    expect(verdicts.filter((verdict) => !verdict.startsWith('wrong-effect: '))).toEqual([]);
  });
});

const FORMER = '0.27.1-alpha.2';

describe(`On ${FORMER}, whose contexts are larger than the documented ones`, () => {
  let real: Runner;
  beforeAll(async () => {
    real = { ...(await open(FORMER)), unasked: new Set(['effects/fees']) };
  }, 120_000);

  const verdictsOfUse = async (runner: Runner): Promise<ReadonlySet<string>> => {
    const claim = { id: 'initialization/ready-for-use', rule: null };
    const cases = claimById(claim.id)?.cases(fencesOf(FORMER)) ?? fc.constant(undefined);
    const made = fc.sample(cases, { seed: 1, numRuns: 12 });
    const model = askedIn(claim, runner);
    const outcomes = made
      .flatMap((one) => [one?.plan ?? [], one?.twin ?? []].flat())
      .map((plan) => runCase(runner, { plan, twin: null }, { model }));
    return new Set(
      (await Promise.all(outcomes)).map(({ verdict: { kind, detail } }) => `${kind}: ${detail}`),
    );
  };

  it('a context of the documented size stands beside one of theirs in one transaction', async () => {
    expect([...(await verdictsOfUse(real))]).toEqual(['match: accepted, as documented']);
  });

  it.each([CONTEXT_SIZE, FORMER_SIZE])('all contexts having %i bytes is noticed', async (size) => {
    const { runAll, ...liar } = {
      ...real,
      ...lying(
        real,
        inContexts((context) => ({ ...context, size })),
      ),
    };
    expect(runAll).toBeDefined();
    const verdicts = [...(await verdictsOfUse(liar))];
    expect(verdicts.filter((verdict) => verdict.includes(`size is ${size}, expected`))).not.toEqual([]);
  });
});

describe('What is not applicable', () => {
  it('names rules, laws and sweeps that exist, each with a sentence', () => {
    const known = new Set([...RULES, ...LAWS, ...claims()].map(({ id }) => id));
    expect(Object.keys(NEEDS).filter((id) => !known.has(id))).toEqual([]);
    for (const { why } of Object.values(NEEDS)) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('is nothing on the versions that the documents describe, and is said by the rule itself', () => {
    const others = (version: string): readonly string[] =>
      allNotApplicable(version).filter((id) => !/^(?:proofs|token)\//.test(id));
    expect(others('0.28.3')).toEqual([]);
    expect(others('0.27.1-alpha.2')).toEqual([]);
    expect(allNotApplicable('0.27.0')).toContain('limits/outputs');
    expect(RULES.find(({ id }) => id === 'limits/outputs')?.needs?.feature).toBe('context-v2');
  });
});
