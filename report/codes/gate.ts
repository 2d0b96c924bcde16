// What the gate asks about codes: was everything attempted, is everything decided, is it as it was frozen.
import { EVIDENCE_FLOOR } from '../bound';
import type { Problem, ReportBody } from '../report-types';
import { changedStates, type FrozenCodes } from './frozen';
import type { CodeCell, CodesReport, CodeState } from './types';

export type CodesGate = {
  readonly body: Pick<ReportBody, 'codes' | 'rules'>;
  readonly frozen: FrozenCodes | null;
  /** Nothing was filtered out. */
  readonly complete: boolean;
};

const isOfCodes = ({ area }: ReportBody['rules'][number]): boolean => area === 'codes';

/** All claims ran, those about codes with cases enough: only then do the states mean something. */
export const isFullMatrix = ({ body, complete }: Omit<CodesGate, 'frozen'>): boolean =>
  complete &&
  body.codes !== undefined &&
  body.rules.filter(isOfCodes).every(({ requested }) => requested >= EVIDENCE_FLOOR);

const inState = ({ matrix }: CodesReport, wanted: CodeState): readonly CodeCell[] =>
  matrix.filter(({ state }) => state === wanted);

const notAttempted = (codes: CodesReport): readonly Problem[] =>
  inState(codes, 'not-attempted').map(({ code, instruction }) => ({
    kind: 'vacuous',
    claim: null,
    sentence: `Nobody tried to raise ${code} under ${instruction}.`,
  }));

const undecided = (codes: CodesReport): readonly Problem[] =>
  inState(codes, 'seen').map(({ code, instruction, raised, inValid }) => ({
    kind: 'under-sampled',
    claim: null,
    sentence:
      inValid > 0
        ? `${code} under ${instruction} was raised by ${inValid} valid plans.`
        : `${code} under ${instruction} was raised ${raised} times, but no rule shows exactly when.`,
  }));

/** Problems of a complete run with enough cases; under a filter nothing is asked. */
export const codesProblems = (input: CodesGate): readonly Problem[] => {
  const { body, frozen } = input;
  if (body.codes === undefined || !isFullMatrix(input)) return [];
  return [
    ...notAttempted(body.codes),
    ...undecided(body.codes),
    ...(frozen === null ? [] : changedStates(body.codes, frozen)),
  ];
};

/** That nothing is frozen yet is worth knowing. */
export const codesNotes = (input: CodesGate): readonly string[] =>
  isFullMatrix(input) && input.frozen === null
    ? ['No states of codes are frozen for this version of the programs: `codes --update` freezes them.']
    : [];
