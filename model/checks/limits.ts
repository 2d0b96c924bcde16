// When a write violates the limitations: capacities, read-only entries, one state tree.
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import type { StoredOutput } from '../../spec/outcome';
import type { Check, Checks } from '../check';
import { appended, firstTree, patternLength, treeAt, type Entries, type View } from '../view';
import { EMPTY_LISTS } from '../world';

/** What the context holds after the write, if it is accepted. */
const held = (view: View): Entries =>
  view.mode === 'set' ? appended(view.context?.state ?? EMPTY_LISTS, view.own) : view.own;

const dataBytes = (outputs: readonly StoredOutput[]): number =>
  outputs.reduce((sum, output) => sum + OUTPUT_LENGTH_BYTES + patternLength(output.data?.bytes), 0);

const overflow =
  (exceeds: (entries: Entries) => boolean): Check =>
  (view) =>
    view.writes && view.context !== null && exceeds(held(view));

/** Of the trees behind the first own one, which has a rule of its own. */
const laterTreeDiffers: Check = (view) => {
  const { context, combined } = view;
  if (view.mode !== 'execute' || context === null) return false;
  const first = firstTree(view, view.own) ?? firstTree(view, combined);
  if (first !== undefined && first !== context.state.associatedTree) return false;
  return [...combined.inputs, ...combined.outputs].some((entry) => {
    const tree = treeAt(view, entry.treeIndex);
    return tree !== undefined && tree !== context.state.associatedTree;
  });
};

const readOnlyWrite = (view: View, count: number): boolean =>
  view.instruction === 'InvokeCpiWithReadOnly' && view.writes && count > 0;

export const LIMIT_CHECKS: Checks = {
  'limits/new-addresses': overflow(({ newAddresses }) => newAddresses.length > CAPACITY.newAddresses),
  'limits/inputs': overflow(({ inputs }) => inputs.length > CAPACITY.inputs),
  'limits/outputs': overflow(({ outputs }) => outputs.length > CAPACITY.outputs),
  'limits/output-data': overflow(({ outputs }) => dataBytes(outputs) > OUTPUT_DATA_BYTES),
  'limits/read-only-accounts': (view) => readOnlyWrite(view, view.data.readOnlyAccounts.length),
  'limits/read-only-addresses': (view) => readOnlyWrite(view, view.data.readOnlyAddresses.length),
  'limits/single-tree': laterTreeDiffers,
};
