// When an invocation exercises the rules about discriminator and layout.
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../../spec/invoke-cpi';
import type { Checks } from '../check';

const DISCRIMINATOR_DIGITS = 16;

export const INSTRUCTION_DATA_CHECKS: Checks = {
  'instruction-data/discriminator': ({ data: { discriminator } }) =>
    discriminator.length === DISCRIMINATOR_DIGITS &&
    discriminator !== INVOKE_CPI_DISCRIMINATOR &&
    !SIBLING_DISCRIMINATORS.has(discriminator),
  'instruction-data/discriminator-length': ({ data }) => data.discriminator.length < DISCRIMINATOR_DIGITS,
  'instruction-data/length-prefix-skipped': ({ data }) => data.lengthPrefix !== null,
  'instruction-data/truncated': ({ data }) => data.cutBytes > 0,
  'instruction-data/context-index-ignored': ({ data }) =>
    data.cpiContext !== null && data.cpiContext.index !== 0,
};
