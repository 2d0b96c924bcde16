// The claims that jest suites and CLI run: one for each rule and law, and sweeps whose plans break none, one or several.
import type fc from 'fast-check';
import { SWEEPS } from '../generators/any';
import { INVOKE_SWEEPS } from '../generators/any-invoke';
import { attempting, validOfEach } from '../generators/codes/tries';
import { breaking, type Generated } from '../generators/breaking';
import { FAMILY_SWEEPS } from '../generators/family-sweeps';
import { inFormerWorld } from '../generators/former/world';
import { interleaved, sequence } from '../generators/history';
import { roadsOf } from '../generators/laws';
import type { Fences } from '../generators/settings';
import { trialById } from '../spec/attempts';
import { LAWS_AREA } from '../spec/law';
import { LAWS } from '../spec/laws';
import { FAMILY_AREAS } from '../spec/rule';
import { RULES } from '../spec/rules';
import { V1_TREES_ONLY } from '../spec/versions';
import type { Claim } from './engine-types';

/** Above the evidence floor of 300, so that a few cases that decide nothing do not end below it. */
const RULE_RUNS = 310;
const SWEEP_RUNS = 1000;
/** Of InvokeCpi alone, which every run sweeps. */
const MAIN_SWEEP_RUNS = 600;
/** A history is as long as ten plans. */
const HISTORY_RUNS = 310;

/** What the cases of each sweep are made of. */
const DRAWS: Readonly<Record<string, string>> = {
  'effects/valid':
    'valid plans of every kind, with unrelated instructions and compute budgets around them; nothing is broken',
  'validation/any':
    'valid plans of every kind with up to three edits, each of which breaks one rule; at least half of the edits one whose error the documents number',
  'accounts/orders':
    'valid plans with an edit or none, whose accounts are shuffled, dropped, doubled or re-flagged',
  'cpi-guide/graphs':
    'call graphs up to six programs deep and four steps wide, with up to four changes of privileges, accounts, signatures and callees',
  'cpi-guide/tables':
    'the same call graphs sent as version 0, with accounts in one to three tables and up to two things odd about tables and lookups',
  'cpi-guide/large-calls':
    'valid and broken plans of InvokeCpi with 28 to 50 accounts more among the remaining ones, out of lookup tables',
  'read-only/any':
    'valid plans of InvokeCpiWithReadOnly in both account modes, with up to three edits and now and then a shuffled list',
  'account-info/any':
    'valid plans of InvokeCpiWithAccountInfo with up to three edits and now and then a shuffled list',
  'modes/sequence':
    'up to ten transactions and thirty invocations of four programs, mostly on one context: writes, executions, refusals, rollbacks',
  'modes/interleaved':
    'the same on two or three contexts at a time, several of them written or executed in one transaction',
  'token/any':
    'mints, transfers, compressions and decompressions of the published token program, by themselves and on contexts that it shares with our programs, with up to three edits',
  'addresses/any':
    'valid plans beside both kinds of address trees, directly and through contexts of one to three programs, with up to three edits that ask for addresses or claim them',
  'sol/any':
    'valid plans that compress, pass on and decompress SOL, directly or through a context, with up to three edits of sums, slots and balances',
  'sol/histories':
    'up to ten transactions in which four programs compress, split, merge, pass on and decompress SOL in two trees, directly and through contexts',
  'codes/valid': 'the valid plans that attempts at codes start from, of every instruction and account mode',
};

export type RunnableClaim = Claim & { readonly cases: (fences: Fences) => fc.Arbitrary<Generated> };

/** The area `codes` makes its own cases: no fence is about them. */
const casesOf = (rule: string): RunnableClaim['cases'] => {
  const trial = trialById(rule);
  return trial === undefined
    ? (fences) => breaking(rule, fences)
    : () => attempting(trial.name, trial.column);
};

const ruleClaims: readonly RunnableClaim[] = RULES.map((rule) => ({
  id: rule.id,
  kind: 'rule',
  area: rule.area,
  title: rule.statement,
  rule,
  defaultRuns: RULE_RUNS,
  cases: casesOf(rule.id),
}));

const sweepClaims: readonly RunnableClaim[] = [
  ...[...SWEEPS, ...FAMILY_SWEEPS].map((sweep): RunnableClaim => ({
    id: sweep.id,
    area: sweep.area,
    title: sweep.title,
    kind: 'sweep',
    rule: null,
    defaultRuns: FAMILY_AREAS.includes(sweep.area) ? SWEEP_RUNS : MAIN_SWEEP_RUNS,
    cases: sweep.make,
  })),
  ...INVOKE_SWEEPS.map(({ make, ...sweep }): RunnableClaim => ({
    ...sweep,
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
  {
    id: 'codes/valid',
    area: 'codes',
    title: 'Valid plans of every instruction raise no code at all',
    kind: 'sweep',
    rule: null,
    defaultRuns: SWEEP_RUNS,
    cases: () => validOfEach,
  },
];

const lawClaims: readonly RunnableClaim[] = LAWS.map((law) => ({
  id: law.id,
  kind: 'law',
  area: law.area ?? LAWS_AREA,
  title: law.statement,
  rule: null,
  law,
  defaultRuns: RULE_RUNS,
  cases: (fences) => roadsOf(law.id, fences),
}));

const describedSweeps: readonly RunnableClaim[] = sweepClaims.map((claim) => ({
  ...claim,
  draws: claim.draws ?? DRAWS[claim.id] ?? '',
}));

/** The fence of a rule that the law says once more: behind it, its roads would be the same. */
const ASKED_BY: Readonly<Record<string, string>> = { 'laws/unused-fields': 'accounts/unused-slot-free' };

/** Cases of rules are moved to the world of an older version as they are made, since plan and twin have other fences. */
const inItsWorld = (claim: RunnableClaim): RunnableClaim => ({
  ...claim,
  cases: (fences) => {
    if (!fences.has(V1_TREES_ONLY)) return claim.cases(fences);
    const up = new Set([...fences].filter((fence) => fence !== ASKED_BY[claim.id]));
    return claim.cases(fences).map((made) => inFormerWorld(made, up));
  },
});

export const CLAIMS: readonly RunnableClaim[] = [
  ...ruleClaims,
  ...[...describedSweeps, ...lawClaims].map(inItsWorld),
];

/** All claims, without what it takes to run them. */
export const claims = (): readonly Claim[] =>
  CLAIMS.map(({ id, kind, area, title, rule, law, draws, defaultRuns }) => ({
    id,
    kind,
    area,
    title,
    rule,
    defaultRuns,
    ...(law && { law }),
    ...(draws !== undefined && { draws }),
  }));
export const claimById = (id: string): RunnableClaim | undefined => CLAIMS.find((claim) => claim.id === id);
