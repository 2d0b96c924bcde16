// What an accepted invocation does to the model's world, rule by rule, so that a dropped rule shows.
import type { ContextShape } from '../spec/context-state';
import type { Handed } from '../spec/handed';
import type { Hex } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { effectRule } from './areas';
import { NO_SHAPES, shapeIn, type Shapes } from './context-shapes';
import { clearedState, firstSetState, setState } from './context-states';
import { feesMoved } from './fees';
import { handedBy } from './handed';
import { groupsOf, spentOf, type Groups, type Indices } from './leaves';
import { nullifiersOf, queuedAddresses } from './nullifiers';
import { coveringProof } from './proofs';
import { NO_SOL_MOVED, solDocumented, solMovedByAll } from './sol-moved';
import type { Step } from './step';
import { joinedLists, summed } from './sums';
import { hashesOf } from './transaction-hash';
import { rewritten, touched } from './touched';
import { leafOutputs, ownWriters, slot, storedData, treeAt, type Entries, type View } from './view';
import { withContext, type Leaf, type ModelWorld } from './world';

export type Changes = {
  readonly lamports: ReadonlyMap<KeyRole, bigint>;
  /** Of each context account that it writes, clears or makes. */
  readonly shapes: Shapes;
  readonly world: ModelWorld;
  readonly appended: ReadonlyMap<KeyRole, number>;
  readonly mayChange: ReadonlySet<KeyRole>;
  readonly mayRewrite: ReadonlySet<KeyRole>;
  /** The leaves that are appended, and those nullified; nothing without facts. */
  readonly created: Groups;
  readonly spent: Indices;
  /** What v2 trees put into their queues, in order: nullifiers or addresses; 32 bytes each, worked out when asked for. */
  readonly queued: ReadonlyMap<KeyRole, readonly (() => Hex)[]>;
  /** What executions hand on, where that is recorded. */
  readonly handed: readonly Handed[];
  /** Of each of them what its transaction hash may be, where that is asked for. */
  readonly transactionHashes: readonly (readonly Hex[])[];
  /** Of every account, as observed. */
  readonly allLamports: ReadonlyMap<KeyRole, bigint>;
};

const OTHER_SHAPE: ContextShape = { size: 0, capacities: [] };
const shapesOf = ({ holds, shape, view: { context, contextKey } }: Step): Shapes =>
  contextKey === null
    ? NO_SHAPES
    : new Map([[contextKey, holds('effects/size-and-capacities') ? shapeIn(context, shape) : OTHER_SHAPE]]);

const NO_LAMPORTS: ReadonlyMap<KeyRole, bigint> = new Map();
const NOTHING: ReadonlyMap<KeyRole, number> = new Map();
/** No leaf is appended or nullified, and no fee moves. */
export const NO_LEAVES = {
  created: new Map(),
  spent: new Map(),
  queued: new Map(),
  handed: [],
  transactionHashes: [],
  allLamports: NO_LAMPORTS,
} as const;
type Moved = Pick<Changes, keyof typeof NO_LEAVES>;
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
      mayRewrite: new Set(),
      shapes: NO_SHAPES,
      ...NO_LEAVES,
    };
  const state = (mode === 'first-set' ? firstSetState : setState)(step, view.context.state);
  return {
    world: withContext(view.world, key, { state, writers: mode === 'set' ? view.writers : ownWriters(view) }),
    appended: holds('effects/write-returns-early') ? NOTHING : countByQueue(view, view.own.outputs),
    lamports: NO_LAMPORTS,
    mayChange: new Set([key]),
    mayRewrite: new Set([key]),
    shapes: shapesOf(step),
    ...NO_LEAVES,
  };
};

const withLeaves = (view: View): ModelWorld['leaves'] => {
  const { inputs, outputs } = view.combined;
  if (inputs.length === 0 && outputs.length === 0) return view.world.leaves;
  const leaves = new Map(view.world.leaves);
  for (const input of inputs) {
    const tree = treeAt(view, input.treeIndex);
    if (tree === undefined) continue;
    const spend = (leaf: Leaf, offset: number): Leaf =>
      offset === input.leafOffset ? { ...leaf, spent: true } : leaf;
    leaves.set(tree, (leaves.get(tree) ?? []).map(spend));
  }
  for (const { treeIndex, owner, lamports, address, data } of leafOutputs(view)) {
    const tree = treeAt(view, treeIndex);
    if (tree === undefined) continue;
    const leaf: Leaf = { owner, lamports, address, data: storedData(data), spent: false };
    leaves.set(tree, [...(leaves.get(tree) ?? []), leaf]);
  }
  return leaves;
};

const NONE_OPENED: ReadonlySet<string> = new Set();

const withOpened = (view: View): ReadonlySet<string> => {
  const opened = coveringProof(view)?.addresses.map(({ address }) => address) ?? [];
  const before = view.world.opened ?? NONE_OPENED;
  return opened.length === 0 ? before : new Set([...before, ...opened]);
};

const executedOutputs = ({ view, holds }: Step): Entries['outputs'] => {
  const creates = holds(effectRule(view, 'outputs-created'));
  if (!creates && (view.mode === 'none' || view.instruction !== 'InvokeCpi')) return [];
  if (view.mode === 'none') return view.own.outputs;
  return holds('effects/execute-combines') ? leafOutputs(view) : view.own.outputs;
};

const leavesMoved = (step: Step, outputs: Entries['outputs']): Moved => {
  const { view, holds, facts } = step;
  if (facts === null) return NO_LEAVES;
  if (step.recorded) {
    const handed = handedBy(view, facts);
    if (!step.transactionHashes) return { ...NO_LEAVES, handed: [handed] };
    const { allowed, seen } = hashesOf(step, handed, facts);
    return { ...NO_LEAVES, handed: [{ ...handed, transactionHash: seen }], transactionHashes: [allowed] };
  }
  const fees = holds('effects/fees') ? feesMoved(view, facts) : NO_LAMPORTS;
  return {
    handed: [],
    transactionHashes: [],
    created: groupsOf({ view, holds, facts }, outputs),
    spent: spentOf(view, facts),
    queued: joinedLists(nullifiersOf(step, facts), queuedAddresses(view)),
    allLamports: summed(solMovedByAll(view), fees),
  };
};

/** What the pool gives to itself. */
const stranded = (view: View): Pick<ModelWorld, 'stranded'> => {
  const amount = view.data.compressOrDecompressLamports;
  const isStranded = !view.data.isCompress && slot(view, 'decompression_recipient')?.key === 'sol-pool';
  return amount === null || !isStranded ? {} : { stranded: (view.world.stranded ?? 0n) + amount };
};

/** An execution: outputs created, inputs nullified, the context cleared. */
export const executed = (step: Step): Changes => {
  const { view, holds } = step;
  const world = {
    ...view.world,
    leaves: withLeaves(view),
    opened: withOpened(view),
    ...stranded(view),
  };
  const cleared =
    view.mode === 'execute' && view.context !== null && view.contextKey !== null
      ? withContext(world, view.contextKey, { state: clearedState(step, view.context.state) })
      : world;
  const outputs = executedOutputs(step);
  const changed = rewritten(view);
  return {
    world: cleared,
    appended: step.recorded ? NOTHING : countByQueue(view, outputs),
    lamports: holds(effectRule(view, 'sol-moved')) ? solDocumented(view) : NO_SOL_MOVED,
    mayChange: touched(view, changed),
    mayRewrite: changed,
    shapes: shapesOf(step),
    ...leavesMoved(step, outputs),
  };
};
