// Turns absolute leaf indices, as the programs store them, back into the offsets that the plan speaks of.
import type { Plan } from '../spec/plan';
import type { LeafOffsetOf } from './context-entries';
import { leafIndex, type NextIndexOf } from './wire/instruction-data';
import { tokenLeaf } from './wire/token';

const keyOf = (queueIndex: number, leaf: number): string => `${queueIndex}:${leaf}`;

/** The plan's inputs by what is stored of them; two inputs that look alike there keep the later one's offset. */
function offsetsOf(plan: Plan, nextIndexOf: NextIndexOf): Map<string, number> {
  const offsets = new Map<string, number>();
  for (const { instructions } of plan.transactions)
    for (const invocation of instructions) {
      if (invocation.kind === 'token' && invocation.name === 'transfer')
        for (const input of invocation.inputs)
          offsets.set(keyOf(input.queueIndex, tokenLeaf(invocation, input, nextIndexOf)), input.leafOffset);
      if (invocation.kind !== 'invocation') continue;
      for (const input of invocation.data.inputs)
        offsets.set(keyOf(input.queueIndex, leafIndex(invocation, input, nextIndexOf)), input.leafOffset);
    }
  return offsets;
}

/** Looks stored inputs up in the plan; one that the plan does not have keeps its absolute index. */
export function leafOffsets(plan: Plan, nextIndexOf: NextIndexOf): LeafOffsetOf {
  let offsets: Map<string, number> | undefined;
  return (queueIndex, leaf) => {
    offsets ??= offsetsOf(plan, nextIndexOf);
    return offsets.get(keyOf(queueIndex, leaf)) ?? leaf;
  };
}
