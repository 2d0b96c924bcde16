// When an invocation exercises the rules about discriminator and layout.
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../../spec/invoke-cpi';
import type { InvokeData } from '../../spec/plan';
import { HEAD_BYTES, INPUT_REST, inputEnds, wholeLength } from '../../spec/wire-size';
import type { Checks } from '../check';

const endsInHead = (data: InvokeData): boolean => wholeLength(data) - data.cutBytes < HEAD_BYTES;

const endsInLastFields = (data: InvokeData): boolean => {
  const length = wholeLength(data) - data.cutBytes;
  return inputEnds(data).some((end) => length >= end - INPUT_REST && length < end);
};

const DISCRIMINATOR_DIGITS = 16;

export const INSTRUCTION_DATA_CHECKS: Checks = {
  'instruction-data/discriminator': ({ data: { discriminator } }) =>
    discriminator.length === DISCRIMINATOR_DIGITS &&
    discriminator !== INVOKE_CPI_DISCRIMINATOR &&
    !SIBLING_DISCRIMINATORS.has(discriminator),
  'instruction-data/discriminator-length': ({ data }) => data.discriminator.length < DISCRIMINATOR_DIGITS,
  'instruction-data/length-prefix-skipped': ({ data }) => data.lengthPrefix !== null,
  'instruction-data/relay-fee-optional': ({ data }) => data.relayFee !== null,
  'instruction-data/no-body': ({ data }) => data.cutBytes > 0 && endsInHead(data),
  'instruction-data/truncated': ({ data }) => data.cutBytes > 0 && !endsInHead(data),
  'instruction-data/truncated-input': ({ data }) => data.cutBytes > 0 && endsInLastFields(data),
  'instruction-data/context-index-ignored': ({ data }) =>
    data.cpiContext !== null && data.cpiContext.index !== 0,
};
