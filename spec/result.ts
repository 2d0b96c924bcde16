// What running claims yields: results per claim, witnesses, baselines. Plain data, shared by suites, report and CLI.
import type { CodeColumn } from './codes/types';
import type { Plan } from './plan';
import type { Disagreement, Recorded } from './runtime';
import type { VerdictKind } from './verdict';

/** sha256 digests (hex) of what was loaded, and the published version that the fixtures come from. */
export type ProgramHashes = {
  readonly version: string;
  readonly systemProgram: string;
  readonly accountCompression: string;
  readonly caller: string;
};

/** A self-contained case: replays without generator or seed. `bigint` fields are decimal strings in the file. */
export type Witness = Recorded & {
  readonly formatVersion: 1;
  readonly rule: string;
  readonly kind: 'deviation' | 'exemplar';
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  readonly detail: string;
  readonly plan: Plan;
  /** The valid plan that `plan` was made from, or a law's first road; null where there is none. */
  readonly twin: Plan | null;
  readonly programs: ProgramHashes;
};

/** How often one pair of expectation and observation occurred. */
export type MatrixEntry = {
  readonly expected: string;
  readonly observed: string;
  readonly verdict: VerdictKind;
  readonly count: number;
};

/** All cases of one claim that deviate in the same way, with the smallest of them. */
export type Finding = {
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  /** None for a known deviation that only its witness has shown. */
  readonly count: number;
  readonly witness: Witness;
  /** Ids of the rules that the witness's prediction rests on. */
  readonly because?: readonly string[];
};

/**
 * A claim is what one suite test asserts: a rule exercised in full (id = the rule's id), or a sweep over an area
 * (id = `<area>/valid`, `<area>/any`, `<area>/sequence`) whose plans break zero, one or several rules, or a law
 * (id = `laws/<name>`): two roads, in `twin` and `plan`, that must leave the same.
 */
export type ClaimKind = 'rule' | 'sweep' | 'law';
export type ClaimResult = {
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly requested: number;
  /** Cases that ran to a verdict. */
  readonly executed: number;
  /**
   * Of those, cases that exercise the rule (for a rejecting rule: that violate it) and have an accepted twin.
   * Of a law: cases whose roads were compared, and in `twins` those of them whose roads were both accepted.
   */
  readonly violating: number;
  readonly twins: number;
  readonly inconclusive: number;
  readonly unspecified: number;
  /** How often the rule's own documented code was raised by the system program. */
  readonly ownCode: number;
  /** Appended leaves that were compared with the hash of the account; hashes are not compared in every claim. */
  readonly leavesVerified: number;
  readonly matrix: readonly MatrixEntry[];
  readonly findings: readonly Finding[];
  /** The smallest matching case with the rule's own code, or for other rules the smallest matching case. */
  readonly exemplar: Witness | null;
  /** For each error seen (`program:code`), one witness: feeds the ledger of undocumented codes. */
  readonly seenCodes: readonly {
    readonly raised: string;
    readonly count: number;
    readonly witness: Witness;
  }[];
  /** Fence id to the number of generated values that it kept on the agreed side. */
  readonly fenced: Readonly<Record<string, number>>;
  /** Id of a coverage item to the number of times that a matching transaction covered it. */
  readonly coverage: Readonly<Record<string, number>>;
  /** The same for transactions that were refused as they must be, but with another error. */
  readonly attempted?: Readonly<Record<string, number>>;
  /** Only where each plan runs on two runtimes: in what they differ, with the smallest plan of each kind. */
  readonly disagreements?: readonly (Disagreement & { readonly count: number; readonly witness: Witness })[];
  /** Outcomes by the instruction that failed, or was the last; cases without an accepted twin are left out. */
  readonly within?: readonly {
    readonly instruction: CodeColumn;
    readonly observed: string;
    readonly count: number;
  }[];
  /** Of a sweep: cases that ended as a rule that they exercise is known to; findings leave them out. */
  readonly putDown?: readonly PutDown[];
};

/** How often a sweep met the known deviation of a rule. */
export type PutDown = { readonly rule: string; readonly observed: string; readonly count: number };

/** A known deviation of one program version. */
export type BaselineEntry = {
  readonly rule: string;
  /** `deviates`: the program does something else. `unreached`: the documented code never appears. */
  readonly status: 'deviates' | 'unreached';
  readonly verdict: VerdictKind;
  readonly expected: string;
  /** The observed outcome, as in the findings. */
  readonly observed: string;
  readonly reason: string;
  /** Where it is discussed. */
  readonly link?: string;
  /** The last day, as 2026-01-31, on which the entry is taken for known; left out, there is none. */
  readonly expires?: string;
  /** Generator fence that keeps other rules' plans on the side where documents and program agree. */
  readonly fence?: string;
  /** File name of the witness, relative to the baseline file; null for `unreached`. */
  readonly witness: string | null;
};

/** Errors that no document names, frozen for this version (provenance `observed`). */
export type ObservedCode = { readonly rule: string; readonly raised: string };

export type Baseline = {
  readonly formatVersion: 1;
  readonly programVersion: string;
  readonly systemProgram: string;
  readonly deviations: readonly BaselineEntry[];
  readonly observed: readonly ObservedCode[];
};
