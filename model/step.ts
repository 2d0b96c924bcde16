// One accepted invocation on its way through the model.
import type { WorldFacts } from '../spec/facts';
import type { ContextShape } from '../spec/context-state';
import type { View } from './view';

/** Whether a rule holds in this model; a wrong-on-purpose model says no for one. */
export type Holds = (rule: string) => boolean;

export type Step = {
  readonly view: View;
  readonly holds: Holds;
  readonly facts: WorldFacts | null;
  /** Of the contexts that the world has. */
  readonly shape: ContextShape;
  /** See ModelOptions. */
  readonly recorded: boolean;
  readonly transactionHashes: boolean;
};
