// What claims about what is handed to account-compression are asked beside their own rule: counts always, hashes where they are worked out anyway.
import type { Claim } from './engine-types';

/** They take no hash. The outputs of contexts are left to their own claim: versions differ in what stands behind them. */
const COUNTS = ['effects/event-counts', 'effects/event-sequences'] as const;
const HASHES = ['effects/event-outputs', 'effects/event-inputs'] as const;

const TRANSACTION_HASH = [
  'effects/transaction-hash',
  'effects/event-transaction-hash',
  'read-only/transaction-hash',
  'read-only/transaction-hash-of-outputs',
  'read-only/transaction-hash-unasked',
  'account-info/transaction-hash',
  'account-info/transaction-hash-of-outputs',
  'account-info/transaction-hash-unasked',
];
const HASHING: ReadonlySet<string> = new Set([...HASHES, ...TRANSACTION_HASH]);
const ABOUT_EVENTS: ReadonlySet<string> = new Set([...COUNTS, ...HASHING, 'effects/event-context-outputs']);

type Named = Pick<Claim, 'id'>;

/** Whether all inputs and outputs are hashed: only where their hashes are worked out is one more of all of them asked for. */
export const comparesHashes = ({ id }: Named): boolean => HASHING.has(id);

/** The observed rules about it that a claim asks. */
export const askedOfEvents = (claim: Named): readonly string[] => {
  if (!ABOUT_EVENTS.has(claim.id)) return [];
  return comparesHashes(claim) ? [...COUNTS, ...HASHES] : COUNTS;
};
