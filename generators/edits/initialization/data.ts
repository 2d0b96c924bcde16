// Edits of an initialisation's data: another discriminator, less of it, something behind it.
import fc from 'fast-check';
import { INITIALIZE_DISCRIMINATOR, UNINITIALISED } from '../../../spec/initialize';
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../../../spec/invoke-cpi';
import type { Edit } from '../../edit';
import { hex } from '../../values';
import { ALONE, BOTH, sending } from './change';

const KNOWN = new Set([INITIALIZE_DISCRIMINATOR, INVOKE_CPI_DISCRIMINATOR, ...SIBLING_DISCRIMINATORS]);
const otherDiscriminator = fc
  .oneof(fc.constant(UNINITIALISED), hex(8))
  .map((found) => (KNOWN.has(found) ? UNINITIALISED : found));

const BYTE_DIGITS = 2;
export const DATA_EDITS: readonly Edit[] = [
  {
    rule: 'initialization/discriminator',
    kinds: ALONE,
    mutation: otherDiscriminator.map((found) => sending(() => found)),
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
