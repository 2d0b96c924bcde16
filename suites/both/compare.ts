// In what two runtimes differ on the same plan: outcomes, effects, and every byte of every account that was written.
import { observedName } from '../../report/outcome-names';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { Disagreement } from '../../spec/runtime';
import { isV1, type KeyRole } from '../../spec/world';

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'bigint') return item.toString();
    if (item instanceof Map)
      return [...(item as Map<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return item instanceof Set ? [...(item as Set<string>)].toSorted() : item;
  }) ?? '';

/** A role's kind in words: what is true of one such account is true of the others. */
const kindOf = (key: KeyRole): string => {
  const [kind = ''] = key.split(':');
  return isV1(key) ? `v1 ${kind}` : kind;
};

/** Bytes that differ are named one by one while they are few. */
const FEW = 4;

function bytesPart(key: KeyRole, one: Uint8Array | undefined, other: Uint8Array | undefined): string | null {
  if (one === undefined || other === undefined) return `whether a ${kindOf(key)} is written`;
  if (one.length !== other.length) return `size of a ${kindOf(key)}`;
  if (Buffer.compare(one, other) === 0) return null;
  const places: number[] = [];
  for (let at = 0; at < one.length && places.length <= FEW; at += 1)
    if (one[at] !== other[at]) places.push(at);
  return places.length > FEW ? `bytes of a ${kindOf(key)}` : `byte ${places.join(', ')} of a ${kindOf(key)}`;
}

type Contents = NonNullable<TransactionOutcome['contents']>;
const NOTHING: Contents = new Map();

function contentParts(one: Contents = NOTHING, other: Contents = NOTHING): readonly string[] {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].flatMap((key) => bytesPart(key, one.get(key), other.get(key)) ?? []);
}

type Effect = keyof TransactionOutcome['after'] | 'derived' | 'listened';

const EFFECTS: Readonly<Record<Effect, string>> = {
  contexts: 'contexts',
  changed: 'accounts changed',
  rewritten: 'accounts written',
  leaves: 'leaves',
  nullified: 'nullified leaves',
  kept: 'what v1 trees keep for proofs',
  batches: 'hash chains and bloom filters',
  appended: 'appended leaves',
  lamports: 'lamports',
  data: 'data accounts',
  tokens: 'tokens',
  handed: 'what indexers are handed',
  emitted: 'what indexers are handed, as bytes',
  derived: 'what was logged of a failed proof',
  listened: 'what the system program is handed',
};

/** The outcome itself goes first: with another outcome, the effects are other ones too. */
function partsOf(one: TransactionOutcome, other: TransactionOutcome): readonly Disagreement[] {
  const [bankrun, litesvm] = [observedName(one.raised), observedName(other.raised)];
  if (bankrun !== litesvm) return [{ part: 'outcome', bankrun, litesvm }];
  if (one.failedAt !== other.failedAt)
    return [{ part: 'instruction', bankrun: String(one.failedAt), litesvm: String(other.failedAt) }];
  const all = (outcome: TransactionOutcome): Readonly<Record<string, unknown>> => ({
    ...outcome.after,
    derived: outcome.derived,
    listened: outcome.listened,
  });
  const [here, there] = [all(one), all(other)];
  const effects = Object.entries(EFFECTS).flatMap(([field, name]) =>
    canonical(here[field]) === canonical(there[field]) ? [] : [name],
  );
  return [...effects, ...contentParts(one.contents, other.contents)].map((part) => ({
    part,
    bankrun: '',
    litesvm: '',
  }));
}

/** In what two observations of a plan differ: in its first transaction in which they do. Compute units do not count. */
export function disagreementsIn(one: Observation, other: Observation): readonly Disagreement[] {
  for (const [at, outcome] of one.transactions.entries()) {
    const there = other.transactions[at];
    if (there === undefined) return [{ part: 'outcome', bankrun: 'ran', litesvm: 'did not run' }];
    const parts = partsOf(outcome, there);
    if (parts.length > 0) return parts;
  }
  return [];
}
