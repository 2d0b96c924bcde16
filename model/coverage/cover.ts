// Names everything that one transaction's way covers, and follows the contexts' trails from transaction to transaction.
import type { EdgeId } from '../../spec/state-machine';
import type { KeyRole } from '../../spec/world';
import type { Path, Step } from '../path';
import { boundariesOf } from './boundaries';
import { acceptedEdges, contextOf, directEdge, refusedEdges, trailAt, undoneEdges } from './edges';
import { historyEdges } from './histories';
import { isOpen, trailOf, withTrail, type Trail, type Trails } from './trail';

/** Labels, one for each time that something is covered, and the trails behind the transaction. */
export type Covered = { readonly labels: readonly string[]; readonly trails: Trails };

const phaseAfter = ({ as }: Step): Trail['phase'] =>
  as === 'first-set' ? 'first-set' : as === 'set' ? 'accumulating' : 'empty';

const written = ({ as, view }: Step, before: Trail, { transaction }: Trails): Partial<Trail> => {
  const inputsBy = as === 'first-set' ? new Set<'first-set' | 'set'>() : before.inputsBy;
  const brought = as === 'first-set' || as === 'set' ? as : null;
  return {
    begunIn: as === 'first-set' ? transaction : before.begunIn,
    writers: new Set(as === 'first-set' ? [view.caller] : [...before.writers, view.caller]),
    inputsBy: brought !== null && view.own.inputs.length > 0 ? new Set([...inputsBy, brought]) : inputsBy,
  };
};

const advanced = (step: Step, key: KeyRole, trails: Trails): Trails => {
  const before = trailOf(trails, key);
  const { transaction, moment } = trails;
  const executions = before.executions + (step.as === 'execute' ? 1 : 0);
  const now = { phase: phaseAfter(step), executions, transaction, moment, refused: false };
  return withTrail(trails, key, { ...before, ...written(step, before, trails), ...now });
};

const coverAccepted = (step: Step, trails: Trails): Covered => {
  const moved = { ...trails, moment: trails.moment + 1 };
  const key = contextOf(step);
  if (key === null) return { labels: step.as === 'none' ? [directEdge(moved)] : [], trails: moved };
  const labels = [
    ...acceptedEdges(step, trailOf(moved, key)),
    ...historyEdges(step, key, moved),
    ...boundariesOf(step.view),
  ];
  return { labels, trails: advanced(step, key, moved) };
};

const acceptAll = (steps: readonly Step[], trails: Trails): Covered =>
  steps.reduce<Covered>(
    (before, step) => {
      const next = coverAccepted(step, before.trails);
      return { labels: [...before.labels, ...next.labels], trails: next.trails };
    },
    { labels: [], trails },
  );

/** The edges that are undone, each named by the trail in front of it. */
const undone = (steps: readonly Step[], trails: Trails): readonly EdgeId[] =>
  steps.flatMap((step, position) => {
    const trail = trailAt(acceptAll(steps.slice(0, position), trails).trails, step);
    return trail === null ? [] : undoneEdges(step, trail);
  });

const refusedContexts = (steps: readonly Step[], trails: Trails): Trails =>
  steps.reduce((current, step) => {
    const key = contextOf(step);
    const trail = trailAt(current, step);
    if (key === null || trail === null || !isOpen(trail)) return current;
    return withTrail(current, key, { ...trail, refused: true });
  }, trails);

const coverRejected = ({ steps }: Path, trails: Trails): Covered => {
  const last = steps.at(-1);
  const refused = last?.after === null ? last : null;
  const before = refused === null ? steps : steps.slice(0, -1);
  const trail = refused === null ? null : trailAt(acceptAll(before, trails).trails, refused);
  const back = undone(before, trails);
  const by = refused === null ? 'rollbacks/by-transfer' : 'rollbacks/by-invocation';
  return {
    labels: [
      ...(refused === null || trail === null ? [] : refusedEdges(refused, trail)),
      ...(refused === null ? [] : boundariesOf(refused.view)),
      ...back,
      ...(back.length > 0 ? [by] : []),
    ],
    trails: refusedContexts(steps, trails),
  };
};

/** What the transaction covers on this path. */
export const cover = (path: Path, trails: Trails): Covered => {
  const { labels, trails: after } = path.rejected
    ? coverRejected(path, trails)
    : acceptAll(path.steps, trails);
  return { labels, trails: { ...after, transaction: trails.transaction + 1 } };
};
