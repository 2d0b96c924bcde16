// Refuses to export a case to Rust in which the runtimes are known to blame different programs.
import { observedName } from '../report/outcome-names';
import type { TransactionOutcome } from '../spec/outcome';
import { raisedElsewhere } from '../spec/runtime-differences';
import { claimById } from '../suites/claims';
import { badInput } from './failure';

/** @throws Failure in one sentence, for an outcome that a Rust test would pin and its runtime tells otherwise. */
export function requireSameThere(
  claim: string,
  outcomes: readonly Pick<TransactionOutcome, 'raised'>[],
  file: string,
): void {
  const place = { claim, area: claimById(claim)?.area ?? '' };
  for (const { raised } of outcomes) {
    const known = raisedElsewhere(observedName(raised), place);
    if (known !== undefined)
      throw badInput(
        `${file} is a case in which the runtimes are known to differ (${known.id}), so that its test would fail on LiteSVM and Mollusk: use typescript.`,
      );
  }
}
