// What an accepted re-initialisation does to the model's world, rule by rule, so that a dropped rule shows.
import { CONTEXT_DISCRIMINATOR, CONTEXT_SIZE } from '../../spec/cpi-context';
import type { ContextShape, ContextState } from '../../spec/context-state';
import { DOCUMENTED_SHAPE } from '../../spec/versions';
import type { KeyRole } from '../../spec/world';
import { NO_SHAPES } from '../context-shapes';
import { NO_LEAVES, type Changes } from '../effects';
import type { InitializeView } from '../initialize/view';
import type { Holds } from '../step';
import { EMPTY_LISTS, type ModelContext, type ModelWorld } from '../world';
import { contextOf } from './checks';

const FORGOTTEN: KeyRole = 'unknown:forgotten';

const stateOf = ({ state }: ModelContext, holds: Holds): ContextState => ({
  feePayer: holds('re-initialization/zeroed') ? null : FORGOTTEN,
  associatedTree: holds('re-initialization/tree-kept') ? state.associatedTree : FORGOTTEN,
  ...EMPTY_LISTS,
});

/** The size of the version's contexts; the claim about the size has a world with the documented one. */
const sizeIn = ({ shape: { features, context } }: ModelWorld): number =>
  features.has('context-v2') ? context.size : CONTEXT_SIZE;

const shapeOf = (before: ModelContext, size: number, holds: Holds): ContextShape => ({
  size: holds('re-initialization/resized') ? size : before.size,
  capacities: holds('re-initialization/version-2') ? DOCUMENTED_SHAPE.context.capacities : [],
});

/** The account is an empty context of version 2; nothing else changes. */
export const reinitialised = (view: InitializeView, holds: Holds): Changes => {
  const key = contextOf(view)?.key;
  const before = key === undefined ? undefined : view.world.contexts.get(key);
  const nothing: Changes = {
    ...NO_LEAVES,
    world: view.world,
    appended: new Map(),
    lamports: new Map(),
    mayChange: new Set(),
    mayRewrite: new Set(),
    shapes: NO_SHAPES,
  };
  if (key === undefined || before === undefined) return nothing;
  const size = sizeIn(view.world);
  const context: ModelContext = {
    ...before,
    discriminator: CONTEXT_DISCRIMINATOR,
    size,
    state: stateOf(before, holds),
    migrated: true,
  };
  const mayChange = new Set(holds('re-initialization/changes-nothing-else') ? [key] : []);
  return {
    ...nothing,
    world: { ...view.world, contexts: new Map(view.world.contexts).set(key, context) },
    lamports: new Map([[key, 0n]]),
    mayChange,
    mayRewrite: mayChange,
    shapes: new Map([[key, shapeOf(before, size, holds)]]),
  };
};
