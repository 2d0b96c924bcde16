// Edits of Invoke's discriminator and data layout.
import fc from 'fast-check';
import { INVOKE_DISCRIMINATOR } from '../../../spec/invoke-cpi';
import type { InvokeData } from '../../../spec/plan';
import { HEAD_BYTES, wholeLength } from '../../../spec/wire-size';
import { unknownInTurn } from '../../discriminators';
import type { Edit } from '../../edit';
import { withData } from '../../scenario';
import { u64 } from '../../values';
import { INVOKE_KINDS } from './change';

const edit = (rule: string, change: fc.Arbitrary<(data: InvokeData) => Partial<InvokeData>>): Edit => ({
  rule: `invoke/${rule}`,
  kinds: INVOKE_KINDS,
  mutation: change.map((apply) => (scenario) => withData(scenario, apply)),
});

const whole = (data: InvokeData): number => wholeLength({ ...data, cpiContext: null }, 'Invoke');
const appended = (data: InvokeData): number => wholeLength(data, 'Invoke') - whole(data);
/** So many bytes of the fields, or as many as leave the head whole, and whatever stands behind the fields. */
const withinBody = (data: InvokeData, cut: number): number =>
  appended(data) + 1 + ((cut - 1) % (whole(data) - HEAD_BYTES));

const BYTE_DIGITS = 2;
/** Bytes of the fields behind the outputs: relay_fee, new addresses, SOL, is_compress. */
const BEHIND_OUTPUTS = [1, 2, 6, 7, 15] as const;

export const INVOKE_DATA_EDITS: readonly Edit[] = [
  { rule: 'invoke/discriminator', kinds: INVOKE_KINDS, mutation: unknownInTurn },
  edit(
    'discriminator-length',
    fc.nat(7).map((bytes) => () => ({ discriminator: INVOKE_DISCRIMINATOR.slice(0, bytes * BYTE_DIGITS) })),
  ),
  edit(
    'length-prefix-skipped',
    fc
      .oneof(fc.constantFrom(0, 1, 0xffff_ffff), fc.nat(0xffff_ffff))
      .map((lengthPrefix) => () => ({ lengthPrefix })),
  ),
  edit(
    'no-body',
    fc.nat(3).map((left) => (data) => ({ cutBytes: wholeLength(data, 'Invoke') - HEAD_BYTES + 1 + left })),
  ),
  edit(
    'truncated',
    fc
      .oneof(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...BEHIND_OUTPUTS),
        fc.integer({ min: 1, max: 1000 }),
      )
      .map((cut) => (data) => ({ cutBytes: withinBody(data, cut) })),
  ),
  edit(
    'relay-fee-optional',
    u64.map((relayFee) => () => ({ relayFee })),
  ),
];
