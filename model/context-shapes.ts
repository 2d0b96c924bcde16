// Size and lists of context accounts: those of the version's world, or what the plan made of one.
import type { ContextShape } from '../spec/context-state';
import type { KeyRole } from '../spec/world';
import type { ModelContext, ModelWorld } from './world';

export type Shapes = ReadonlyMap<KeyRole, ContextShape>;
export const NO_SHAPES: Shapes = new Map();

/** A context that the plan initialised keeps the size that it was made with, whatever others of the transaction have. */
export const shapeIn = (context: ModelContext | null | undefined, shape: ContextShape): ContextShape =>
  context?.initialised === true ? { ...shape, size: context.size } : shape;

type After = { readonly world: ModelWorld; readonly shapes: Shapes };

/** Of the contexts that a transaction names: those that it does not touch are what they were. */
export const shapesOf = (
  named: ReadonlySet<KeyRole>,
  { world, shapes }: After,
  shape: ContextShape,
): Shapes =>
  new Map([...named].map((key) => [key, shapes.get(key) ?? shapeIn(world.contexts.get(key), shape)]));
