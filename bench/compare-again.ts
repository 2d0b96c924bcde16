// Compares outcomes with their predictions once more, so that the time of comparing can be told from that of predicting.
import { judgeTransaction } from '../report/judge';
import { DOCUMENTED_CODES } from '../spec/error-table';
import type { CaseOutcome } from '../suites/case-outcome';

export function compareAgain(outcomes: readonly CaseOutcome[]): void {
  for (const { judged, observation } of outcomes)
    judged.predictions.forEach((prediction, index) => {
      const outcome = observation.transactions[index];
      if (outcome !== undefined)
        judgeTransaction({ prediction, outcome, index, documentedCodes: DOCUMENTED_CODES, inCalls: false });
    });
}
