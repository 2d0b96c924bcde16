// When an invocation shows a row of the tables that compare Invoke and InvokeCpi, in the column of its instruction.
import type { Checks } from '../check';
import { slot, type View } from '../view';

const isOwned = ({ own }: View): boolean => own.inputs.some(({ owner }) => owner.startsWith('program:'));
const unsigned = (view: View): boolean => slot(view, 'authority')?.signer === false;
const namesContext = ({ remaining }: View): boolean =>
  remaining.some(({ key }) => key.startsWith('context:'));

export const DIFFERENCE_CHECKS: Checks = {
  'differences/caller-invoke': ({ direct }) => direct,
  'differences/authority-signer-invoke': unsigned,
  'differences/signer-check-invoke': isOwned,
  'differences/data-accounts-invoke': ({ own }) => own.outputs.some(({ data }) => data !== null),
  'differences/cpi-context-invoke': (view) => view.data.cpiContext !== null || namesContext(view),
  'differences/caller-invoke-cpi': ({ direct }) => direct,
  'differences/authority-signer-invoke-cpi': unsigned,
  'differences/signer-check-invoke-cpi': (view) =>
    view.own.inputs.some(({ owner }) => owner !== slot(view, 'invoking_program')?.key),
  'differences/data-accounts-invoke-cpi': (view) =>
    view.mode === 'none' &&
    view.own.outputs.some(
      ({ data, owner }) => data !== null && owner === slot(view, 'invoking_program')?.key,
    ),
  'differences/cpi-context-invoke-cpi': ({ writes }) => writes,
};
