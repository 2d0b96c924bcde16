// What the model remembers between invocations: context accounts, and the leaves that a plan has created.
import { UNINITIALISED } from '../spec/initialize';
import type { ContextState, StoredData } from '../spec/context-state';
import type { AccountBefore, Hex, Plan } from '../spec/plan';
import { DOCUMENTED_SHAPE, type WorldShape } from '../spec/versions';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../spec/world';

/** Who asks for a new address: the program, which output gets it, and whether a context notes down the program, too. */
export type Writer = {
  readonly program: KeyRole;
  readonly assignedTo: number | null;
  readonly isBound: boolean;
};

export type ModelContext = {
  readonly owner: KeyRole;
  readonly discriminator: Hex;
  readonly size: number;
  readonly state: ContextState;
  /** Who has written each new address, in order; left out where there are none. */
  readonly writers?: readonly Writer[];
  /** An initialisation of the plan has made it a context. */
  readonly initialised?: true;
  /** A re-initialisation of the plan has made it one of version 2. */
  readonly migrated?: true;
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
  readonly shape: WorldShape;
  /** Accounts other than contexts that the plan has changed beforehand: about most, no document says what then. */
  readonly patched: ReadonlyMap<KeyRole, AccountBefore>;
  readonly contexts: ReadonlyMap<KeyRole, ModelContext>;
  /** Contexts whose latest write did not fit. */
  readonly overflowed: ReadonlySet<KeyRole>;
  /** The `data:` accounts of the plan. */
  readonly data: ReadonlyMap<KeyRole, DataAccount>;
  /** The lookup tables of the plan. */
  readonly tables: ReadonlyMap<KeyRole, AccountBefore>;
  /** By state tree; the position is the leaf offset. */
  readonly leaves: ReadonlyMap<KeyRole, readonly Leaf[]>;
  /** Supplies of mints and amounts in token accounts, of a plan that has any. */
  readonly tokens?: ReadonlyMap<KeyRole, bigint>;
  /** Addresses that proofs have opened. */
  readonly opened?: ReadonlySet<Hex>;
  /** Lamports that were decompressed to the sol pool itself: they stay there, and nobody can claim them. */
  readonly stranded?: bigint;
};

export const EMPTY_LISTS = { newAddresses: [], inputs: [], outputs: [] } as const;

const freshContext = (number: number, { contextDiscriminator, context }: WorldShape): ModelContext => ({
  owner: 'light-system',
  discriminator: contextDiscriminator,
  size: context.size,
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

const freshContexts = (shape: WorldShape): ReadonlyMap<KeyRole, ModelContext> => {
  const contexts = new Map<KeyRole, ModelContext>();
  for (let number = 1; number <= TREE_COUNT + V1_TREE_COUNT; number += 1)
    contexts.set(`context:${number}`, freshContext(number, shape));
  return contexts;
};
const freshWorld = (shape: WorldShape): ModelWorld => ({
  shape,
  contexts: freshContexts(shape),
  leaves: new Map(),
  overflowed: new Set(),
  patched: new Map(),
  data: new Map(),
  tables: new Map(),
});
const worlds = new WeakMap<WorldShape, ModelWorld>();

/** The world of a shape as every plan finds it, made once. */
const untouched = (shape: WorldShape): ModelWorld => {
  const world = worlds.get(shape) ?? freshWorld(shape);
  worlds.set(shape, world);
  return world;
};

const freshData = ({
  owner = 'solana-system',
  discriminator = '00'.repeat(8),
}: AccountBefore): DataAccount => ({
  owner,
  bytes: discriminator,
});

/** The world in front of a plan's first transaction. */
export const worldBefore = (plan: Plan, shape: WorldShape = DOCUMENTED_SHAPE): ModelWorld => {
  const fresh = untouched(shape);
  if (plan.accounts.length === 0) return fresh;
  const contexts = new Map(fresh.contexts);
  const patched = new Map<KeyRole, AccountBefore>();
  const data = new Map<KeyRole, DataAccount>();
  const tables = new Map<KeyRole, AccountBefore>();
  for (const before of plan.accounts) {
    if (before.key.startsWith('data:')) {
      data.set(before.key, freshData(before));
      continue;
    }
    if (before.key.startsWith('table:')) {
      tables.set(before.key, before);
      continue;
    }
    const known = contexts.get(before.key) ?? (before.key.startsWith('fresh:') ? freshAccount : undefined);
    if (known !== undefined) contexts.set(before.key, withPatch(known, before));
    else patched.set(before.key, { ...patched.get(before.key), ...before });
  }
  return { ...fresh, contexts, patched, data, tables };
};

/** Bytes: where the lists of a context begin, and where the room for them ends. */
const LISTS = { start: 136, end: 7516 } as const;

/** Of a shorter one not even the fields in front of the lists are there: that is said by nothing. */
export const endsInLists = ({ size }: Pick<ModelContext, 'size'>): boolean =>
  size >= LISTS.start && size < LISTS.end;

export const isEmpty = (state: ContextState): boolean =>
  state.newAddresses.length === 0 && state.inputs.length === 0 && state.outputs.length === 0;

export const withContext = (
  world: ModelWorld,
  key: KeyRole,
  { state, writers }: Pick<ModelContext, 'state' | 'writers'>,
): ModelWorld => {
  const context = world.contexts.get(key);
  if (context === undefined) return world;
  const overflowed = new Set(world.overflowed);
  overflowed.delete(key);
  return {
    ...world,
    overflowed,
    contexts: new Map(world.contexts).set(key, { ...context, state, writers: writers ?? [] }),
  };
};
