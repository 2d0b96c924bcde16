// How edits change the call graph that a scenario aims at, with accounts that the change needs.
import fc from 'fast-check';
import type { Frame, NestedCall, ProgramCall } from '../../spec/call';
import type { Edit, Mutation } from '../edit';
import type { Scenario, ScenarioKind } from '../scenario';
import { accountsFor } from './scenarios';
import { changeAt, pathsOf, type Path } from './tree';

export const callOf = ({ plan, target }: Scenario): ProgramCall => {
  const call = plan.transactions[target.transaction]?.instructions[target.instruction];
  if (call?.kind !== 'call') throw new Error('The target of a scenario is not a call graph.');
  return call;
};

/** The scenario with another graph, and the accounts that it needs beforehand. */
export const withCall = (scenario: Scenario, change: (call: ProgramCall) => ProgramCall): Scenario => {
  const { plan, target } = scenario;
  const changed = change(callOf(scenario));
  const transactions = plan.transactions.map((transaction, at) => ({
    ...transaction,
    instructions: transaction.instructions.map((item, position) =>
      at === target.transaction && position === target.instruction ? changed : item,
    ),
  }));
  const calls = transactions.flatMap(({ instructions }) =>
    instructions.flatMap((item): readonly Frame[] => (item.kind === 'call' ? [item] : [])),
  );
  const tables = plan.accounts.filter(({ table }) => table !== undefined);
  return { ...scenario, plan: { accounts: [...accountsFor(calls), ...tables], transactions } };
};

type Depth = { readonly least: number; readonly most?: number };

/** One of the frames at least that deep, and no deeper than `most`, by a number that generators draw. */
export const chosen = (call: Frame, { least, most = Infinity }: Depth, pick: number): Path => {
  const paths = pathsOf(call, least).filter(({ length }) => length <= most);
  return paths[pick % paths.length] ?? [];
};

/** A change of the graph at the path that is chosen. */
export type AtPath = (call: ProgramCall, path: Path) => ProgramCall;

/** Where an edit looks: frames at least that deep, and no deeper than `most`. */
export type Place = Depth & { readonly kinds: readonly ScenarioKind[] };
const ANY: readonly ScenarioKind[] = ['calls', 'calls-deep'];
export const TOP: Place = { least: 0, kinds: ANY };
export const NESTED: Place = { least: 1, kinds: ANY };
export const DEEP: Place = { least: 2, kinds: ['calls-deep'] };
export const END: Place = { least: 4, kinds: ['calls-chain'] };
/** The one above the end, where there is room for one call more. */
export const FOURTH: Place = { least: 3, most: 3, kinds: ['calls-chain'] };

const at =
  (change: AtPath, place: Place, pick: number): Mutation =>
  (scenario) =>
    withCall(scenario, (call) => change(call, chosen(call, place, pick)));

/**
 * An edit that looks for its frame by the same number in plan and twin. What `prepare` adds must not put frames in
 * front of others, so that the number stands for the same one afterwards.
 */
const PLACES = 7;
export const editsAt = (
  rule: string,
  place: Place,
  { prepare, change }: { readonly prepare?: AtPath; readonly change: fc.Arbitrary<AtPath> },
): readonly Edit[] =>
  Array.from({ length: prepare === undefined ? 1 : PLACES }, (_, fixed): Edit => {
    const pick = prepare === undefined ? fc.nat(PLACES) : fc.constant(fixed);
    return {
      rule: `cpi-guide/${rule}`,
      kinds: place.kinds,
      ...(prepare !== undefined && { prepare: at(prepare, place, fixed) }),
      mutation: fc.tuple(pick, change).map(([number, changeIt]) => at(changeIt, place, number)),
    };
  });

export const changing =
  (change: (frame: Frame & Partial<NestedCall>) => Partial<NestedCall>): AtPath =>
  (call, path) =>
    changeAt(call, path, change);

/** One change after the other at the same path. */
export const both =
  (first: AtPath, second: AtPath): AtPath =>
  (call, path) =>
    second(first(call, path), path);
