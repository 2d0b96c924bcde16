// What the model remembers between invocations: context accounts, and the leaves that a plan has created.
import { CONTEXT_DISCRIMINATOR, CONTEXT_SIZE } from '../spec/cpi-context';
import { UNINITIALISED } from '../spec/initialize';
import type { ContextState, StoredData } from '../spec/outcome';
import type { AccountBefore, Hex, Plan } from '../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../spec/world';

export type ModelContext = {
  readonly owner: KeyRole;
  readonly discriminator: Hex;
  readonly size: number;
  readonly state: ContextState;
  /** An initialisation of the plan has made it a context. */
  readonly initialised?: true;
};

/** A compressed account that an earlier transaction of the plan has created. */
export type Leaf = {
  readonly owner: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
  readonly data: StoredData | null;
  readonly spent: boolean;
};

/** An account of a plan's own that programs of ours write. */
export type DataAccount = { readonly owner: KeyRole; readonly bytes: Hex };

export type ModelWorld = {
  /** Accounts other than contexts that the plan has changed beforehand: about most, no document says what then. */
  readonly patched: ReadonlyMap<KeyRole, AccountBefore>;
  readonly contexts: ReadonlyMap<KeyRole, ModelContext>;
  /** Contexts whose latest write did not fit. */
  readonly overflowed: ReadonlySet<KeyRole>;
  /** The `data:` accounts of the plan. */
  readonly data: ReadonlyMap<KeyRole, DataAccount>;
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

/** An account of a plan's own; all zeros until something is written. */
const freshAccount: ModelContext = {
  owner: 'solana-system',
  discriminator: UNINITIALISED,
  size: 0,
  state: { feePayer: null, associatedTree: 'solana-system', ...EMPTY_LISTS },
};

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

const freshContexts = (): ReadonlyMap<KeyRole, ModelContext> => {
  const contexts = new Map<KeyRole, ModelContext>();
  for (let number = 1; number <= TREE_COUNT + V1_TREE_COUNT; number += 1)
    contexts.set(`context:${number}`, freshContext(number));
  return contexts;
};
const FRESH: ModelWorld = {
  contexts: freshContexts(),
  leaves: new Map(),
  overflowed: new Set(),
  patched: new Map(),
  data: new Map(),
};

const freshData = ({
  owner = 'solana-system',
  discriminator = '00'.repeat(8),
}: AccountBefore): DataAccount => ({
  owner,
  bytes: discriminator,
});

/** The world in front of a plan's first transaction. */
export const worldBefore = (plan: Plan): ModelWorld => {
  if (plan.accounts.length === 0) return FRESH;
  const contexts = new Map(FRESH.contexts);
  const patched = new Map<KeyRole, AccountBefore>();
  const data = new Map<KeyRole, DataAccount>();
  for (const before of plan.accounts) {
    if (before.key.startsWith('data:')) {
      data.set(before.key, freshData(before));
      continue;
    }
    const known = contexts.get(before.key) ?? (before.key.startsWith('fresh:') ? freshAccount : undefined);
    if (known !== undefined) contexts.set(before.key, withPatch(known, before));
    else patched.set(before.key, { ...patched.get(before.key), ...before });
  }
  return { ...FRESH, contexts, patched, data };
};

export const isEmpty = (state: ContextState): boolean =>
  state.newAddresses.length === 0 && state.inputs.length === 0 && state.outputs.length === 0;

export const withContext = (world: ModelWorld, key: KeyRole, state: ContextState): ModelWorld => {
  const context = world.contexts.get(key);
  if (context === undefined) return world;
  const overflowed = new Set(world.overflowed);
  overflowed.delete(key);
  return { ...world, overflowed, contexts: new Map(world.contexts).set(key, { ...context, state }) };
};
