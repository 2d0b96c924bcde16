// When a plan sends a byte that is neither 0 nor 1 where yes or no is said, or a count that is not that of the entries.
import { FLAG_ATTEMPT_FIELDS } from '../../spec/attempts/flag-bytes';
import type { TriedCheck, TriedChecks } from './tried';

const sends =
  (fieldsOf: (typeof FLAG_ATTEMPT_FIELDS)[string]): TriedCheck =>
  ({ invocation: { instruction }, data: { flagBytes } }) =>
    (fieldsOf[instruction] ?? []).some((field) => (flagBytes?.[field] ?? 0) > 1);

const counted =
  (isOff: (said: number, entries: number) => boolean): TriedCheck =>
  ({ data }) =>
    (['inputs', 'outputs'] as const).some((field) => {
      const said = data.counts?.[field];
      return said !== undefined && isOff(said, data[field].length);
    });

const FEW = 3;
/** No instruction data are as long; 32 KB hold no such list. */
const BEYOND_DATA = 0x4000;
const BEYOND_MEMORY = 2_000;

export const FLAG_CHECKS: TriedChecks = {
  'bytes-behind': ({ data }) => data.tail !== undefined,
  'count-of-more': counted((said, entries) => said > entries && said - entries < FEW),
  'count-beyond-the-data': counted((said) => said >= BEYOND_DATA),
  'count-beyond-memory': counted((said) => said >= BEYOND_MEMORY && said < BEYOND_DATA),
  'count-of-fewer': counted((said, entries) => said < entries),
  ...Object.fromEntries(
    Object.entries(FLAG_ATTEMPT_FIELDS).map(([name, fieldsOf]): [string, TriedCheck] => [
      name,
      sends(fieldsOf),
    ]),
  ),
};
