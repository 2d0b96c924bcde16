// What was observed and is in no document: only what is asked for, so that it is never mixed with what is documented.
import { NO_HASH, NO_HEAD, type Handed } from '../spec/handed';
import type { Effects, ObservedEffects } from '../spec/prediction';
import { chainsOf } from './chains';
import type { Changes } from './effects';
import type { ModelOptions } from './options';

const ZEROS = '0'.repeat(64);

/** What a model without the rule would say. */
const NO_COUNTS: Handed['head'] = { ...NO_HEAD, isWhole: true };

/** The part of what is handed on that each rule speaks of, and what a model without the rule would say. */
const PARTS: readonly (readonly [
  rule: string,
  part: (handed: Handed) => Partial<Handed>,
  without: Partial<Handed>,
])[] = [
  ['effects/event-outputs', ({ leaves }) => ({ leaves }), { leaves: [] }],
  ['effects/event-inputs', ({ nullifiers }) => ({ nullifiers }), { nullifiers: [] }],
  [
    'effects/event-context-outputs',
    ({ contextOutputs, trailingBytes }) => ({ contextOutputs, trailingBytes }),
    { contextOutputs: [] },
  ],
  [
    'effects/event-sequences',
    ({ sequences }) => ({ sequences }),
    { sequences: { outputs: [], inputs: [], addresses: [] } },
  ],
  [
    'proofs/event-addresses',
    ({ head, addresses, sequences }) => ({ head, addresses, sequences }),
    { addresses: [] },
  ],
  ['effects/event-counts', ({ head }) => ({ head }), { head: NO_COUNTS }],
  [
    'effects/event-transaction-hash',
    ({ transactionHash = NO_HASH }) => ({ transactionHash }),
    { transactionHash: '' },
  ],
];

const handedParts = (
  { handed }: Changes,
  { observed, dropped, recorded }: ModelOptions,
): ObservedEffects['handed'] => {
  if (!recorded) return null;
  const asked = PARTS.filter(([rule]) => observed.has(rule));
  return handed.map((each) =>
    Object.assign({}, ...asked.map(([rule, part, without]) => (dropped.has(rule) ? without : part(each)))),
  );
};

const FILTER = 'effects/nullifier-filter';

/** The observed effects of a transaction, as far as the options ask about them. */
export const observedEffects = (changes: Changes, options: ModelOptions): ObservedEffects => {
  const { observed, dropped, facts } = options;
  const spentLeaf = dropped.has('effects/spent-leaf') ? '' : ZEROS;
  return {
    order: observed.has('effects/leaf-order'),
    lamports: observed.has('effects/fees') && facts !== null ? changes.allLamports : null,
    spentLeaf: observed.has('effects/spent-leaf') ? spentLeaf : null,
    chains: chainsOf(changes, options),
    ...(observed.has(FILTER) && { filtered: !dropped.has(FILTER) }),
    handed: handedParts(changes, options),
  };
};

/** Left out where the model is not asked for them. */
export const transactionHashes = (
  { transactionHashes: hashes }: Changes,
  { transactionHashes: isAsked }: ModelOptions,
): Pick<Effects, 'transactionHashes'> => (isAsked ? { transactionHashes: hashes } : {});

/** The nullified leaf indices as sets; null where the model knows no indices. */
export const spentBy = ({ spent }: Changes, { facts }: ModelOptions): Effects['spent'] =>
  facts === null ? null : new Map([...spent].map(([key, indices]) => [key, new Set(indices)]));
