// What plans reached in the compiled program: plain data between the process that traces and the one that reports.
import type { Plan } from './plan';
import type { Verdict } from './verdict';

/** Both ends of an edge are one number: the pc in front times this, and the pc behind; programs have fewer slots. */
export const EDGE_WIDTH = 1_000_000;

/** A place in the code that chose an error: the instruction, the call that asked for its number, and the number. */
export type Raise = {
  readonly pc: number;
  readonly call: number;
  readonly code: number;
  /** Plans that reached it. */
  readonly plans: number;
  /** Those of them that ended with this number of the system program. */
  readonly refused: number;
};

/** What the plans of one claim reached. Edges are numbers: a million times the pc in front, and the pc behind. */
export type ClaimReach = {
  readonly claim: string;
  /** Plans that ran, twins too; those that fit into no packet did not. */
  readonly plans: number;
  /** Pcs of executed instructions, ascending. */
  readonly pcs: readonly number[];
  readonly edges: readonly number[];
  readonly raised: readonly Raise[];
};

/** Half of the executions of a guided run are plans of these claims, the other half are made from what reached new edges. */
export type GuidedRequest = {
  readonly claims: readonly string[];
  readonly executions: number;
  /** How many smaller plans are tried for each kept plan and each deviation. */
  readonly tries: number;
};

/** A plan that reached edges that nothing before it did. */
export type CorpusEntry = {
  /** The claim that its first ancestor is a case of. */
  readonly claim: string;
  readonly plan: Plan;
  /** The sweep that it was judged as, and is replayed as. */
  readonly judgedAs: string;
  /** At which execution it was found, and through how many changes. */
  readonly execution: number;
  readonly changes: number;
  /** What it was the first to reach, ascending. */
  readonly edges: readonly number[];
  /** Those of them that the unguided run of as many executions does not reach. */
  readonly beyond: readonly number[];
  /** What is left of it while all of `beyond` stays reached, or itself where nothing is beyond. */
  readonly isMinimised: boolean;
  readonly outcome: string;
  readonly verdict: Verdict;
};

/** A plan that did not do what the documents say, smallest of its kind. */
export type GuidedFinding = {
  readonly claim: string;
  readonly plan: Plan;
  readonly judgedAs: string;
  readonly verdict: Verdict;
  /** Rules that some invocation of the transaction breaks or makes use of which the verdict is about, sorted. */
  readonly exercised: readonly string[];
  readonly count: number;
  /** Whether the other runtime says the same; if not, it says nothing about the program. */
  readonly isConfirmed: boolean;
};

/** A plan at which the suite itself failed, smallest of its kind; `cause` is the error's name and message. */
export type GuidedFault = {
  readonly claim: string;
  readonly plan: Plan;
  readonly judgedAs: string;
  readonly cause: string;
  readonly count: number;
  /** Whether it failed while a deviation was tried again on the run's own runtime; else while plans were traced. */
  readonly whenConfirming: boolean;
};

export type GuidedResult = {
  readonly executions: number;
  /** Of them, plans that were made by changing others. */
  readonly changed: number;
  /** Executions that made the corpus smaller; they come on top. */
  readonly minimising: number;
  readonly guided: readonly number[];
  /** Plans of the unguided run that could be sent and judged; those that could not are not replaced. */
  readonly unguidedExecutions: number;
  /** Of as many executions of plans as generators make them. */
  readonly unguided: readonly number[];
  readonly corpus: readonly CorpusEntry[];
  readonly findings: readonly GuidedFinding[];
  /** Verdicts by kind, over all plans of the guided run. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** Plans that cannot be sent, by reason: the name of an error, or a sentence on what the plan asks for that cannot be. */
  readonly skipped: Readonly<Record<string, number>>;
  /** What must not happen, whatever the plan. */
  readonly faults: readonly GuidedFault[];
};

/** A stretch of code that runs as a whole: pcs from `start` to `end` (exclusive), and how many instructions. */
export type CodeBlock = { readonly start: number; readonly end: number; readonly size: number };

export type CodeFunction = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** How calls lead there from the entry point; `indirectly`: only through what a register holds. */
  readonly reached: 'directly' | 'indirectly' | 'never';
  readonly blocks: readonly CodeBlock[];
};

/** What a compiled program is made of, as far as a report speaks of it. */
export type ProgramShape = {
  readonly functions: readonly CodeFunction[];
  /** All that can be read from the code; where `callx` leads is known only when it runs. */
  readonly edges: readonly number[];
  /** Places that choose an error by a constant. */
  readonly sites: readonly { readonly pc: number; readonly call: number; readonly code: number }[];
  /** Where the code begins in the file, in bytes; eight bytes a pc. */
  readonly textOffset: number;
  /** The instructions from one pc up to another, a line each. */
  readonly disassemble: (from: number, to: number) => readonly string[];
};
