// Looks at bytes of a context account that are no part of its documented state and yet are not free: kept, or explained.
import type { PlannedTransaction } from '../spec/plan';
import { isReinitialization, REINITIALIZE_CONTEXT } from '../spec/reinitialize';
import type { KeyRole } from '../spec/world';
import { entryAt, layOut, RESERVED } from './context-layout';
import type { Change } from './execution';
import { sameIn } from './frozen';
import { isContextV1 } from './context-account-v1';
import { addressOf } from './keys';

/** A new address's entry: who may own it in front, then what was sent, then two bytes that nothing uses. */
const OWNER = 32;
const PADDING = { at: 68, size: 2 } as const;
const NOBODY = '00'.repeat(OWNER);

/** The owners that stand in front of the addresses' entries; undefined where what follows an entry is not zero. */
function ownersIn(data: Buffer): string[] | undefined {
  const list = layOut(data)?.lists[0];
  if (list === undefined) return [];
  const entries = Array.from({ length: list.length }, (_, i) => entryAt(list, i));
  const isPadded = entries.every((at) => data.readUIntLE(at + PADDING.at, PADDING.size) === 0);
  return isPadded ? entries.map((at) => data.toString('hex', at, at + OWNER)) : undefined;
}

/** The programs that a transaction invokes from or names. */
const programsOf = ({ instructions }: PlannedTransaction): readonly string[] =>
  instructions.flatMap((one) =>
    one.kind === 'invocation'
      ? [`program:${one.caller}` as const, ...one.accounts.map(({ key }) => key)]
          .filter((key) => key.startsWith('program:'))
          .map((key) => Buffer.from(addressOf(key)).toString('hex'))
      : [],
  );

/** A migration zeroes everything but the associated tree. */
const isMigrated = (key: KeyRole, { instructions }: PlannedTransaction): boolean =>
  instructions.some(
    (one) =>
      one.kind === 'initialize' && isReinitialization(one) && one.accounts[REINITIALIZE_CONTEXT]?.key === key,
  );

/**
 * Whether bytes changed or appeared that nothing explains: associated queue and reserved bytes stay as they were; a
 * new address is noted down for nobody, for a program of the transaction, or for whom one was before. Version 1 has none of these.
 */
export function straysInContext({ key, before, now }: Change, planned: PlannedTransaction): boolean {
  if (now.data === before.data || now.data.length < RESERVED.to || isContextV1(now.data)) return false;
  if (before.data.length < RESERVED.to) return true;
  const isKept = isMigrated(key, planned)
    ? now.data.subarray(RESERVED.from, RESERVED.to).every((byte) => byte === 0)
    : sameIn({ before: before.data, now: now.data }, RESERVED);
  if (!isKept) return true;
  const owners = ownersIn(now.data);
  if (owners === undefined) return true;
  if (owners.every((owner) => owner === NOBODY)) return false;
  const known = new Set([NOBODY, ...programsOf(planned), ...(ownersIn(before.data) ?? [])]);
  return !owners.every((owner) => known.has(owner));
}
