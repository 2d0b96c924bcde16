// A question that the documents leave open about an invocation, and what several of them look at.
import { SLOT_NAMES, type SlotName } from '../../spec/invoke-cpi';
import type { Area } from '../../spec/rule';
import { ABSENT } from '../../spec/world';
import { decompresses, movesSol } from '../checks/slots';
import { namedProgram } from '../meant';
import { slot, type View } from '../view';

export type Question = {
  readonly why: string;
  readonly asks: (view: View) => boolean;
  /** INVOKE.md answers it by a rule of its own. */
  readonly answeredOfInvoke?: true;
  /** An area whose rules, where a model has them, answer it. */
  readonly answeredBy?: Area;
  /** A rule that answers it where a model has it. */
  readonly answeredByRule?: string;
  /** An area whose rules alone raise it. */
  readonly raisedBy?: Area;
  /** The runtime may answer it, in front of the call. */
  readonly ofTheRuntime?: true;
};

const isGiven = (view: View, name: SlotName): boolean => (slot(view, name)?.key ?? ABSENT) !== ABSENT;
export const givenWithoutUse = (view: View): boolean =>
  (!movesSol(view) && isGiven(view, 'sol_pool_pda')) ||
  (!decompresses(view) && isGiven(view, 'decompression_recipient'));

export const isProgramOwnedWithoutData = (view: View): boolean =>
  view.layout !== SLOT_NAMES &&
  view.instruction !== 'Invoke' &&
  view.own.outputs.some(({ data, owner }) => data === null && owner === namedProgram(view));
