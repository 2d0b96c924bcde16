// Edits of an initialisation's data: another discriminator, less of it, something behind it.
import fc from 'fast-check';
import { UNINITIALISED } from '../../../spec/initialize';
import { unknown } from '../../discriminators';
import type { Edit } from '../../edit';
import { hex } from '../../values';
import { ALONE, BOTH, sending } from './change';

const other = fc.oneof(
  { weight: 1, arbitrary: fc.constant(() => UNINITIALISED) },
  { weight: 9, arbitrary: unknown },
);

const BYTE_DIGITS = 2;
export const DATA_EDITS: readonly Edit[] = [
  {
    rule: 'initialization/discriminator',
    kinds: ALONE,
    mutation: other.map((change) => sending(change)),
  },
  {
    rule: 'initialization/discriminator-length',
    kinds: ALONE,
    mutation: fc.nat(7).map((bytes) => sending((data) => data.slice(0, bytes * BYTE_DIGITS))),
  },
  {
    rule: 'initialization/additional-data',
    kinds: BOTH,
    mutation: fc
      .integer({ min: 1, max: 40 })
      .chain((bytes) => hex(bytes))
      .map((more) => sending((data) => data + more)),
  },
];
