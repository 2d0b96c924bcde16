// Cuts a list of inputs and outputs into the pieces that a split road writes one by one.
import type { InputAccount, OutputAccount } from '../../spec/plan';
import type { Fences } from '../settings';

/** Inputs in front of outputs, so that any cut keeps the order of both. */
export type Entries = {
  readonly inputs: readonly InputAccount[];
  readonly outputs: readonly OutputAccount[];
};

/**
 * The places at which that many entries are cut, in order: at one at least. `cuts` are any numbers; the place behind the
 * last entry is cut only where an execution may bring nothing of its own.
 */
export const marksOf = (count: number, cuts: readonly number[], fences: Fences): readonly number[] => {
  const places = fences.has('modes/execute-needs-no-content') ? count - 1 : count;
  return [...new Set(cuts.map((cut) => 1 + (cut % places)))].sort((a, b) => a - b);
};

const part = ({ inputs, outputs }: Entries, from: number, to: number): Entries => ({
  inputs: inputs.slice(from, to),
  outputs: outputs.slice(Math.max(0, from - inputs.length), Math.max(0, to - inputs.length)),
});

/** The pieces between the marks; what is behind the last one goes to the execution. */
export const piecesOf = (entries: Entries, marks: readonly number[]): readonly Entries[] => {
  const count = entries.inputs.length + entries.outputs.length;
  return [...marks, count].map((mark, position) => part(entries, marks[position - 1] ?? 0, mark));
};
