// The claims that jest suites and CLI run: one for each rule and law, and sweeps whose plans break none, one or several.
import type fc from 'fast-check';
import { SWEEPS } from '../generators/any';
import { breaking, type Generated } from '../generators/breaking';
import { interleaved, sequence } from '../generators/history';
import { roadsOf } from '../generators/laws';
import type { Fences } from '../generators/settings';
import { LAWS_AREA } from '../spec/law';
import { LAWS } from '../spec/laws';
import { RULES } from '../spec/rules';
import type { Claim } from './engine-types';

/** Above the evidence floor of 300, so that a few cases that decide nothing do not end below it. */
const RULE_RUNS = 310;
const SWEEP_RUNS = 1000;
/** A history is as long as ten plans. */
const HISTORY_RUNS = 500;

export type RunnableClaim = Claim & { readonly cases: (fences: Fences) => fc.Arbitrary<Generated> };

const ruleClaims: readonly RunnableClaim[] = RULES.map((rule) => ({
  id: rule.id,
  kind: 'rule',
  area: rule.area,
  title: rule.statement,
  rule,
  defaultRuns: RULE_RUNS,
  cases: (fences) => breaking(rule.id, fences),
}));

const sweepClaims: readonly RunnableClaim[] = [
  ...SWEEPS.map(({ id, area, title, make }): RunnableClaim => ({
    id,
    area,
    title,
    kind: 'sweep',
    rule: null,
    defaultRuns: SWEEP_RUNS,
    cases: make,
  })),
  {
    id: 'modes/sequence',
    area: 'modes',
    title: 'Histories of writes and executions in any order leave the context as the state machine says',
    kind: 'sweep',
    rule: null,
    defaultRuns: HISTORY_RUNS,
    cases: sequence,
  },
  {
    id: 'modes/interleaved',
    area: 'modes',
    title: 'Several contexts written and executed by turns do not get into each other’s way',
    kind: 'sweep',
    rule: null,
    defaultRuns: HISTORY_RUNS,
    cases: interleaved,
  },
];

const lawClaims: readonly RunnableClaim[] = LAWS.map((law) => ({
  id: law.id,
  kind: 'law',
  area: LAWS_AREA,
  title: law.statement,
  rule: null,
  law,
  defaultRuns: RULE_RUNS,
  cases: (fences) => roadsOf(law.id, fences),
}));

export const CLAIMS: readonly RunnableClaim[] = [...ruleClaims, ...sweepClaims, ...lawClaims];

/** All claims, without what it takes to run them. */
export const claims = (): readonly Claim[] =>
  CLAIMS.map(({ id, kind, area, title, rule, law, defaultRuns }) => ({
    id,
    kind,
    area,
    title,
    rule,
    defaultRuns,
    ...(law && { law }),
  }));
export const claimById = (id: string): RunnableClaim | undefined => CLAIMS.find((claim) => claim.id === id);
