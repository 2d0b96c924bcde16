// Edits that step over a capacity of the context in a write by InvokeCpiWithReadOnly or InvokeCpiWithAccountInfo.
import { FITS } from '../../../spec/boundaries';
import type { Mutation } from '../../edit';
import { withTarget } from '../../scenario';
import { asInfos } from '../../siblings/form';
import { BEYOND } from '../limits/beyond';
import type { Draft } from './draft';

/** What came more is said as the rest of the call is: an account info has data, and names no owner. */
const said: Mutation = (scenario) =>
  withTarget(scenario, (one) => (one.instruction === 'InvokeCpiWithAccountInfo' ? asInfos(one) : one));

export const LIMIT_DRAFTS: readonly Draft[] = BEYOND.map(({ rule, base, mutation }) => ({
  name: FITS[rule],
  bases: [base],
  mutation: mutation.map(
    (mutate): Mutation =>
      (scenario) =>
        said(mutate(scenario)),
  ),
}));
