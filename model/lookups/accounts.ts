// The accounts of a transaction: which its instructions use, which programs it calls, and which come out of lookup tables.
import type { AccountMeta, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { grantedTo } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import type { ModelWorld } from '../world';
import { broughtBy } from './table';

/** As the transaction passes them to its instructions. */
export function metasOf(item: PlannedInstruction): readonly AccountMeta[] {
  if (item.kind === 'token') return grantedTo(item);
  if (item.kind !== 'transfer') return item.accounts;
  return [
    { key: item.from, signer: true, writable: true },
    { key: item.to, signer: false, writable: true },
  ];
}

/** Steps of SPL Token itself. */
const SPL_STEPS: ReadonlySet<string> = new Set(['create-mint', 'open-account', 'mint-spl']);

/** The program that the transaction itself calls. */
export function calledBy(item: PlannedInstruction): KeyRole {
  if (item.kind === 'transfer') return 'solana-system';
  if (item.kind === 'call') return item.program;
  if (item.kind === 'token') return SPL_STEPS.has(item.name) ? 'spl-token' : 'program:token';
  const outermost = item.through[0] ?? (item.kind === 'invocation' && !item.direct ? item.caller : null);
  return outermost === null ? 'light-system' : `program:${outermost}`;
}

/** Programs in between, and the one at the end: a CPI needs its callee among the accounts. */
const inBetween = (item: PlannedInstruction): readonly KeyRole[] => {
  if (item.kind !== 'invocation' && item.kind !== 'initialize') return [];
  const caller = item.kind === 'invocation' && !item.direct ? [item.caller] : [];
  return [...[...item.through, ...caller].map((name): KeyRole => `program:${name}`), 'light-system'];
};

/** All that come out of tables, one entry for each lookup of one. */
export const brought = (world: ModelWorld, { versioned }: PlannedTransaction): readonly KeyRole[] =>
  (versioned?.lookups ?? []).flatMap((lookup) => broughtBy(world, lookup));

/** Those that come out of a table and are not listed besides. */
export function lookedUp(world: ModelWorld, transaction: PlannedTransaction): ReadonlySet<KeyRole> {
  const { feePayer, versioned } = transaction;
  const listed = new Set([feePayer, ...(versioned?.alsoListed ?? [])]);
  return new Set(brought(world, transaction).filter((key) => !listed.has(key)));
}

/** Those that some instruction needs. */
export const used = ({ feePayer, instructions }: PlannedTransaction): ReadonlySet<KeyRole> =>
  new Set([
    feePayer,
    ...instructions.flatMap((item) => [
      ...metasOf(item).map(({ key }) => key),
      calledBy(item),
      ...inBetween(item),
    ]),
  ]);

/** Whether the transaction is made of call graphs, of which it is known exactly which accounts it has. */
export const isOfGraphs = ({ instructions }: PlannedTransaction): boolean =>
  instructions.every(({ kind }) => kind === 'call');

/** How many accounts the transaction has; instructions about the compute budget name their program. */
export function accountsOf(world: ModelWorld, transaction: PlannedTransaction): number {
  const { computeUnitLimit, computeUnitPrice, versioned } = transaction;
  const budget = computeUnitLimit === null && computeUnitPrice === null ? 0 : 1;
  const all = [...used(transaction), ...brought(world, transaction), ...(versioned?.alsoListed ?? [])];
  return new Set(all).size + budget;
}
