// Steps that take as few bytes of a packet as can be, so that a history gets to thirty invocations.
import type { InvocationStep } from './step';

/** The step by one payer, called directly, without a flaw that would end its transaction, and with little content. */
export const brief = (step: InvocationStep): InvocationStep => ({
  ...step,
  through: null,
  payer: 'payer:0',
  flaw: null,
  wild: false,
  outputs: step.outputs.slice(0, 1),
  spends: step.spends.slice(0, 1),
});
