// Attempts with instruction data that end at a certain byte of the first input or output.
import fc from 'fast-check';
import { BYTES, DATA_ENDS } from '../../../spec/attempts/data-ends';
import type { InputAccount, OutputAccount } from '../../../spec/plan';
import { wholeLength } from '../../../spec/wire-size';
import { withData } from '../../scenario';
import type { Mutation } from '../../edit';
import type { Tries, Try } from '../try';

const shortened = <T extends InputAccount | OutputAccount>(one: T): T => ({
  ...one,
  data: one.data && { ...one.data, bytes: { fill: 1, length: BYTES } },
});
const withBytes: Mutation = (s) =>
  withData(s, ({ inputs, outputs }) => ({ inputs: inputs.map(shortened), outputs: outputs.map(shortened) }));

/** One of the parts that an attempt is about, and a place in it: 0 to 1, mostly where it begins or ends. */
const place = fc.tuple(
  fc.nat(7),
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, fc.double({ min: 0, max: 1, noNaN: true })),
);

const endingIn = (name: string): Try['edit'] =>
  place.map(
    ([part, at]): Mutation =>
      (s) =>
        withData(s, (data) => {
          const parts = DATA_ENDS[name]?.(data) ?? [];
          const [from, to] = parts[part % parts.length] ?? [0, 0];
          return { cutBytes: wholeLength(data) - Math.round(from + at * (to - from)) };
        }),
  );

export const DATA_END_TRIES: Tries = Object.fromEntries(
  Object.keys(DATA_ENDS).map((name): [string, Try] => [
    name,
    { base: 'spend', prepare: withBytes, edit: endingIn(name) },
  ]),
);
