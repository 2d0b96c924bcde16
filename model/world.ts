// What the model remembers between invocations: context accounts, and the leaves that a plan has created.
import { CONTEXT_DISCRIMINATOR, CONTEXT_SIZE } from '../spec/cpi-context';
import type { ContextState, StoredData } from '../spec/outcome';
import type { AccountBefore, Hex, Plan } from '../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../spec/world';

export type ModelContext = {
  readonly owner: KeyRole;
  readonly discriminator: Hex;
  readonly size: number;
  readonly state: ContextState;
};

/** A compressed account that an earlier transaction of the plan has created. */
export type Leaf = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: StoredData | null;
  readonly spent: boolean;
};

export type ModelWorld = {
  /** Accounts other than contexts that the plan has changed beforehand: no document says what then. */
  readonly patched: ReadonlySet<KeyRole>;
  readonly contexts: ReadonlyMap<KeyRole, ModelContext>;
  /** By state tree; the position is the leaf offset. */
  readonly leaves: ReadonlyMap<KeyRole, readonly Leaf[]>;
};

export const EMPTY_LISTS = { newAddresses: [], inputs: [], outputs: [] } as const;

const freshContext = (number: number): ModelContext => ({
  owner: 'light-system',
  discriminator: CONTEXT_DISCRIMINATOR,
  size: CONTEXT_SIZE,
  state: { feePayer: null, associatedTree: `tree:${number}`, ...EMPTY_LISTS },
});

const withPatch = (context: ModelContext, before: AccountBefore): ModelContext => ({
  owner: before.owner ?? context.owner,
  discriminator: before.discriminator ?? context.discriminator,
  size: before.size ?? context.size,
  state: {
    ...context.state,
    feePayer: before.feePayer ?? context.state.feePayer,
    associatedTree: before.associatedTree ?? context.state.associatedTree,
  },
});

/** The world in front of a plan's first transaction. */
export const worldBefore = (plan: Plan): ModelWorld => {
  const contexts = new Map<KeyRole, ModelContext>();
  for (let number = 1; number <= TREE_COUNT + V1_TREE_COUNT; number += 1)
    contexts.set(`context:${number}`, freshContext(number));
  for (const before of plan.accounts) {
    const known = contexts.get(before.key);
    if (known !== undefined) contexts.set(before.key, withPatch(known, before));
  }
  const patched = new Set(plan.accounts.flatMap(({ key }) => (contexts.has(key) ? [] : [key])));
  return { contexts, leaves: new Map(), patched };
};

export const isEmpty = (state: ContextState): boolean =>
  state.newAddresses.length === 0 && state.inputs.length === 0 && state.outputs.length === 0;

export const withContext = (world: ModelWorld, key: KeyRole, state: ContextState): ModelWorld => {
  const context = world.contexts.get(key);
  if (context === undefined) return world;
  return { ...world, contexts: new Map(world.contexts).set(key, { ...context, state }) };
};
