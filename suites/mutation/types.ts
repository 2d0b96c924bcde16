// What an engine can be asked about mutants of the system program.
import type { TextRange } from '../../harness/mutation/text-frames';
import type { CaseRange, CaseReference, Mutant, Trial } from '../../spec/mutation';
import type { CaseName, Comparison } from '../../spec/survivor';

/** Of one case, by instruction: see harness/mutation/traces.ts. Bits by pc. */
export type CaseTrace = {
  readonly executed: Uint8Array;
  readonly jumped: Uint8Array;
  readonly wentOn: Uint8Array;
};

/** The traces of a claim's first cases, and what the program does with each. */
export type ClaimTrace = {
  readonly traces: readonly CaseTrace[];
  /** Of each case: whether InvokeCpi is the only instruction that invokes. */
  readonly onlyInvokeCpi: readonly boolean[];
  readonly references: readonly CaseReference[];
};

export type MutationEngine = {
  /** Of the first cases of a claim (its twin's too), on a validator that traces. */
  readonly trace: (claim: string, cases: number) => Promise<ClaimTrace>;
  /** What the program under test does with cases of a claim. */
  readonly refer: (claim: string, indices: readonly number[]) => Promise<readonly CaseReference[]>;
  /** Runs the cases on the mutant and says which claims notice it. */
  readonly attempt: (mutant: Mutant, ranges: readonly CaseRange[]) => Promise<Trial>;
  /** What becomes of the difference that a mutant makes, in the cases that execute it. */
  readonly compare: (
    mutant: Mutant,
    cases: readonly CaseName[],
    texts: readonly TextRange[],
  ) => Promise<Comparison>;
};
