// The part of the engine that runs pairs of rules.
import type { EngineOptions, PairEngine } from '../engine-types';
import type { Runner } from '../runner';
import { replayPair } from './replay-pair';
import { runPairs } from './run-pairs';

type Opened = Pick<EngineOptions, 'seed' | 'beforeCase'> & { readonly runner: Runner };

/** Pairs on programs that are open already; a watchdog is told of every plan. */
export const pairEngine = ({ runner, seed, beforeCase }: Opened): PairEngine => ({
  runPairs: ({ pairs, cases }) => {
    let sent = 0;
    const beforePlan = (): void => beforeCase?.(pairs[0]?.first ?? '', (sent += 1));
    return runPairs({ runner, pairs, cases, seed, beforePlan });
  },
  replayPair: (input) => replayPair(runner, input),
});
