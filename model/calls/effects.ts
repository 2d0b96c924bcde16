// What an accepted call graph leaves: bytes of data accounts, lamports moved, and no fee but the transaction's own.
import type { Effects } from '../../spec/prediction';
import type { Hex } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { NO_SHAPES } from '../context-shapes';
import { NO_LEAVES, type Changes } from '../effects';
import type { Holds } from '../step';
import type { ModelWorld } from '../world';
import { guide, type Run } from './standing';

const changedData = (start: ModelWorld, end: ModelWorld): ReadonlyMap<KeyRole, Hex> =>
  new Map(
    [...end.data].flatMap(([key, { bytes }]) =>
      start.data.get(key)?.bytes === bytes ? [] : [[key, bytes] as const],
    ),
  );

/** Nothing is said of plans without data accounts. */
export const dataEffects = (start: ModelWorld, end: ModelWorld): Pick<Effects, 'data'> =>
  start.data.size === 0 ? {} : { data: changedData(start, end) };

const FEE = 5000n;

/** A model without the rule takes every CPI for a transaction that has its fee. */
const feesOf = (run: Run, payer: KeyRole, holds: Holds): ReadonlyMap<KeyRole, bigint> =>
  new Map([[payer, holds(guide('one-transaction')) ? 0n : -FEE * BigInt(run.calls)]]);

type Behind = {
  readonly run: Run;
  readonly world: ModelWorld;
  readonly payer: KeyRole;
  readonly holds: Holds;
};

export function changesOf({ run, world, payer, holds }: Behind): Changes {
  const after: ModelWorld = { ...world, data: holds(guide('executes')) ? run.data : world.data };
  const written = [...run.data.keys()].filter((key) => run.data.get(key) !== world.data.get(key));
  const lamports = new Map([...feesOf(run, payer, holds)]);
  for (const [key, gain] of run.lamports) lamports.set(key, (lamports.get(key) ?? 0n) + gain);
  return {
    world: after,
    appended: new Map(),
    lamports,
    mayChange: new Set([...written, ...run.lamports.keys()]),
    mayRewrite: new Set(written),
    shapes: NO_SHAPES,
    ...NO_LEAVES,
    allLamports: lamports,
  };
}
