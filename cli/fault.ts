// Says in one sentence what stopped a claim, and turns the case it stopped at into a witness.
import type { ProgramHashes, Witness } from '../spec/result';
import { recordedOn, type BackendName } from '../spec/runtime';
import { IN_WITNESS } from '../suites/engine-types';
import { WorkerDeath } from './child';
import type { PlannedCase } from './protocol';

export type PoolFault = {
  readonly claim: string;
  readonly sentence: string;
  /** `SIGSEGV`, `no answer for 30 s`, or the message of an error. */
  readonly cause: string;
  /** Index of the case in its claim; IN_WITNESS in a witness of the baseline, -1 if it is not known. */
  readonly index: number;
  readonly planned: PlannedCase | null;
};

function place(claim: string, index: number): string {
  if (index === IN_WITNESS) return `in a witness that the baseline has of ${claim}`;
  return index < 0 ? `before the first case of ${claim}` : `at case ${index} of ${claim}`;
}

function death(claim: string, { reason: cause, progress }: WorkerDeath): PoolFault {
  const verb = cause.startsWith('no answer') ? 'hung' : 'crashed';
  const sentence = `The validator ${verb} (${cause}) ${place(claim, progress.index)}.`;
  return { claim, sentence, cause, index: progress.index, planned: null };
}

/** What happened to a claim whose worker did not answer, or answered with an error while running case `index`. */
export function describeFault(claim: string, error: unknown, index: number): PoolFault {
  if (error instanceof WorkerDeath) return death(claim, error);
  const cause = error instanceof Error ? error.message : String(error);
  const sentence = `The suite failed ${place(claim, index)}: ${cause}`;
  return { claim, sentence, cause, index, planned: null };
}

/** The case that stopped a claim, as a file that replays it; null without a plan. */
export function faultWitness(
  fault: PoolFault,
  programs: ProgramHashes,
  backend?: BackendName,
): Witness | null {
  if (fault.planned === null) return null;
  return {
    formatVersion: 1,
    rule: fault.claim,
    kind: 'deviation',
    verdict: 'harness-fault',
    expected: 'an outcome',
    observed: fault.cause,
    detail: fault.sentence,
    plan: fault.planned.plan,
    twin: fault.planned.twin,
    programs,
    ...recordedOn(backend),
  };
}
