// Whether a plan makes the attempt that a rule of the area `codes` is about.
import { TRIALS } from '../spec/attempts';
import type { Plan } from '../spec/plan';
import { DATA_END_CHECKS } from './attempts/data-ends';
import { FLAG_CHECKS } from './attempts/flag-bytes';
import { LAMPORT_CHECKS, OWNER_CHECKS } from './attempts/amounts';
import { CONTEXT_CHECKS, INITIALIZATION_CHECKS } from './attempts/contexts';
import { ADDRESS_CHECKS, PROOF_CHECKS, READ_ONLY_CHECKS } from './attempts/proofs';
import { SIZE_CHECKS } from './attempts/sizes';
import { HEADER_CHECKS, TREE_CHECKS } from './attempts/trees';
import { triedIn, type TriedCheck, type TriedChecks } from './attempts/tried';

const BY_NAME: TriedChecks = {
  ...LAMPORT_CHECKS,
  ...OWNER_CHECKS,
  ...TREE_CHECKS,
  ...SIZE_CHECKS,
  ...DATA_END_CHECKS,
  ...FLAG_CHECKS,
  ...HEADER_CHECKS,
  ...PROOF_CHECKS,
  ...ADDRESS_CHECKS,
  ...READ_ONLY_CHECKS,
  ...CONTEXT_CHECKS,
  ...INITIALIZATION_CHECKS,
};

/** By rule id. */
export const ATTEMPT_CHECKS: ReadonlyMap<string, TriedCheck> = new Map(
  TRIALS.flatMap(({ id, name }) => {
    const check = BY_NAME[name];
    return check === undefined ? [] : [[id, check] as const];
  }),
);

/** Whether the plan makes the rule's attempt, as its values say; false for a rule of another area. */
export const makesAttempt = (rule: string, plan: Plan): boolean => {
  const tried = triedIn(plan);
  return tried !== undefined && ATTEMPT_CHECKS.get(rule)?.(tried) === true;
};
