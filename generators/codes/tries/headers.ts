// Attempts with discriminators and mode bytes that do not exist, with nothing to do, and with too much of it.
import fc from 'fast-check';
import { unknownOnce } from '../../discriminators';
import { PLAIN_DATA } from '../../entries';
import { withData, withTarget } from '../../scenario';
import { hex } from '../../values';
import type { Mutation } from '../../edit';
import type { Tries, Try } from '../try';

const discriminatorIs =
  (discriminator: string): Mutation =>
  (s) =>
    withData(s, () => ({ discriminator }));

export const UNKNOWN: Try['edit'] = unknownOnce;
export const SHORT: Try['edit'] = fc
  .tuple(hex(8), fc.nat(7))
  .map(([digits, bytes]) => discriminatorIs(digits.slice(0, 2 * bytes)));

/** Not for callers: Anchor’s `stub_idl_build` of earlier versions, and its instructions about an IDL. */
const RETIRED = ['7663eef308a7fba8', '40f4bc78a7e9690a'];

/** What no packet holds has to come from a program. */
const byProgram: Mutation = (s) =>
  withTarget(s, (i) => {
    const { direct, ...called } = i;
    return direct === undefined ? i : called;
  });

const repeatedOutputs =
  (count: number): Mutation =>
  (s) =>
    withData(s, ({ outputs: [one] }) => ({
      outputs:
        one === undefined
          ? []
          : Array.from({ length: count }, () => ({ ...one, data: one.data && PLAIN_DATA })),
    }));

const muchData =
  (length: number): Mutation =>
  (s) =>
    withData(s, ({ outputs }) => ({
      outputs: outputs.map((output, at) =>
        at === 0
          ? { ...output, data: { ...(output.data ?? PLAIN_DATA), bytes: { fill: 1, length } } }
          : output,
      ),
    }));

const manyInputs =
  (count: number): Mutation =>
  (s) =>
    withData(s, ({ inputs: [one] }) => ({
      inputs:
        one === undefined
          ? []
          : Array.from({ length: count }, (_, leafOffset) => ({
              ...one,
              data: one.data && PLAIN_DATA,
              leafOffset,
            })),
    }));

export const HEADER_TRIES: Tries = {
  'unknown-discriminator': { base: 'create', edit: UNKNOWN },
  'short-discriminator': { base: 'create', edit: SHORT },
  'discriminator-of-no-callable': { base: 'create', edit: fc.constantFrom(...RETIRED).map(discriminatorIs) },
  'mode-byte': {
    base: 'create',
    edit: fc.integer({ min: 2, max: 255 }).map((modeByte) => (s) => withData(s, () => ({ modeByte }))),
  },
  'nothing-to-do': {
    base: 'create',
    edit: fc.constant<Mutation>((s) => withData(s, () => ({ outputs: [] }))),
  },
  'more-than-thirty-outputs': {
    base: 'create',
    prepare: byProgram,
    edit: fc.integer({ min: 31, max: 40 }).map(repeatedOutputs),
  },
  'nine-kilobytes': {
    base: 'create',
    prepare: byProgram,
    edit: fc.integer({ min: 8_900, max: 9_700 }).map(muchData),
  },
  'more-than-thirty-inputs': {
    base: 'spend',
    prepare: byProgram,
    edit: fc.integer({ min: 31, max: 40 }).map(manyInputs),
  },
};
