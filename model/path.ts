// The way that one alternative of a transaction takes: each invocation with what it was judged on and what came of it.
import type { Mode, View } from './view';
import type { ModelWorld } from './world';

export type Step = {
  readonly view: View;
  /** The mode that it was taken for: with both flags set, one of the two write modes. */
  readonly as: Mode;
  /** The world behind it; null where it is what was refused. */
  readonly after: ModelWorld | null;
  /** Ids of the rules that acceptance or refusal rests on. */
  readonly because: readonly string[];
};

/** Invocations in order. In a rejected transaction the last one was refused, or else a transfer failed behind it. */
export type Path = { readonly steps: readonly Step[]; readonly rejected: boolean };
