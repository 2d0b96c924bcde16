// Which edges of the state machine one invocation takes, given the trail of the context that it names.
import type { EdgeId, Phase } from '../../spec/state-machine';
import type { KeyRole } from '../../spec/world';
import type { Step } from '../path';
import { bringsNothing, modeOf } from '../view';
import { isOpen, trailOf, type Trail, type Trails } from './trail';

type Open = Exclude<Phase, 'empty'>;
const used = ({ executions }: Trail): 'after-init' | 'after-execute' =>
  executions === 0 ? 'after-init' : 'after-execute';

const firstSetEdge = (trail: Trail): EdgeId =>
  trail.phase === 'empty'
    ? `state-machine/first-set-${used(trail)}`
    : `state-machine/first-set-from-${trail.phase}`;

/** Edges of an accepted invocation of a context. */
export const acceptedEdges = ({ view, as }: Step, trail: Trail): readonly EdgeId[] => {
  if (modeOf(view.data) === 'both') return [`state-machine/both-from-${trail.phase}`];
  const nothing = bringsNothing(view.own);
  if (as === 'first-set')
    return [firstSetEdge(trail), ...(nothing ? (['state-machine/first-set-of-nothing'] as const) : [])];
  if (trail.phase === 'empty') return [];
  if (as === 'set') return [`state-machine/set-from-${trail.phase}`];
  return [
    `state-machine/execute-from-${trail.phase}`,
    ...(nothing ? (['state-machine/execute-of-nothing-own'] as const) : []),
  ];
};

/** The edge of an accepted invocation without a context. */
export const directEdge = ({ contexts }: Trails): EdgeId =>
  [...contexts.values()].some(isOpen)
    ? 'state-machine/no-context-while-open'
    : 'state-machine/no-context-while-empty';

const PAYER = new Set(['validation/fee-payer-on-set', 'validation/fee-payer-on-execute']);
const EMPTY = new Set(['validation/not-empty-on-set', 'validation/not-empty-on-execute']);
const SPENT = 'effects/inputs-nullified';
const NO_ACCOUNT_STATE = new Set(['modes/already-set', 'modes/both-flags']);

const emptyEdge = ({ as, because }: Step, trail: Trail): EdgeId =>
  as === 'set' && trail.executions === 0 && because.every((rule) => EMPTY.has(rule))
    ? 'refusals/set-of-own-payer'
    : `refusals/${as === 'set' ? 'set' : 'execute'}-${used(trail)}`;

const payerEdge = ({ as }: Step, phase: Open): EdgeId =>
  `refusals/payer-on-${as === 'set' ? 'set' : 'execute'}-from-${phase}`;

const otherEdges = ({ as, because }: Step, { phase }: Trail): readonly EdgeId[] => {
  if (as !== 'execute') return [`refusals/write-from-${phase}`];
  if (phase === 'empty') return [];
  const spent = because.includes(SPENT) ? (['histories/nullified-refused'] as const) : [];
  return [`refusals/execute-from-${phase}`, ...spent];
};

/** Edges of a refused invocation: by the state machine's own checks, or by any other rule; where both fit, none. */
export const refusedEdges = (step: Step, trail: Trail): readonly EdgeId[] => {
  const { because, view } = step;
  if (modeOf(view.data) === 'both') return [`state-machine/both-from-${trail.phase}`];
  if (because.some((rule) => NO_ACCOUNT_STATE.has(rule)))
    return trail.phase === 'empty' ? [] : [`state-machine/already-set-from-${trail.phase}`];
  const own = because.filter((rule) => PAYER.has(rule) || EMPTY.has(rule));
  if (own.length === 0) return otherEdges(step, trail);
  if (own.length < because.length) return [];
  return [trail.phase === 'empty' ? emptyEdge(step, trail) : payerEdge(step, trail.phase)];
};

/** Edges of a write or execution that a later failure in its transaction undoes. */
export const undoneEdges = ({ as, view }: Step, { phase }: Trail): readonly EdgeId[] => {
  if (modeOf(view.data) === 'both') return [];
  if (as === 'first-set')
    return [phase === 'empty' ? 'rollbacks/first-set-from-empty' : 'rollbacks/first-set-from-open'];
  if (phase === 'empty') return [];
  return [as === 'set' ? `rollbacks/set-from-${phase}` : `rollbacks/execute-from-${phase}`];
};

/** The context that an invocation works on; null where it names none that is well formed. */
export const contextOf = ({ view }: Step): KeyRole | null =>
  view.mode !== 'none' && view.context !== null ? view.contextKey : null;

export const trailAt = (trails: Trails, step: Step): Trail | null => {
  const key = contextOf(step);
  return key === null ? null : trailOf(trails, key);
};
