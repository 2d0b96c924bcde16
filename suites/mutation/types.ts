// What an engine can be asked about mutants of the system program.
import type { CaseRange, Mutant, Trial } from '../../spec/mutation';

/** Of one case, by instruction: see harness/mutation/traces.ts. Bits by pc. */
export type CaseTrace = {
  readonly executed: Uint8Array;
  readonly jumped: Uint8Array;
  readonly wentOn: Uint8Array;
};

export type MutationEngine = {
  /** Of the first cases of a claim (its twin's too), on a validator that traces. */
  readonly trace: (claim: string, cases: number) => Promise<readonly CaseTrace[]>;
  /** Runs the cases on the mutant and says which claims notice it. */
  readonly attempt: (mutant: Mutant, ranges: readonly CaseRange[]) => Promise<Trial>;
};
