// The exit code that a list of problems adds up to.
import type { Problem, ProblemKind } from './report-types';

export const EXIT = { green: 0, nonconformance: 1, badInput: 2, fault: 3, vacuous: 4, stale: 5 } as const;

export const CODE_OF: Readonly<Record<ProblemKind, number>> = {
  fault: EXIT.fault,
  'runner-disagrees': EXIT.fault,
  'unlisted-deviation': EXIT.nonconformance,
  'unlisted-unreached': EXIT.nonconformance,
  'fails-differently': EXIT.nonconformance,
  'observed-changed': EXIT.nonconformance,
  stale: EXIT.stale,
  unexplained: EXIT.stale,
  expired: EXIT.stale,
  'fence-without-deviation': EXIT.stale,
  'under-sampled': EXIT.vacuous,
  vacuous: EXIT.vacuous,
};

/** What outweighs what: a broken tool says nothing about the programs; a finding outweighs a missing one. */
const PRECEDENCE: readonly number[] = [
  EXIT.fault,
  EXIT.badInput,
  EXIT.nonconformance,
  EXIT.stale,
  EXIT.vacuous,
];

/** The weightiest of several exit codes; 0 of none. */
export function worstExit(codes: readonly number[]): number {
  return PRECEDENCE.find((code) => codes.includes(code)) ?? EXIT.green;
}

/** The weightiest of the problems' exit codes; 0 without problems. */
export function exitCodeOf(problems: readonly Problem[]): number {
  return worstExit(problems.map(({ kind }) => CODE_OF[kind]));
}

/** The problems in the order of their exit codes' weight, otherwise as they were. */
export function weightiestFirst(problems: readonly Problem[]): readonly Problem[] {
  const weight = ({ kind }: Problem): number => PRECEDENCE.indexOf(CODE_OF[kind]);
  return problems.toSorted((a, b) => weight(a) - weight(b));
}
