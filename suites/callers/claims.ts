// What is asked of somebody's own caller: valid calls of every kind, and each rule that a call through it can break.
import fc from 'fast-check';
import { breaking, type Generated } from '../../generators/breaking';
import { eachInvocation, invocationsOf } from '../../generators/laws/roads';
import { renamedPlan, SAME_NAMES } from '../../generators/laws/names';
import type { ScenarioKind } from '../../generators/scenario';
import type { Fences } from '../../generators/settings';
import { valid } from '../../generators/valid';
import { firstDifference } from '../../report/difference';
import { SLOT } from '../../spec/invoke-cpi';
import { notApplicable } from '../../spec/needs';
import type { Invocation, Plan } from '../../spec/plan';
import type { Area, Rule } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import type { CallerName } from '../../spec/world';

/** The caller in whose place somebody's own program stands. */
export const GUEST: CallerName = 'A';

const KINDS: Readonly<Partial<Record<ScenarioKind, string>>> = {
  direct: 'An InvokeCpi that creates accounts is accepted and creates them',
  spend: 'An InvokeCpi that spends accounts is accepted and spends them',
  compress: 'An InvokeCpi that compresses SOL is accepted and moves it',
  decompress: 'An InvokeCpi that decompresses SOL is accepted and moves it',
  'first-set': 'The first write to a CPI context is accepted and stored',
  set: 'A further write to a CPI context is accepted and stored behind the earlier ones',
  execute: 'An execution of a CPI context is accepted and creates what was written',
  'execute-spend': 'An execution that spends as well is accepted',
  'direct-v1': 'An InvokeCpi that creates accounts in a v1 tree is accepted and creates them',
  'execute-v1': 'An execution of a CPI context of a v1 tree is accepted',
};

/** Those of the default run whose calls fit into one packet: capacities of a context take more, or another instruction. */
const AREAS: readonly Area[] = ['instruction-data', 'accounts', 'signer-checks', 'modes', 'validation'];

/** Flags that the documents leave free, and that a program which is no test has the usual way. */
const USUAL_FLAGS = [
  'accounts/authority-signer-optional',
  'accounts/authority-writable-optional',
  'accounts/registered-program-pda-writable-optional',
  'accounts/account-compression-authority-writable-optional',
] as const;

/** They need a second program around the call, or are about flags that a program has the usual way. */
const NOT_ASKED: ReadonlySet<string> = new Set([
  ...USUAL_FLAGS,
  'signer-checks/impersonation',
  'signer-checks/delegated-authority',
]);
const UNUSED = 'accounts/unused-slot-free';

export type GuestClaim = {
  readonly id: string;
  readonly statement: string;
  /** null for valid calls. */
  readonly rule: Rule | null;
  readonly cases: fc.Arbitrary<Generated>;
};

/** Slot 3 is never read: what programs put there is the noop program. */
const usual = (invocation: Invocation): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((meta, slot) =>
    slot === SLOT._unused ? { key: 'noop', signer: false, writable: false } : meta,
  ),
});

const straight = (invocation: Invocation): Invocation => ({ ...invocation, through: [] });

/** Whose call it is about: the first one that the edit changed, else the last. */
const actorIn = ({ plan, twin }: Generated): CallerName => {
  const calls = invocationsOf(plan);
  const before = twin === null ? [] : invocationsOf(twin);
  const changed = calls.find((call, at) => firstDifference(before[at], call) !== null);
  return (twin === null ? calls.at(-1) : (changed ?? calls.at(-1)))?.caller ?? GUEST;
};

const swapped =
  (actor: CallerName) =>
  (name: CallerName): CallerName => {
    if (name === actor) return GUEST;
    return name === GUEST ? actor : name;
  };

/** The case with the guest in the place of the one that it is about, called by the transaction itself. */
const forGuest = (generated: Generated, ready: (invocation: Invocation) => Invocation): Generated => {
  const names = { ...SAME_NAMES, caller: swapped(actorIn(generated)) };
  const turn = (plan: Plan): Plan =>
    eachInvocation(renamedPlan(plan, names), (invocation) => ready(straight(invocation)));
  const { plan, twin, fenced } = generated;
  return { plan: turn(plan), twin: twin === null ? null : turn(twin), fenced };
};

const validClaims = (fences: Fences): readonly GuestClaim[] =>
  Object.entries(KINDS).map(([kind, statement]) => ({
    id: `valid/${kind}`,
    statement,
    rule: null,
    cases: valid(fences, [kind as ScenarioKind]).map(({ plan }) =>
      forGuest({ plan, twin: null, fenced: [] }, usual),
    ),
  }));

const isAsked = (rule: Rule, version: string): boolean =>
  rule.provenance === 'documented' &&
  AREAS.includes(rule.area) &&
  !NOT_ASKED.has(rule.id) &&
  rule.recorded !== true &&
  notApplicable(rule.id, version) === null;

/** The claims about callers of a version's programs, in a fixed order. */
export const guestClaims = (version: string, known: Fences): readonly GuestClaim[] => {
  const fences = new Set([...known, ...USUAL_FLAGS]);
  const rules = RULES.filter((rule) => isAsked(rule, version)).map((rule): GuestClaim => ({
    id: rule.id,
    statement: rule.statement,
    rule,
    cases: breaking(rule.id, fences).map((generated) =>
      forGuest(generated, rule.id === UNUSED ? (one) => one : usual),
    ),
  }));
  return [...validClaims(fences), ...rules];
};
