// When a plan makes the attempt to end its data at a certain byte.
import { DATA_ENDS } from '../../spec/attempts/data-ends';
import { wholeLength } from '../../spec/wire-size';
import type { TriedCheck, TriedChecks } from './tried';

const endsIn =
  (endsOf: (typeof DATA_ENDS)[string]): TriedCheck =>
  ({ data }) => {
    const length = wholeLength(data) - data.cutBytes;
    return data.cutBytes > 0 && endsOf(data).some(([from, to]) => length >= from && length <= to);
  };

export const DATA_END_CHECKS: TriedChecks = Object.fromEntries(
  Object.entries(DATA_ENDS).map(([name, endsOf]) => [name, endsIn(endsOf)]),
);
