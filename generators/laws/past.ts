// A sequence on a fresh context, and the same after the context has been used for something else.
import fc from 'fast-check';
import type { AccountBefore, Plan } from '../../spec/plan';
import { treeNumber, type KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import type { Scenario, ScenarioKind } from '../scenario';
import type { Fences } from '../settings';
import { valid } from '../valid';
import { payer } from '../values';
import { atTree } from './names';
import { eachInvocation, invocationsOf, joined, roads } from './roads';

const FUTURE: readonly ScenarioKind[] = [
  ...Array<ScenarioKind>(4).fill('first-set'),
  ...Array<ScenarioKind>(3).fill('set'),
  'execute',
  'execute',
  'execute-spend',
];
/** Full ones seldom, since they cost more time than all others. */
const PAST: readonly ScenarioKind[] = [
  ...Array<ScenarioKind>(6).fill('first-set'),
  ...Array<ScenarioKind>(4).fill('set'),
  ...Array<ScenarioKind>(2).fill('execute'),
  'full-inputs',
  'full-outputs',
];

const treeOf = (plan: Plan): number => {
  const key = invocationsOf(plan)[0]?.accounts.find((meta) => meta.key.startsWith('queue:'))?.key;
  return treeNumber(key ?? 'queue:1') ?? 1;
};

/** Leaves that the past has appended, by which the indices of all later ones are shifted. */
const appendedBy = ({ kind, plan }: Scenario): number =>
  kind === 'execute' ? invocationsOf(plan).reduce((sum, { data }) => sum + data.outputs.length, 0) : 0;

const shifted = ({ kind, plan }: Scenario, by: number): Plan =>
  kind !== 'execute-spend'
    ? plan
    : eachInvocation(plan, (invocation) => ({
        ...invocation,
        data: {
          ...invocation.data,
          inputs: invocation.data.inputs.map((input) => ({ ...input, leafOffset: input.leafOffset + by })),
        },
      }));

/** The stored fee payer of an unused context may be anybody's. */
const storedPayer = (tree: number, key: KeyRole | null): readonly AccountBefore[] =>
  key === null ? [] : [{ key: `context:${tree}`, feePayer: key }];

/** The future alone, and behind one to two pasts of the same context. */
export const forgottenPast = (fences: Fences): fc.Arbitrary<Generated> => {
  const past = fc.tuple(valid(fences, PAST));
  return fc
    .record({
      future: valid(fences, FUTURE),
      pasts: fc.oneof(past, past, past, fc.tuple(valid(fences, PAST), valid(fences, PAST))),
      stored: fc.option(payer, { nil: null }),
    })
    .map(({ future, pasts, stored }) => {
      const tree = treeOf(future.plan);
      const before = pasts.flatMap(({ plan }) => joined(atTree(plan, tree)).transactions);
      const leaves = pasts.reduce((sum, past) => sum + appendedBy(past), 0);
      const after = joined(shifted(future, leaves)).transactions;
      return roads(joined(future.plan), {
        accounts: storedPayer(tree, stored),
        transactions: [...before, ...after],
      });
    });
};
