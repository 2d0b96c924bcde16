// The bytes of a plan's own data accounts, where a transaction changed them.
import type { Hex } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { Change } from './execution';

/** By account, all its bytes after the transaction. */
export function dataIn(changes: readonly Change[]): Map<KeyRole, Hex> {
  const data = new Map<KeyRole, Hex>();
  for (const { key, before, now } of changes)
    if (now.data !== before.data && key.startsWith('data:')) data.set(key, now.data.toString('hex'));
  return data;
}
