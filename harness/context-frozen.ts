// Looks at bytes of a context account that are no part of its documented state and yet are not free: kept, or explained.
import type { PlannedTransaction } from '../spec/plan';
import { isReinitialization, REINITIALIZE_CONTEXT } from '../spec/reinitialize';
import type { KeyRole } from '../spec/world';
import { entryAt, layOut, RESERVED } from './context-layout';
import type { Change } from './execution';
import { sameIn } from './frozen';
import { isContextV1 } from './context-account-v1';
import { addressOf } from './keys';

/** A new address's entry: who may own it in front, then what was sent, then whether an output gets it, and which. */
const OWNER = 32;
const ASSIGNED = { at: 68, size: 2 } as const;
const NOT_ASSIGNED = 0;
const NOBODY = '00'.repeat(OWNER);

type Notes = { readonly owners: readonly string[]; readonly assigned: readonly number[] };

/** What stands in front of the addresses' entries and behind them. */
function notesIn(data: Buffer): Notes {
  const list = layOut(data)?.lists[0];
  if (list === undefined) return { owners: [], assigned: [] };
  const entries = Array.from({ length: list.length }, (_, i) => entryAt(list, i));
  return {
    owners: entries.map((at) => data.toString('hex', at, at + OWNER)),
    assigned: entries.map((at) => data.readUIntLE(at + ASSIGNED.at, ASSIGNED.size)),
  };
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

/** The two bytes of each assignment that a transaction sends, as a number. */
const assignmentsOf = ({ instructions }: PlannedTransaction): readonly number[] =>
  instructions.flatMap((one) =>
    one.kind === 'invocation'
      ? one.data.newAddresses.flatMap(({ assignedTo }) =>
          assignedTo === undefined ? [] : 1 + 256 * assignedTo,
        )
      : [],
  );

/** Counted from the addresses that a context may have held when its i-th was written; nothing assigned counts as zero. */
const shifted = (values: readonly number[], i: number): readonly number[] =>
  values.flatMap((value) => Array.from({ length: i + 1 }, (_, held) => value + 256 * held));

export type Contexts = {
  /** Observed on 0.27.1-alpha.2: the index of an assignment counts from the addresses that the context held. */
  readonly countsAddresses: boolean;
};

const DOCUMENTED: Contexts = { countsAddresses: false };

/**
 * Whether bytes changed or appeared that nothing explains: associated queue and reserved bytes stay as they were; a
 * new address is noted down for nobody, for a program of the transaction, or for whom one was before; and for no
 * output, or one that was sent with it. Version 1 has none of these.
 */
export function straysInContext(
  { key, before, now }: Change,
  planned: PlannedTransaction,
  { countsAddresses } = DOCUMENTED,
): boolean {
  if (now.data === before.data || now.data.length < RESERVED.to || isContextV1(now.data)) return false;
  if (before.data.length < RESERVED.to) return true;
  const isKept = isMigrated(key, planned)
    ? now.data.subarray(RESERVED.from, RESERVED.to).every((byte) => byte === 0)
    : sameIn({ before: before.data, now: now.data }, RESERVED);
  if (!isKept) return true;
  const [{ owners, assigned }, earlier] = [notesIn(now.data), notesIn(before.data)];
  if (owners.every((owner) => owner === NOBODY) && assigned.every((value) => value === NOT_ASSIGNED))
    return false;
  const known = new Set([NOBODY, ...programsOf(planned), ...earlier.owners]);
  const sent = [NOT_ASSIGNED, ...assignmentsOf(planned)];
  const isSent = (value: number, i: number): boolean =>
    earlier.assigned[i] === value || (countsAddresses ? shifted(sent, i) : sent).includes(value);
  return !owners.every((owner) => known.has(owner)) || !assigned.every(isSent);
}
