// One case through somebody's own caller: what the system program is handed, what comes of it, and what that means.
import type { Generated } from '../../generators/breaking';
import { entriesOf, sameOutcome } from '../../report/findings';
import { observedName } from '../../report/outcome-names';
import type { Raised } from '../../spec/outcome';
import type { Baseline } from '../../spec/result';
import type { Verdict } from '../../spec/verdict';
import { judgedBy } from '../claim-run';
import { claimById, type RunnableClaim } from '../claims';
import { isTooLarge } from '../runner';
import { runCase } from '../run-case';
import { isDeviation } from '../tally';
import { GUEST, type GuestClaim } from './claims';
import { listen, type Listened } from './listen';
import type { Worlds } from './session';
import type { CallerVerdictKind, CaseKind } from './types';

export type TriedCase = {
  readonly kind: CaseKind;
  /** Of a finding. */
  readonly found?: {
    readonly verdict: CallerVerdictKind;
    readonly expected: string;
    readonly observed: string;
    readonly detail: string;
    readonly handed: readonly string[];
  };
};

/** Worlds with what is known of the version's own programs. */
export type Trying = { readonly worlds: Worlds; readonly baseline: Baseline | null };

/** Valid calls are judged as those of the default run are. */
const VALID = 'effects/valid';

const judgedAs = ({ rule }: GuestClaim): RunnableClaim => {
  const claim = claimById(rule?.id ?? VALID);
  if (claim === undefined) throw new Error(`There is no claim ${rule?.id}.`);
  return claim;
};

const isKnown = (baseline: Baseline | null, claim: string, { kind, expected, observed }: Verdict): boolean =>
  entriesOf(baseline, claim).some((entry) => sameOutcome(entry, { verdict: kind, expected, observed }));

/** A wrong call that arrived as planned: what the system program answers to it is nobody else's doing. */
const isSystems = (raised: Raised | null, { rule }: GuestClaim, { kind }: Verdict): boolean =>
  rule !== null && kind !== 'wrong-effect' && raised?.program !== `program:${GUEST}`;

const notCalled = ({ refused }: Listened): readonly string[] =>
  refused === null ? [] : [`not every call was made: ${observedName(refused)} came before`];

const finding = ({ kind, expected, observed, detail }: Verdict, heard: Listened): TriedCase => ({
  kind: 'finding',
  found: { verdict: kind, expected, observed, detail, handed: [...heard.differences, ...notCalled(heard)] },
});

const handedOver = ({ differences }: Listened, observed: string): TriedCase => ({
  kind: 'finding',
  found: {
    verdict: 'handed-over',
    expected: 'the call as it was to be made',
    observed,
    detail: 'A valid call reached the system program as another one.',
    handed: differences,
  },
});

/** Plan and twin have their instructions; false where the program does not make all of the calls. */
async function carried({ real, listening }: Worlds, { plan, twin }: Generated): Promise<boolean> {
  for (const one of twin === null ? [plan] : [twin, plan])
    for (const world of [real, listening]) if (!(await world.carry(one))) return false;
  return true;
}

/** What a case shows whose plan was heard and run. */
async function judged(trying: Trying, claim: GuestClaim, generated: Generated): Promise<TriedCase> {
  const { worlds, baseline } = trying;
  const heard = await listen(worlds, generated.plan);
  if (claim.rule !== null && heard.differences.length > 0) return { kind: 'changed' };
  if (claim.rule !== null && heard.refused !== null) return { kind: 'refused' };
  const runnable = judgedAs(claim);
  const { verdict, raised } = await runCase(
    worlds.real,
    generated,
    judgedBy({ claim: runnable, runner: worlds.real }),
  );
  if (isDeviation(verdict))
    return isSystems(raised, claim, verdict) || isKnown(baseline, runnable.id, verdict)
      ? { kind: 'not-yours' }
      : finding(verdict, heard);
  if (heard.differences.length > 0) return handedOver(heard, observedName(raised));
  return { kind: verdict.kind === 'match' ? 'shown' : 'undecided' };
}

/** Runs one case. Throws what the caller's own function throws. */
export async function tryCase(trying: Trying, claim: GuestClaim, generated: Generated): Promise<TriedCase> {
  try {
    if (!(await carried(trying.worlds, generated))) return { kind: 'not-made' };
    return await judged(trying, claim, generated);
  } catch (error) {
    if (isTooLarge(error as never)) return { kind: 'too-large' };
    throw error;
  }
}
