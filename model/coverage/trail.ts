// What the model remembers of a context account's past, beyond its content: enough to name the edge that comes next.
import type { Phase } from '../../spec/state-machine';
import type { AnyCaller, KeyRole } from '../../spec/world';

export type Trail = {
  readonly phase: Phase;
  /** Executions so far. */
  readonly executions: number;
  /** Transaction of the last write or execution, and its place among all of the plan. */
  readonly transaction: number;
  readonly moment: number;
  readonly begunIn: number;
  readonly writers: ReadonlySet<AnyCaller>;
  /** Which kinds of write brought inputs since it was begun. */
  readonly inputsBy: ReadonlySet<'first-set' | 'set'>;
  /** A transaction that named it was refused while it was open. */
  readonly refused: boolean;
};

/** All contexts' trails, and how far the plan has come. */
export type Trails = {
  readonly contexts: ReadonlyMap<KeyRole, Trail>;
  readonly transaction: number;
  readonly moment: number;
};

export const NO_TRAILS: Trails = { contexts: new Map(), transaction: 0, moment: 0 };

const UNUSED: Trail = {
  phase: 'empty',
  executions: 0,
  transaction: -1,
  moment: -1,
  begunIn: -1,
  writers: new Set(),
  inputsBy: new Set(),
  refused: false,
};

export const trailOf = ({ contexts }: Trails, key: KeyRole): Trail => contexts.get(key) ?? UNUSED;
export const isOpen = ({ phase }: Trail): boolean => phase !== 'empty';

export const withTrail = (trails: Trails, key: KeyRole, trail: Trail): Trails => ({
  ...trails,
  contexts: new Map(trails.contexts).set(key, trail),
});
