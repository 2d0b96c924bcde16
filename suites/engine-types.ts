// The engine that jest suites and CLI share: opens the programs once, runs claims, replays witnesses.
import type { ClaimKind, ClaimResult, ObservedCode, ProgramHashes, Witness } from '../spec/result';
import type { Law, LAWS_AREA } from '../spec/law';
import type { Area, Rule } from '../spec/rule';
import type { Observation } from '../spec/outcome';
import type { Prediction } from '../spec/prediction';
import type { Plan } from '../spec/plan';
import type { BackendName, Disagreement } from '../spec/runtime';
import type { Verdict } from '../spec/verdict';
import type { Sight } from '../spec/comparison';
import type { Pair, PairResult } from '../spec/precedence';
import type { TraceEngine } from './traces/trace-engine';
import type { ModelMutationEngine } from './model-mutation/engine';
import type { MutationEngine } from './mutation/types';
import type { PairReplay, PairReplayInput } from './precedence/replay-pair';

export type Claim = {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly area: Area | typeof LAWS_AREA;
  /** Present-tense sentence. */
  readonly title: string;
  /** The rule, for claims of kind `rule`. */
  readonly rule: Rule | null;
  /** The law, for claims of kind `law`. */
  readonly law?: Law;
  /** Of a sweep: what its cases are made of. */
  readonly draws?: string;
  /** Cases in a full run. */
  readonly defaultRuns: number;
};

export type ProgramFiles = {
  /** Published version that the fixtures (and the programs not given by path) come from. */
  readonly version: string;
  readonly systemProgram?: string;
  readonly accountCompression?: string;
};

export type EngineOptions = ProgramFiles & {
  /** Left out, bankrun. */
  readonly backend?: BackendName;
  readonly seed: number;
  /** Overrides each claim's number of cases. */
  readonly runs?: number;
  readonly fences: ReadonlySet<string>;
  /** Witnesses of known deviations, which are kept where they still show what they did. */
  readonly known?: readonly Witness[];
  /** Errors that no document names, frozen for the version: another is a change. Left out, any is as good. */
  readonly frozen?: readonly ObservedCode[];
  /** The same of the program with the keys of the committed proofs, which only mutants are tried on. */
  readonly frozenWithKeys?: readonly ObservedCode[];
  /** Counts only: the first case of each finding is kept as it is, instead of a smaller one. */
  readonly quick?: true;
  /** Compute units are observed. */
  readonly metered?: true;
  /** The bytes of what is written, and of what account-compression is handed, are observed. */
  readonly keepsBytes?: true;
  /** Called before each case with its index in the claim, or IN_WITNESS: lets a watchdog name the case that killed the process. */
  readonly beforeCase?: (claim: string, index: number) => void;
};

/** In the place of a case's index: a witness of a known deviation is run. */
export const IN_WITNESS = -2;

export type Replay = {
  readonly verdict: Verdict;
  readonly twinAccepted: boolean | null;
  readonly observation: Observation;
  readonly predictions: readonly Prediction[];
  /** Where the runtimes differ on the plan or its twin; only where there are two. */
  readonly disagreements?: readonly Disagreement[];
};

/** Pairs of rules to break at once, and how many cases of each. */
export type PairsRequest = { readonly pairs: readonly Pair[]; readonly cases: number };

/** What an engine knows of pairs of rules. */
export type PairEngine = {
  readonly runPairs: (request: PairsRequest) => Promise<readonly PairResult[]>;
  readonly replayPair: (input: PairReplayInput) => Promise<PairReplay>;
};

export type Engine = {
  readonly programs: ProgramHashes;
  /** `runs` takes the place of the number of cases that the engine was opened with. */
  readonly run: (claim: string, runs?: number) => Promise<ClaimResult>;
  /** The plan of one case, generated without running it. */
  readonly planOf: (claim: string, index: number) => { readonly plan: Plan; readonly twin: Plan | null };
  readonly replay: (witness: Pick<Witness, 'rule' | 'plan' | 'twin'>) => Promise<Replay>;
  readonly pairs?: PairEngine;
  readonly sights?: SightEngine;
  readonly traces?: TraceEngine;
  readonly wrongModels?: ModelMutationEngine;
  readonly mutation?: MutationEngine;
};

/** What cases do on the programs, without any judgement. */
export type SightEngine = {
  /** Of the first cases of a claim, behind the fences that the engine was opened with and no others. */
  readonly look: (claim: string, cases: number) => Promise<readonly Sight[]>;
  readonly lookAt: (claim: string, plan: Plan) => Promise<Sight>;
};
