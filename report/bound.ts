// How much evidence a number of cases without failure is.

/** Violating executions, and twin executions, below which a rule is under-sampled. */
export const EVIDENCE_FLOOR = 300;

/**
 * Upper bound of the failure rate with 95 % confidence after `cases` without a failure: 1 - 0.05^(1/n).
 * Rounded up to six decimals so that every platform writes the same number; null without cases.
 */
export function bound95(cases: number): number | null {
  if (cases === 0) return null;
  return Math.ceil((1 - Math.pow(0.05, 1 / cases)) * 1e6 - 1e-6) / 1e6;
}
