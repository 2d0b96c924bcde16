// What guided plans mean for the exit code of a run, and how that is said behind the run's own result.
import type { GuidedReport } from '../../report/binary/guided';
import type { Listing } from '../../report/binary/guided-listing';
import type { BinaryCoverage } from '../../report/binary/types';
import { EXIT, worstExit } from '../../report/exit-code';
import { RESULT } from '../../report/terminal/summary';

const CODES: Readonly<Record<Listing, number>> = {
  known: EXIT.green,
  alike: EXIT.green,
  new: EXIT.nonconformance,
  'runner-disagrees': EXIT.fault,
};

/** The exit code that guided plans alone would lead to; no plan at all is no evidence. */
const codeOf = ({ executions, deviations, faults }: GuidedReport): number =>
  worstExit([
    faults.length > 0 ? EXIT.fault : EXIT.green,
    executions === 0 ? EXIT.vacuous : EXIT.green,
    ...deviations.map(({ listing }) => CODES[listing]),
  ]);

/** The weightier of the gate's exit code and that of guided plans. */
export const tracedExit = (exitCode: number, { guided }: Pick<BinaryCoverage, 'guided'>): number =>
  worstExit([exitCode, ...(guided === undefined ? [] : [codeOf(guided)])]);

const faultText = ({ faults: [first, ...rest] }: GuidedReport): string => {
  if (first === undefined) return '';
  const others = rest.length === 0 ? '' : `, and ${rest.length} more of other kinds`;
  return `, faults of the suite: ${first.sentence.replace(/\.$/, '')} (${first.witness})${others}`;
};

/** `sentence` ends with the exit code of the whole run; `isRed` where guided plans are to blame for one. */
export type GuidedOutcome = { readonly sentence: string; readonly isRed: boolean };

/** What is to be said last; null without guided plans. */
export function guidedOutcome(
  exitCode: number,
  { guided }: Pick<BinaryCoverage, 'guided'>,
): GuidedOutcome | null {
  if (guided === undefined) return null;
  const count = (listing: Listing): number =>
    guided.deviations.filter((one) => one.listing === listing).length;
  const final = tracedExit(exitCode, { guided });
  return {
    sentence: `Guided plans: ${guided.executions} executed, new deviations: ${count('new')}, shown by one runtime only: ${count('runner-disagrees')}${faultText(guided)}. With the run itself: ${RESULT[final] ?? 'Failed.'} (exit code ${final})`,
    isRed: codeOf(guided) !== EXIT.green,
  };
}
