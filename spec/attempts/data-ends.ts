// Attempts with instruction data that end at a certain byte of an entry: which error comes where is in no document.
import type { InvokeData } from '../plan';
import { HEAD_BYTES, inputEnds, wholeLength } from '../wire-size';
import type { Ends } from './ends';
import { invokeCpi, type Attempt, type Attempts, type Outcome } from './make';

/** No proof, no new address, and the count of inputs. */
const FIRST_INPUT = HEAD_BYTES + 1 + 4 + 4;
const COUNT = 4;
/** Of an entry: owner, lamports and the tag of the address; without one, that of data and their discriminator follow. */
const TAG = 41;
const DISCRIMINATOR = TAG + 1 + 8;
const LENGTH = DISCRIMINATOR + 4;

/** How many bytes of data the entries of these attempts have, which no hash is of. */
export const BYTES = 3;

/** Where the first input and the first output begin. */
const starts = (data: InvokeData): readonly number[] => [
  FIRST_INPUT,
  (inputEnds(data).at(-1) ?? FIRST_INPUT) + COUNT,
];
const inEntries =
  (...parts: Ends) =>
  (data: InvokeData): Ends =>
    starts(data).flatMap((start) => parts.map(([from, to]) => [start + from, start + to] as const));

/**
 * By the name of the attempt: from the first length to the last, of data without a proof, new addresses and addresses.
 * Two inputs need two bytes, or it is their count that is wrong.
 */
export const DATA_ENDS: Readonly<Record<string, (data: InvokeData) => Ends>> = {
  'data-end-behind-a-count': inEntries([0, 0]),
  'data-end-in-the-owner-or-lamports': inEntries([2, TAG - 1]),
  'data-end-behind-the-tag-of-an-address': inEntries([TAG, TAG]),
  'data-end-in-a-discriminator': inEntries([TAG + 1, LENGTH - 1]),
  'data-end-in-the-bytes-of-data': inEntries([LENGTH, LENGTH + BYTES - 1]),
  'data-end-in-the-last-fields': (data) => [
    [wholeLength(data) - 5, wholeLength(data) - 5],
    [wholeLength(data) - 3, wholeLength(data) - 1],
  ],
};

const ends = (where: string, outcome: Outcome): Attempt => ({
  does: `instruction data that end ${where}`,
  aims: [],
  comes: invokeCpi(outcome),
  note: 'The documents name no error for data that end too early.',
});

export const DATA_END_ATTEMPTS: Attempts = {
  'data-end-behind-a-count': ends('right behind the count of inputs or outputs', '15004'),
  'data-end-in-the-owner-or-lamports': ends('in the owner or lamports of an entry', '15010'),
  'data-end-behind-the-tag-of-an-address': ends(
    'right behind the byte that says that an entry has no address',
    '15002',
  ),
  'data-end-in-a-discriminator': ends('in the discriminator of the data of an entry', '15010'),
  'data-end-in-the-bytes-of-data': ends('in the bytes of the data of an entry', '15008'),
  'data-end-in-the-last-fields': ends('in the fields behind the outputs', '15002'),
};
