// The verdict on one transaction or one case, and the tally of a rule; only `match` is green.
import type { Plan } from './plan';

export type VerdictKind =
  | 'match'
  | 'wrong-code'
  | 'wrong-program'
  | 'missing-error'
  | 'spurious-error'
  | 'undocumented-code'
  | 'panic'
  | 'wrong-effect'
  /** All that is documented holds, but not what was observed when the rule was written. */
  | 'observed-changed'
  /** Two runtimes do different things with the same plan: of a witness only, never of a case. */
  | 'runner-disagrees'
  | 'inconclusive'
  | 'unspecified'
  | 'harness-fault';

export type Verdict = {
  readonly kind: VerdictKind;
  /** Index of the transaction that decided. */
  readonly transaction: number;
  /** Short, stable names of both sides, e.g. `6002` and `accepted`: the axes of the report's matrix. */
  readonly expected: string;
  readonly observed: string;
  /** One sentence in the documents' words. */
  readonly detail: string;
  /** Ids of the rules that the prediction rests on. */
  readonly because: readonly string[];
  /** In sweeps: the rule that the plan breaks besides, and that is known to end so. */
  readonly knownBy?: string;
};

/** A generated case: the plan, and the valid plan that it was made from. */
export type Case = { readonly plan: Plan; readonly twin: Plan | null };
