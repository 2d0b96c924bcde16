// Edits that exercise the rules about discriminator and data layout.
import fc from 'fast-check';
import { INVOKE_CPI_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { InvokeData } from '../../spec/plan';
import { HEAD_BYTES, INPUT_REST, inputEnds, wholeLength } from '../../spec/wire-size';
import { unknownInTurn } from '../discriminators';
import { ALL_KINDS, CONTEXT_KINDS, type Edit, type Mutation } from '../edit';
import { withData } from '../scenario';
import { u64 } from '../values';

const BYTE_DIGITS = 2;

/** So many bytes, or as many as leave the head whole. */
const withinBody = (data: InvokeData, cut: number): number =>
  1 + ((cut - 1) % (wholeLength(data) - HEAD_BYTES));

/** Bytes of the fields behind the outputs, without SOL: relay_fee, SOL, is_compress, and cpi_context with and without flags. */
const BEHIND_OUTPUTS = [4, 7] as const;

export const INSTRUCTION_DATA_EDITS: readonly Edit[] = [
  {
    rule: 'instruction-data/discriminator',
    kinds: ALL_KINDS,
    mutation: unknownInTurn,
  },
  {
    rule: 'instruction-data/discriminator-length',
    kinds: ALL_KINDS,
    mutation: fc.nat(7).map(
      (bytes): Mutation =>
        (s) =>
          withData(s, () => ({ discriminator: INVOKE_CPI_DISCRIMINATOR.slice(0, bytes * BYTE_DIGITS) })),
    ),
  },
  {
    rule: 'instruction-data/length-prefix-skipped',
    kinds: ALL_KINDS,
    mutation: fc.oneof(fc.constantFrom(0, 1, 0xffff_ffff), fc.nat(0xffff_ffff)).map(
      (lengthPrefix): Mutation =>
        (s) =>
          withData(s, () => ({ lengthPrefix })),
    ),
  },
  {
    rule: 'instruction-data/no-body',
    kinds: ALL_KINDS,
    mutation: fc.nat(3).map(
      (left): Mutation =>
        (s) =>
          withData(s, (data) => ({ cutBytes: wholeLength(data) - HEAD_BYTES + 1 + left })),
    ),
  },
  {
    rule: 'instruction-data/truncated',
    kinds: ALL_KINDS,
    mutation: fc
      .oneof(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...BEHIND_OUTPUTS),
        fc.integer({ min: 1, max: 1000 }),
      )
      .map(
        (cut): Mutation =>
          (s) =>
            withData(s, (data) => ({ cutBytes: withinBody(data, cut) })),
      ),
  },
  {
    rule: 'instruction-data/truncated-input',
    kinds: ['spend', 'decompress'],
    mutation: fc.tuple(fc.nat(2), fc.integer({ min: 1, max: INPUT_REST })).map(
      ([nth, missing]): Mutation =>
        (s) =>
          withData(s, (data) => {
            const ends = inputEnds(data);
            const end = ends[nth % ends.length] ?? wholeLength(data);
            return { cutBytes: wholeLength(data) - end + missing };
          }),
    ),
    isAlone: true,
  },
  {
    rule: 'instruction-data/relay-fee-optional',
    kinds: ALL_KINDS,
    mutation: u64.map(
      (relayFee): Mutation =>
        (s) =>
          withData(s, () => ({ relayFee })),
    ),
  },
  {
    rule: 'instruction-data/context-index-ignored',
    kinds: CONTEXT_KINDS,
    mutation: fc.integer({ min: 1, max: 255 }).map(
      (index): Mutation =>
        (s) =>
          withData(s, ({ cpiContext }) => ({
            cpiContext: cpiContext === null ? null : { ...cpiContext, index },
          })),
    ),
  },
];
