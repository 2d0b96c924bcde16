// The messages between the command and its worker processes; bigints, sets and maps travel as they are.
import type { TextRange } from '../harness/mutation/text-frames';
import type { ClaimResult, ProgramHashes, Witness } from '../spec/result';
import type { ClaimRefutations } from '../spec/model-mutation';
import type { CaseRange, CaseReference, Mutant, Trial } from '../spec/mutation';
import type { CaseName, Comparison } from '../spec/survivor';
import type { Sight } from '../spec/comparison';
import type { Plan } from '../spec/plan';
import type { ClaimReach, GuidedRequest, GuidedResult } from '../spec/reach';
import type { PairResult } from '../spec/precedence';
import type { EngineOptions, PairsRequest, Replay } from '../suites/engine-types';
import type { RefuteRequest } from '../suites/model-mutation/engine';
import type { ClaimTrace } from '../suites/mutation/types';
import type { PairReplay, PairReplayInput } from '../suites/precedence/replay-pair';

/** Everything of EngineOptions that can be sent. */
export type OpenOptions = Omit<EngineOptions, 'beforeCase'>;
export type ReplayInput = Pick<Witness, 'rule' | 'plan' | 'twin'>;
export type PlannedCase = { readonly plan: Plan; readonly twin: Plan | null };

export type Request =
  | { readonly type: 'open'; readonly options: OpenOptions; readonly progressFile: string }
  | { readonly type: 'run'; readonly claim: string; readonly runs?: number }
  | { readonly type: 'plan'; readonly claim: string; readonly index: number }
  | { readonly type: 'replay'; readonly witness: ReplayInput }
  | { readonly type: 'pairs'; readonly request: PairsRequest }
  | { readonly type: 'look'; readonly claim: string; readonly cases: number }
  | { readonly type: 'lookAt'; readonly claim: string; readonly plan: Plan }
  | { readonly type: 'reach'; readonly claim: string; readonly cases: number }
  | { readonly type: 'guided'; readonly request: GuidedRequest }
  | { readonly type: 'refute'; readonly request: RefuteRequest }
  | { readonly type: 'trace'; readonly claim: string; readonly cases: number }
  | { readonly type: 'refer'; readonly claim: string; readonly indices: readonly number[] }
  | { readonly type: 'mutant'; readonly mutant: Mutant; readonly ranges: readonly CaseRange[] }
  | {
      readonly type: 'compare';
      readonly mutant: Mutant;
      readonly cases: readonly CaseName[];
      readonly texts: readonly TextRange[];
    }
  | { readonly type: 'pair'; readonly input: PairReplayInput };

/** What each request is answered with. */
export type Answers = {
  readonly open: ProgramHashes;
  readonly run: ClaimResult;
  readonly plan: PlannedCase;
  readonly replay: Replay;
  readonly pairs: readonly PairResult[];
  readonly pair: PairReplay;
  readonly look: readonly Sight[];
  readonly lookAt: Sight;
  readonly reach: ClaimReach;
  readonly guided: GuidedResult;
  readonly refute: ClaimRefutations;
  readonly trace: ClaimTrace;
  readonly refer: readonly CaseReference[];
  readonly mutant: Trial;
  readonly compare: Comparison;
};

export type Reply =
  | { readonly type: 'done'; readonly value: unknown }
  | {
      readonly type: 'failed';
      readonly message: string;
      readonly stack: string;
      /** The exit code that the error carries; null for an internal error. */
      readonly exitCode: number | null;
    };
