// Which mode a step comes to, who pays, and whether its content is to be executed, given what its context holds.
import { isV1, type KeyRole } from '../../spec/world';
import type { FlagName } from '../invocation';
import { areSpendable, isOpen, type Held, type Ledger } from './ledger';
import { PLENTY } from './room';
import type { Act, InvocationStep } from './step';

/** The mode that suits the context, or the one that the step insists on. */
const wantedMode = (act: Act, held: Held): FlagName => {
  if (act !== 'advance' && act !== 'finish') return act;
  if (!isOpen(held)) return 'first-set';
  const isFull = held.outputs.length > PLENTY.outputs || held.inputs.length > PLENTY.inputs;
  return act === 'finish' || isFull ? 'execute' : 'set';
};

/**
 * What cannot be executed is begun again instead, or executed in vain now and then: but only where an input that
 * cannot be spent makes the refusal sure. What needs a proof (new addresses, inputs not proven by index) is not
 * executed at all.
 */
export const modeOf = ({ act, tree, stubborn }: InvocationStep, held: Held, ledger: Ledger): FlagName => {
  const mode = wantedMode(act, held);
  if (mode !== 'execute') return mode;
  const isVain = !areSpendable(ledger, tree, held.inputs);
  const needsProof = held.addresses > 0 || held.inputs.some(({ proveByIndex }) => !proveByIndex);
  if (needsProof || (held.wild && !isVain)) return 'first-set';
  return isVain && act !== 'execute' && !stubborn ? 'first-set' : 'execute';
};

/** The payer of the open context, where the step keeps to it. */
export const payerOf = ({ payer, faithful }: InvocationStep, mode: FlagName, held: Held): KeyRole =>
  faithful && held.payer !== null && (mode === 'set' || mode === 'execute') ? held.payer : payer;

/** Whether the content is never to be executed: what is added is like what is there. */
export const isWild = (step: InvocationStep, mode: FlagName, held: Held): boolean => {
  if (mode === 'none' || mode === 'execute') return false;
  return mode === 'set' && isOpen(held) ? held.wild : step.wild;
};

/** What lies in a v1 tree cannot be spent without a proof: there a step brings outputs only, all to be executed. */
export const possible = (step: InvocationStep): InvocationStep =>
  isV1(`tree:${step.tree}`)
    ? {
        ...step,
        wild: false,
        spends: [],
        inputs: [],
        newAddresses: [],
        flaw: step.flaw === 'foreign-input' ? null : step.flaw,
      }
    : step;
