// What the runtimes disagreed about in a claim, as witnesses.
import type { ClaimResult, Witness } from '../../spec/result';
import { recordedOn } from '../../spec/runtime';
import type { ClaimRun } from '../claim-run';
import type { Noted } from './notebook';

const nameOf = (runtime: string, what: string, { part }: Noted): string =>
  what === '' ? `${part} as on ${runtime}` : what;

function witnessOf({ claim, programs, runtime }: ClaimRun, noted: Noted): Witness {
  const expected = nameOf('bankrun', noted.bankrun, noted);
  const observed = nameOf('LiteSVM', noted.litesvm, noted);
  return {
    formatVersion: 1,
    rule: claim.id,
    kind: 'deviation',
    verdict: 'runner-disagrees',
    expected,
    observed,
    detail:
      noted.bankrun === ''
        ? `The runtimes differ in this: ${noted.part}.`
        : `bankrun: ${expected}, LiteSVM: ${observed}; the program is the same.`,
    plan: noted.plan,
    twin: null,
    programs,
    ...recordedOn(runtime ?? 'both'),
  };
}

/** Takes what was noted while the claim ran; undefined where one runtime ran it. */
export const disagreementsOf = (run: ClaimRun): ClaimResult['disagreements'] =>
  run.notebook?.take().map((noted) => {
    const { part, bankrun, litesvm, count } = noted;
    return { part, bankrun, litesvm, count, witness: witnessOf(run, noted) };
  });
