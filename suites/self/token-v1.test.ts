// Tokens in v1 trees under real proofs, and tokens where the token program calls InvokeCpi: the real programs agree, and what is wrong is caught.
import { openBankrun, type Backend } from '../../harness/backend';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { fencesOf, parseBaseline } from '../../report/baseline';
import { projectRoot } from '../../programs/root';
import { allNotApplicable, notApplicable } from '../../spec/needs';
import type { Rule } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { shapeOf, traitsOf } from '../../spec/versions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askedIn } from '../asked';
import type { Runner } from '../runner';
import { collect, verdicts, type Recorded } from './collect';

const CASES = 3;
const SETUP = 600_000; // milliseconds

const isTheirs = (version: string, { id, area }: Pick<Rule, 'id' | 'area'>): boolean =>
  area === 'token' && notApplicable(id, version) === null;
const V1 = /^token\/(?:v1-|moves-ahead)/;

/** What rules about proofs say of any account. */
const SAID_ELSEWHERE = RULES.filter(
  ({ area, expects }) => area === 'proofs' && expects.kind === 'rejects',
).map(({ id }) => id);

/** What an older version answers with a code of its own: the documents number it otherwise. */
const OTHER_CODE: Readonly<Record<string, readonly string[]>> = {
  '0.18.0': ['token/v1-other-proof', 'token/v1-only-what-is-there'],
};

const fencesIn = (version: string): ReadonlySet<string> => {
  const file = join(projectRoot(), 'baselines', `${version}.json`);
  const known = fencesOf(parseBaseline(readFileSync(file, 'utf8'), file));
  return new Set([...known, ...allNotApplicable(version), ...traitsOf(version)]);
};

const open = async (version: string): Promise<Backend & Runner> => {
  await fetchRelease(version);
  const { systemProgram, accountCompression, noop, token, fixtures } = loadRelease(version);
  const own = { systemProgram, accountCompression, caller: loadCaller() };
  const programs = { ...own, ...(noop && { noop }), ...(token && { token }) };
  return {
    ...(await openBankrun({ programs, fixtures })),
    shape: shapeOf(version),
    rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
  };
};

/** 0.27.0 is asked about v1 trees alone: the rest is like later versions. */
const ASKED: readonly (readonly [version: string, rules: readonly Rule[]])[] = [
  ['0.27.0', RULES.filter((rule) => isTheirs('0.27.0', rule) && V1.test(rule.id))],
  ['0.18.0', RULES.filter((rule) => isTheirs('0.18.0', rule))],
  ['0.10.0', RULES.filter((rule) => isTheirs('0.10.0', rule))],
];

const accepting = (recorded: readonly Recorded[]): readonly Recorded[] =>
  recorded.map(({ plan, ...rest }) => ({
    ...rest,
    plan: {
      ...plan,
      transactions: plan.transactions.map((outcome) => ({ ...outcome, raised: null, failedAt: null })),
    },
  }));

/** SPL tokens stay where they are. */
const unmoved = (recorded: readonly Recorded[]): readonly Recorded[] =>
  recorded.map(({ plan, ...rest }) => ({
    ...rest,
    plan: {
      ...plan,
      transactions: plan.transactions.map((outcome) => ({
        ...outcome,
        after: { ...outcome.after, tokens: new Map() },
      })),
    },
  }));

describe.each(ASKED)('Tokens on %s', (version, rules) => {
  let runner: Backend & Runner;
  const cases = new Map<string, readonly Recorded[]>();
  beforeAll(async () => {
    runner = await open(version);
    const fences = fencesIn(version);
    for (const { id } of rules) cases.set(id, await collect(runner, { claim: id, runs: CASES, fences }));
  }, SETUP);
  afterAll(() => {
    runner.close();
  });
  const judged = (rule: Rule, change: (seen: readonly Recorded[]) => readonly Recorded[] = (seen) => seen) =>
    verdicts(change(cases.get(rule.id) ?? []), askedIn({ id: rule.id, rule }, runner));

  it('are minted, spent, shared and refused as the model says', () => {
    const other = rules.filter((rule) => judged(rule).some((kind) => kind !== 'match')).map(({ id }) => id);
    expect(other).toEqual(OTHER_CODE[version] ?? []);
    for (const rule of rules.filter(({ id }) => other.includes(id)))
      expect(new Set(judged(rule))).toEqual(new Set(['undocumented-code']));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('refute a model without %s', (id, rule) => {
    const model = askedIn({ id, rule }, runner);
    const without = verdicts(cases.get(id) ?? [], { ...model, dropped: new Set([id, ...SAID_ELSEWHERE]) });
    expect(without).not.toEqual(judged(rule));
  });

  const refusing = rules.filter(({ expects }) => expects.kind === 'rejects');
  it.each(refusing.map((rule) => [rule.id, rule] as const))(
    'are caught where %s is not refused',
    (_id, rule) => {
      expect(judged(rule, accepting)).not.toContain('match');
    },
  );

  it('are caught where a move in a write leaves the SPL tokens where they are', () => {
    const rule = rules.find(({ id }) => id === 'token/moves-ahead');
    expect(rule && judged(rule, unmoved)).toContain('observed-changed');
  });

  it('are caught where no proof is valid', () => {
    for (const rule of rules.filter(({ id }) => /v1-(?:spend|shared)$/.test(id))) {
      const model = askedIn({ id: rule.id, rule }, runner);
      const unproven = { ...model, shape: { ...model.shape, proofs: [] } };
      expect(verdicts(cases.get(rule.id) ?? [], unproven)).not.toContain('match');
    }
  });
});
