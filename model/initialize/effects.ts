// What an accepted initialisation does to the model's world, rule by rule, so that a dropped rule shows.
import type { ContextShape, ContextState, StoredOutput } from '../../spec/context-state';
import type { KeyRole } from '../../spec/world';
import { NO_SHAPES } from '../context-shapes';
import { NO_LEAVES, type Changes } from '../effects';
import type { Holds } from '../step';
import { EMPTY_LISTS, type ModelContext, type ModelWorld } from '../world';
import { accountOf, type InitializeView } from './view';

/** What a model without a rule believes instead. */
const FORGOTTEN: KeyRole = 'unknown:forgotten';
const LEFT_OVER: StoredOutput = { owner: FORGOTTEN, lamports: 0n, address: null, data: null, treeIndex: 0 };

const stateOf = (view: InitializeView, holds: Holds): ContextState => ({
  feePayer: holds('initialization/fee-payer-zero') ? null : (accountOf(view, 'fee_payer')?.key ?? null),
  associatedTree: holds('initialization/tree-set')
    ? (accountOf(view, 'associated_merkle_tree')?.key ?? FORGOTTEN)
    : FORGOTTEN,
  ...EMPTY_LISTS,
  outputs: holds('initialization/empty') ? [] : [LEFT_OVER],
});

const withInitialised = (world: ModelWorld, key: KeyRole, context: ModelContext): ModelWorld => ({
  ...world,
  contexts: new Map(world.contexts).set(key, context),
});

/** The account gains nothing, and where nothing else happens its fee payer loses nothing. */
const unmoved = (view: InitializeView): ReadonlyMap<KeyRole, bigint> => {
  const keys = [
    accountOf(view, 'cpi_context_account'),
    view.alone ? accountOf(view, 'fee_payer') : undefined,
  ];
  return new Map(keys.flatMap((meta) => (meta === undefined ? [] : [[meta.key, 0n] as const])));
};

/** Only a model without a rule accepts what cannot be initialised. */
const unchanged = (world: ModelWorld): Changes => ({
  world,
  ...NO_LEAVES,
  appended: new Map(),
  lamports: new Map(),
  mayChange: new Set(),
  mayRewrite: new Set(),
  shapes: NO_SHAPES,
});

const OTHER_SHAPE: ContextShape = { size: 0, capacities: [] };
/** The account keeps its size; what lists it gets is what contexts of the world have. */
const shapeOf = ({ world }: InitializeView, { size }: ModelContext): ContextShape => ({
  size,
  capacities: world.shape.context.capacities,
});

/** The account becomes an empty context; nothing else changes. */
export const initialised = (view: InitializeView, holds: Holds): Changes => {
  const key = accountOf(view, 'cpi_context_account')?.key;
  const before = key === undefined ? undefined : view.world.contexts.get(key);
  if (key === undefined || before === undefined) return unchanged(view.world);
  const discriminator = holds('initialization/version-2')
    ? view.world.shape.contextDiscriminator
    : before.discriminator;
  const context: ModelContext = { ...before, discriminator, state: stateOf(view, holds), initialised: true };
  const mayChange = new Set(holds('initialization/changes-nothing-else') ? [key] : []);
  return {
    ...NO_LEAVES,
    world: withInitialised(view.world, key, context),
    appended: new Map(),
    lamports: holds('initialization/changes-nothing-else') ? unmoved(view) : new Map(),
    mayChange,
    mayRewrite: mayChange,
    shapes: new Map([
      [key, holds('initialization/default-capacities') ? shapeOf(view, before) : OTHER_SHAPE],
    ]),
  };
};
