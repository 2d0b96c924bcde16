// The three kinds of plans that the benchmark measures: mostly accepted, mixed, mostly rejected.
import fc from 'fast-check';
import { fullValid, typicalValid } from '../generators/any';
import { breaking, type Generated } from '../generators/breaking';
import type { Fences } from '../generators/settings';
import { FAMILY_AREAS } from '../spec/rule';
import { RULES } from '../spec/rules';
import type { RuntimeName } from '../spec/runtime';
import type { RunnableClaim } from '../suites/claims';

/** Goals are wall time over bare replay on that runtime; null where there is none: the figure is for information. */
export type Mix = {
  readonly name: string;
  readonly goals: Readonly<Record<RuntimeName, number>> | null;
  readonly claim: RunnableClaim;
};

const LEFT_OUT: ReadonlySet<string> = new Set(['limits', ...FAMILY_AREAS]);

/** Rules whose violation the documents answer with an error; limits, which send kilobytes, and what runs with --all left out. */
const REJECTING = RULES.filter(({ expects, area }) => expects.kind === 'rejects' && !LEFT_OUT.has(area));

const violations = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.oneof(...REJECTING.map(({ id }) => breaking(id, fences)));

/** As in a run, which puts the generators of a claim together once for all of its cases. */
const once = (cases: RunnableClaim['cases']): RunnableClaim['cases'] => {
  const made = new WeakMap<Fences, fc.Arbitrary<Generated>>();
  return (fences) => {
    const known = made.get(fences) ?? cases(fences);
    made.set(fences, known);
    return known;
  };
};

const claimOf = (name: string, cases: RunnableClaim['cases']): RunnableClaim => ({
  id: `bench/${name}`,
  kind: 'sweep',
  area: 'effects',
  title: name,
  rule: null,
  defaultRuns: 0,
  cases: once(cases),
});

export const MIXES: readonly Mix[] = [
  {
    name: 'mostly accepted',
    goals: { bankrun: 1.4, litesvm: 1.2 },
    claim: claimOf('mostly-accepted', typicalValid),
  },
  { name: 'mixed', goals: { bankrun: 1.7, litesvm: 1.4 }, claim: claimOf('mixed', violations) },
  {
    name: 'mostly rejected',
    goals: { bankrun: 2.0, litesvm: 1.7 },
    claim: claimOf('mostly-rejected', (fences) =>
      violations(fences).map((generated) => ({ ...generated, twin: null })),
    ),
  },
  { name: 'full contexts', goals: null, claim: claimOf('full-contexts', fullValid) },
];
