// When a write violates the limitations: capacities, read-only entries, one state tree.
import { FITS, type CapacityRule } from '../../spec/boundaries';
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import type { StoredOutput } from '../../spec/context-state';
import type { KeyRole } from '../../spec/world';
import type { Check, Checks } from '../check';
import { appended, firstTree, patternLength, treeAt, type Entries, type View } from '../view';
import { EMPTY_LISTS } from '../world';

/** The rule about large executions is exercised above this many outputs. */
const SURELY_EXECUTED = 10;

/** What the context holds after the write, if it is accepted. */
export const held = (view: View): Entries =>
  view.mode === 'set' ? appended(view.context?.state ?? EMPTY_LISTS, view.own) : view.own;

/** Bytes that outputs take in the region for their data. */
export const dataBytes = (outputs: readonly StoredOutput[]): number =>
  outputs.reduce((sum, output) => sum + OUTPUT_LENGTH_BYTES + patternLength(output.data?.bytes), 0);

const overflow =
  (exceeds: (entries: Entries) => boolean): Check =>
  (view) =>
    view.writes && view.context !== null && exceeds(held(view));

/** Of the trees behind the first one, which has a rule of its own. */
const laterTreeDiffers: Check = (view) => {
  const { context, combined } = view;
  if (view.mode === 'none' || context === null) return false;
  const foreign = (tree: KeyRole | undefined): boolean =>
    tree !== undefined && tree !== context.state.associatedTree;
  if (foreign(firstTree(view, combined))) return false;
  const isForeign = ({ treeIndex }: { readonly treeIndex: number }): boolean =>
    foreign(treeAt(view, treeIndex));
  return combined.inputs.some(isForeign) || combined.outputs.some(isForeign);
};

/** In InvokeCpi's slots, and by a first set; of all other writes the area read-only speaks. */
const readOnlyWrite = (view: View, count: number): boolean =>
  view.instruction === 'InvokeCpiWithReadOnly' &&
  view.layout === SLOT_NAMES &&
  view.writes &&
  view.mode !== 'set' &&
  count > 0;

const CAPACITY_CHECKS: Readonly<Record<CapacityRule, Check>> = {
  'limits/new-addresses': overflow(({ newAddresses }) => newAddresses.length > CAPACITY.newAddresses),
  'limits/inputs': overflow(({ inputs }) => inputs.length > CAPACITY.inputs),
  'limits/outputs': overflow(({ outputs }) => outputs.length > CAPACITY.outputs),
  'limits/output-data': overflow(({ outputs }) => dataBytes(outputs) > OUTPUT_DATA_BYTES),
};

/** The same, by what each sibling calls it. */
const ofSibling = (area: string): Checks =>
  Object.fromEntries(
    Object.entries(CAPACITY_CHECKS).map(([rule, check]) => [`${area}/${FITS[rule as CapacityRule]}`, check]),
  );

export const LIMIT_CHECKS: Checks = {
  ...CAPACITY_CHECKS,
  ...ofSibling('read-only'),
  ...ofSibling('account-info'),
  'limits/read-only-accounts': (view) => readOnlyWrite(view, view.data.readOnlyAccounts.length),
  'limits/read-only-addresses': (view) => readOnlyWrite(view, view.data.readOnlyAddresses.length),
  'limits/full-context-executes': ({ executes, combined }) =>
    executes && combined.outputs.length > SURELY_EXECUTED,
  'limits/single-tree': laterTreeDiffers,
};
