// Lamports that a call graph moves by transfers, and what an account surely has to give.
import type { NestedTransfer } from '../../spec/call';
import type { KeyRole } from '../../spec/world';
import type { Run, Standing } from './standing';

/** Payers and wallets of a world hold more than that. */
const PLENTY = 1_000_000_000n;
/** An account that keeps less might end below what exempts it from rent. */
const RESERVE = 10_000_000n;

/** What the account can surely give. */
export function balanceOf({ world, run }: Standing, key: KeyRole): bigint {
  const start = /^(?:payer|wallet):/.test(key) ? PLENTY : (world.patched.get(key)?.lamports ?? 0n);
  return start + (run.lamports.get(key) ?? 0n) - RESERVE;
}

/** Notes a transfer down. */
export function moved({ lamports }: Run, { from, to, lamports: amount }: NestedTransfer): void {
  lamports.set(from, (lamports.get(from) ?? 0n) - amount);
  lamports.set(to, (lamports.get(to) ?? 0n) + amount);
}
