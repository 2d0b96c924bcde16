// What an accepted invocation does to the model's world, rule by rule, so that a dropped rule shows.
import { CAPACITY, CONTEXT_SIZE } from '../spec/cpi-context';
import type { ContextShape, ContextState } from '../spec/outcome';
import { stateTreeOf, type KeyRole } from '../spec/world';
import { appended, slot, storedData, treeAt, type Entries, type View } from './view';
import { EMPTY_LISTS, withContext, type Leaf, type ModelWorld } from './world';

/** Whether a rule holds in this model; a wrong-on-purpose model says no for one. */
export type Holds = (rule: string) => boolean;

export type Changes = {
  readonly lamports: ReadonlyMap<KeyRole, bigint>;
  readonly shape: ContextShape;
  readonly world: ModelWorld;
  readonly appended: ReadonlyMap<KeyRole, number>;
  readonly mayChange: ReadonlySet<KeyRole>;
};

/** CPI_CONTEXT.md, Fixed Capacity. */
export const DEFAULT_SHAPE: ContextShape = { size: CONTEXT_SIZE, capacities: Object.values(CAPACITY) };
const OTHER_SHAPE: ContextShape = { size: 0, capacities: [] };
const shapeOf = (holds: Holds): ContextShape =>
  holds('effects/size-and-capacities') ? DEFAULT_SHAPE : OTHER_SHAPE;

const NO_SOL_MOVED: ReadonlyMap<KeyRole, bigint> = new Map([['sol-pool', 0n]]);
const NO_LAMPORTS: ReadonlyMap<KeyRole, bigint> = new Map();
const NOTHING: ReadonlyMap<KeyRole, number> = new Map();
/** Part of `effects/execute-clears`: a model may be made wrong in just this. */
export const PAYER_CLEARED = 'effects/execute-clears/fee-payer';
/** What an associated tree becomes in a model without the rule that it is kept. */
const FORGOTTEN: KeyRole = 'unknown:forgotten';

const associatedTree = (state: ContextState, holds: Holds): KeyRole =>
  holds('effects/associated-tree-kept') ? state.associatedTree : FORGOTTEN;

const firstSetState = ({ view, holds }: Step, state: ContextState): ContextState => {
  const before: Entries = holds('effects/first-set-clears') ? EMPTY_LISTS : state;
  const payer = slot(view, 'fee_payer')?.key ?? null;
  return {
    feePayer: holds('effects/first-set-fee-payer') ? payer : state.feePayer,
    associatedTree: associatedTree(state, holds),
    ...(holds('effects/first-set-stores') ? appended(before, view.own) : before),
  };
};

const setState = ({ view, holds }: Step, state: ContextState): ContextState => ({
  feePayer: state.feePayer,
  associatedTree: associatedTree(state, holds),
  ...(holds('effects/set-appends') ? appended(state, view.own) : state),
});

const clearedState = ({ holds }: Step, state: ContextState): ContextState =>
  holds('effects/execute-clears')
    ? {
        feePayer: holds(PAYER_CLEARED) ? null : state.feePayer,
        associatedTree: associatedTree(state, holds),
        ...EMPTY_LISTS,
      }
    : state;

type Step = { readonly view: View; readonly holds: Holds };
type WriteMode = 'first-set' | 'set';

const countByQueue = (view: View, outputs: Entries['outputs']): ReadonlyMap<KeyRole, number> => {
  const counts = new Map<KeyRole, number>();
  for (const { treeIndex } of outputs) {
    const key = view.remaining[treeIndex]?.key;
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** A write: only the context changes. */
export const written = (step: Step, mode: WriteMode): Changes => {
  const { view, holds } = step;
  const key = view.contextKey;
  if (view.context === null || key === null)
    return {
      world: view.world,
      appended: NOTHING,
      lamports: NO_LAMPORTS,
      mayChange: new Set(),
      shape: DEFAULT_SHAPE,
    };
  const state = (mode === 'first-set' ? firstSetState : setState)(step, view.context.state);
  return {
    world: withContext(view.world, key, state),
    appended: holds('effects/write-returns-early') ? NOTHING : countByQueue(view, view.own.outputs),
    lamports: NO_LAMPORTS,
    mayChange: new Set([key]),
    shape: shapeOf(holds),
  };
};

const withLeaves = (view: View): ModelWorld['leaves'] => {
  const leaves = new Map(view.world.leaves);
  for (const input of view.combined.inputs) {
    const tree = treeAt(view, input.treeIndex);
    if (tree === undefined) continue;
    const spend = (leaf: Leaf, offset: number): Leaf =>
      offset === input.leafOffset ? { ...leaf, spent: true } : leaf;
    leaves.set(tree, (leaves.get(tree) ?? []).map(spend));
  }
  for (const { treeIndex, data, ...rest } of view.combined.outputs) {
    const tree = treeAt(view, treeIndex);
    if (tree === undefined) continue;
    leaves.set(tree, [...(leaves.get(tree) ?? []), { ...rest, data: storedData(data), spent: false }]);
  }
  return leaves;
};

const touched = (view: View): ReadonlySet<KeyRole> => {
  const keys = new Set<KeyRole>(
    view.remaining.filter(({ key }) => stateTreeOf(key) !== undefined).map(({ key }) => key),
  );
  const slots = ['fee_payer', 'sol_pool_pda', 'decompression_recipient', 'cpi_context_account'] as const;
  for (const name of slots) {
    const key = slot(view, name)?.key;
    if (key !== undefined) keys.add(key);
  }
  return keys;
};

const executedOutputs = ({ view, holds }: Step): Entries['outputs'] => {
  if (view.mode === 'none') return holds('effects/outputs-created') ? view.own.outputs : [];
  return holds('effects/execute-combines') ? view.combined.outputs : view.own.outputs;
};

/** SOL into the pool, or out of it to the recipient; what the payer gives for fees besides is not documented. */
const solMoved = (view: View): ReadonlyMap<KeyRole, bigint> => {
  const amount = view.data.compressOrDecompressLamports;
  if (amount === null) return NO_SOL_MOVED;
  if (view.data.isCompress) return new Map([['sol-pool', amount]]);
  const recipient = slot(view, 'decompression_recipient')?.key;
  return new Map([['sol-pool', -amount], ...(recipient === undefined ? [] : [[recipient, amount] as const])]);
};

/** An execution: outputs created, inputs nullified, the context cleared. */
export const executed = (step: Step): Changes => {
  const { view, holds } = step;
  const world = { ...view.world, leaves: withLeaves(view) };
  const cleared =
    view.mode === 'execute' && view.context !== null && view.contextKey !== null
      ? withContext(world, view.contextKey, clearedState(step, view.context.state))
      : world;
  const mayChange = new Set(touched(view));
  return {
    world: cleared,
    appended: countByQueue(view, executedOutputs(step)),
    lamports: holds('effects/sol-moved') ? solMoved(view) : NO_SOL_MOVED,
    mayChange,
    shape: shapeOf(holds),
  };
};
