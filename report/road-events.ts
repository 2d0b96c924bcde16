// What a whole road has handed on for indexers, where that is recorded.
import type { Comparison } from '../spec/law';
import type { Handed } from '../spec/handed';
import type { Invocation, OutputAccount } from '../spec/plan';
import { accepted, type DigestOf, type Passed } from './road';

const isExecution = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext === null || !(cpiContext.firstSet || cpiContext.set);

const executionsOf = ({ planned }: Passed): readonly Invocation[] =>
  planned.instructions.flatMap((item) => (item.kind === 'invocation' && isExecution(item) ? [item] : []));

/** The outputs that an indexer reads in full: the context's as they are handed on, the others in the instruction itself. */
const inFull = (road: readonly Passed[]): readonly OutputAccount[] =>
  road.flatMap((one) =>
    executionsOf(one).flatMap(({ data }, at) => [
      ...(one.outcome.after.handed?.[at]?.contextOutputs ?? []),
      ...data.outputs,
    ]),
  );

const hasOtherLeaves = ({ anyOrder, renamed, tailOnly }: Comparison): boolean =>
  anyOrder === true || renamed === true || tailOnly === true;

/** In order: what cannot be decoded, leaves, nullifiers and outputs in full. Which of the outputs come from a context is the road's own affair. */
export const events: DigestOf = (road, comparison) => {
  const all = accepted(road);
  const handed = all.map(({ outcome }) => outcome.after.handed);
  if (hasOtherLeaves(comparison) || handed.includes(null)) return null;
  const each = handed.flatMap((one): readonly Handed[] => one ?? []);
  return {
    undecodable: each.flatMap(({ undecodable }) => undecodable ?? []),
    leaves: each.flatMap(({ leaves }) => leaves),
    nullifiers: each.flatMap(({ nullifiers }) => nullifiers),
    addresses: each.flatMap(({ addresses }) => addresses),
    outputs: inFull(all),
  };
};
