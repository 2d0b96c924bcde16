// What a test that is exported needs: the case as bare accounts and transactions, and what they do on the real programs.
import { rawCase } from '../harness/raw-case';
import { rawOutcome } from '../harness/raw-outcome';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import type { Run } from '../report/history';
import type { TestInput } from '../report/export/typescript';
import type { Observation } from '../spec/outcome';
import type { RawCase } from '../spec/raw-case';
import type { Witness } from '../spec/result';
import type { RuntimeName } from '../spec/runtime';
import { isRecorded } from '../suites/asked';
import { claimById } from '../suites/claims';
import { frozenErrors, loadBaseline } from './baseline-file';
import type { FoundWitness } from './find-witness';
import type { ProgramOptions } from './program-options';
import { rerun } from './rerun';
import { publishedAccounts } from './tested-programs';

/** The case as its claim runs it, and as a test does, which has the real account-compression; null where the validator stops. */
export type Observed = { readonly run: Run | null; readonly real: Run | null };
export const NOT_RUN: Observed = { run: null, real: null };

/** A rule that there is not: of no claim, so that nothing is recorded in the place of account-compression. */
const NO_CLAIM = '';

/** Runs the case on the programs that are named. */
export async function observed(
  found: FoundWitness,
  options: ProgramOptions,
  { runtime }: { readonly runtime: RuntimeName | undefined },
): Promise<Observed> {
  const { file, content } = found;
  const frozen = frozenErrors(loadBaseline(undefined, content.programs.version));
  const again = { backend: runtime, keepsBytes: true, ...frozen } as const;
  const runOf = async (one: FoundWitness): Promise<Run | null> =>
    (await rerun([one], options, again)).get(file)?.run ?? null;
  const run = await runOf(found);
  const claim = claimById(content.rule);
  const isElsewhere = claim !== undefined && isRecorded(claim);
  const real = isElsewhere ? await runOf({ file, content: { ...content, rule: NO_CLAIM } }) : run;
  return { run, real };
}

/** The case's accounts and transactions. */
export function rawOf({ plan, programs: { version } }: Witness): RawCase {
  const { systemProgram, accountCompression, fixtures, noop } = loadRelease(version);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  return rawCase({ programs, fixtures, plan });
}

type ToTell = {
  readonly witness: Witness;
  readonly raw: RawCase;
  readonly observation: Observation;
};

/** What a TypeScript test needs besides. */
export function forTypescript({
  witness: { plan, programs },
  raw,
  observation,
}: ToTell): Pick<TestInput, 'outcomes' | 'caller' | 'published'> {
  const outcomes = observation.transactions.flatMap((outcome, at) => {
    const [planned, sent] = [plan.transactions[at], raw.transactions[at]];
    return planned && sent ? [rawOutcome(outcome, { planned, raw: sent })] : [];
  });
  return {
    outcomes,
    caller: loadCaller().toString('base64'),
    published: publishedAccounts(programs.version, raw.published),
  };
}
