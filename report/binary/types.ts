// What coverage.json says: how much of the compiled program the plans of a run executed.
import type { ClaimKind, ProgramHashes } from '../../spec/result';
import type { GuidedReport } from './guided';

/** How many of each; of an executed part, or of all there is. */
export type Counts = {
  readonly instructions: number;
  readonly blocks: number;
  readonly edges: number;
  readonly functions: number;
};

/** Executed, of all there is. */
export type Extent = { readonly executed: Counts; readonly all: Counts };

export type ClaimCoverage = {
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly area: string;
  readonly plans: number;
  readonly executed: Counts;
  /** Edges that the plans of no other claim took. */
  readonly onlyHere: number;
};

export type AreaCoverage = {
  readonly area: string;
  readonly claims: number;
  readonly plans: number;
  readonly executed: Counts;
};

/** A place in the code that chooses an error. `inCode`: found without running anything. */
export type SiteCoverage = {
  readonly pc: number;
  readonly fileOffset: number;
  readonly function: string;
  readonly call: number;
  readonly inCode: boolean;
  readonly plans: number;
  readonly refused: number;
};

export type CodeCoverage = {
  readonly code: number;
  readonly name: string;
  readonly sites: readonly SiteCoverage[];
};

/** A function with instructions that never ran; `ranges` are pcs, from and to (exclusive). */
export type Unexecuted = {
  readonly function: string;
  readonly start: number;
  readonly end: number;
  readonly fileOffset: number;
  readonly reached: 'directly' | 'indirectly' | 'never';
  readonly instructions: number;
  readonly missing: number;
  readonly ranges: readonly (readonly [number, number])[];
};

export type BinaryCoverage = {
  readonly formatVersion: 1;
  readonly programs: ProgramHashes;
  readonly seed: number;
  /** Of each claim; a case is a plan, and its twin where it has one. */
  readonly cases: number;
  readonly plans: number;
  /** All of `.text`. */
  readonly total: Extent;
  /** Only functions that direct calls lead to from the entry point. */
  readonly calledDirectly: Extent;
  /** Only functions that ran. */
  readonly entered: Extent;
  /** Edges into functions that only a register named: they are in no list of all edges. */
  readonly indirectCalls: number;
  readonly areas: readonly AreaCoverage[];
  readonly claims: readonly ClaimCoverage[];
  readonly codes: readonly CodeCoverage[];
  /** Largest first. */
  readonly unexecuted: readonly Unexecuted[];
  readonly guided?: GuidedReport;
};
