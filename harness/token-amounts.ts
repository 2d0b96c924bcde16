// How many tokens a mint has given out and an account of SPL Token holds, where a transaction changed them.
import type { KeyRole } from '../spec/world';
import type { Change } from './execution';

/** SPL Token's layouts: a mint's supply behind its authority, an account's amount behind mint and owner. */
const SUPPLY_AT = 36;
const AMOUNT_AT = 64;

const amountIn = (key: KeyRole, data: Buffer): bigint | undefined => {
  const at = key.startsWith('mint:') ? SUPPLY_AT : AMOUNT_AT;
  return data.length < at + 8 ? undefined : data.readBigUInt64LE(at);
};

/** Mints, pools and token accounts whose number of tokens is another than before, with the number now. */
export function tokensIn(changes: readonly Change[]): Map<KeyRole, bigint> {
  const tokens = new Map<KeyRole, bigint>();
  for (const { key, before, now } of changes) {
    if (now.data === before.data || !/^(?:mint|pool|tokens):/.test(key)) continue;
    const [was, is] = [amountIn(key, before.data) ?? 0n, amountIn(key, now.data) ?? 0n];
    if (was !== is) tokens.set(key, is);
  }
  return tokens;
}
