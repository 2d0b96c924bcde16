// What a run on LiteSVM or on both runtimes says about the runtimes themselves, apart from what it says about the programs.
import type { ClaimResult, Witness } from '../spec/result';
import { knownDifference } from '../spec/runtime-differences';
import { witnessPath } from './file-names';
import type { DisagreementReport, Problem, ReportBody } from './report-types';

/** The area of each claim, by its id; of a sweep or law, the first half of its id. */
export type AreaOf = (claim: string) => string;

type Placed = { readonly row: DisagreementReport; readonly witness: Witness };

const sortKey = ({
  part,
  bankrun,
  litesvm,
}: Pick<DisagreementReport, 'part' | 'bankrun' | 'litesvm'>): string => [part, bankrun, litesvm].join(' ');

function placedIn(result: ClaimResult, areaOf: AreaOf): readonly Placed[] {
  const { claim } = result;
  return (result.disagreements ?? [])
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ witness, ...disagreement }, at) => ({
      row: {
        claim,
        ...disagreement,
        known: knownDifference(disagreement, { claim, area: areaOf(claim) })?.id ?? null,
        witness: witnessPath(claim, 'runner-disagrees', at + 1),
      },
      witness,
    }));
}

/** One row for each way in which the runtimes differ in a claim. */
export const disagreementReports = (
  results: readonly ClaimResult[],
  areaOf: AreaOf,
): readonly DisagreementReport[] =>
  results.flatMap((result) => placedIn(result, areaOf).map(({ row }) => row));

/** The witness files, with their paths in the report folder. */
export const disagreementWitnesses = (
  results: readonly ClaimResult[],
): readonly (readonly [path: string, witness: Witness])[] =>
  results.flatMap((result) =>
    placedIn(result, () => '').map(({ row, witness }) => [row.witness, witness] as const),
  );

/** `outcome: accepted on bankrun, light-system:6002 on LiteSVM`; of effects, which have no name, only their part. */
export const disagreementText = ({
  part,
  bankrun,
  litesvm,
}: Pick<DisagreementReport, 'part' | 'bankrun' | 'litesvm'>): string =>
  bankrun === '' ? part : `${part}: ${bankrun} on bankrun, ${litesvm} on LiteSVM`;

/** A disagreement that nobody has listed says that one of the runtimes is not to be trusted with the plan. */
export const disagreementProblems = ({ disagreements = [] }: ReportBody): readonly Problem[] =>
  disagreements
    .filter(({ known }) => known === null)
    .map((row) => ({
      kind: 'runner-disagrees',
      claim: row.claim,
      sentence: `In ${row.count} ${row.count === 1 ? 'plan' : 'plans'} of ${row.claim} the runtimes differ (${disagreementText(row)}): no fault of the program; see ${row.witness}.`,
    }));
