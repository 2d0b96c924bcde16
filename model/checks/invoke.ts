// When an Invoke exercises the rules about its data, its signer check, proofs and effects.
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../../spec/invoke-cpi';
import { HEAD_BYTES, wholeLength } from '../../spec/wire-size';
import type { Checks } from '../check';
import { bringsNothing, slot, type View } from '../view';
import { spendsInVain } from './effects';
import { INVOKE_SLOT_CHECKS } from './invoke-slots';
import { INVOKE_SOL_CHECKS } from './invoke-sol';
import { movesSol } from './slots';

const DISCRIMINATOR_DIGITS = 16;

/** Invoke's own is among the siblings of InvokeCpi. */
const isNobodys = (discriminator: string): boolean =>
  discriminator !== INVOKE_CPI_DISCRIMINATOR && !SIBLING_DISCRIMINATORS.has(discriminator);

const sentLength = ({ data }: View): number => wholeLength(data, 'Invoke') - data.cutBytes;
const endsInHead = (view: View): boolean => sentLength(view) < HEAD_BYTES;
/** Context flags stand behind the last field. */
const endsInFields = (view: View): boolean =>
  sentLength(view) < wholeLength({ ...view.data, cpiContext: null }, 'Invoke');

const DATA_CHECKS: Checks = {
  'invoke/discriminator': ({ data: { discriminator } }) =>
    discriminator.length === DISCRIMINATOR_DIGITS && isNobodys(discriminator),
  'invoke/discriminator-length': ({ data }) => data.discriminator.length < DISCRIMINATOR_DIGITS,
  'invoke/length-prefix-skipped': ({ data }) => data.lengthPrefix !== null,
  'invoke/no-body': (view) => view.data.cutBytes > 0 && endsInHead(view),
  'invoke/truncated': (view) => view.data.cutBytes > 0 && !endsInHead(view) && endsInFields(view),
  'invoke/relay-fee-optional': ({ data }) => data.relayFee !== null,
};

const isUnproven = ({ own }: View): boolean => own.inputs.some(({ proveByIndex }) => !proveByIndex);
const hasAddress = ({ own }: View): boolean => own.newAddresses.length > 0;

const ownsAll = (view: View): boolean =>
  view.own.inputs.every(({ owner }) => owner === slot(view, 'authority')?.key);

const isPda = (view: View): boolean => /^(?:authority|pda):/.test(slot(view, 'authority')?.key ?? '');

const SIGNER_CHECKS: Checks = {
  'invoke/input-owner': (view) => slot(view, 'authority') !== undefined && !ownsAll(view),
  'invoke/input-without-data': ({ own }) => own.inputs.some(({ data }) => data !== null),
  'invoke/authority-may-be-pda': (view) =>
    isPda(view) && slot(view, 'authority')?.signer === true && view.own.inputs.length > 0 && ownsAll(view),
  'invoke/by-cpi': ({ direct }) => !direct,
};

const EXECUTION_CHECKS: Checks = {
  'invoke/proof-required': (view) => isUnproven(view) && view.data.proof === null,
  'invoke/address-needs-proof': (view) => hasAddress(view) && view.data.proof === null,
  'invoke/proof-verified': (view) => isUnproven(view) && view.data.proof !== null,
  'invoke/address-proof-verified': (view) => hasAddress(view) && view.data.proof !== null,
  'invoke/empty-inputs': ({ own }) => bringsNothing(own),
  'invoke/outputs-created': ({ own }) => own.outputs.length > 0,
  'invoke/inputs-nullified': spendsInVain,
  'invoke/sol-moved': movesSol,
};

export const INVOKE_CHECKS: Checks = {
  ...DATA_CHECKS,
  ...INVOKE_SLOT_CHECKS,
  ...INVOKE_SOL_CHECKS,
  ...SIGNER_CHECKS,
  ...EXECUTION_CHECKS,
};
