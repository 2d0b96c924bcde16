// What a report page is made from, beside the report itself.
import type { DocumentedError } from '../../spec/error-table';
import type { Baseline, Witness } from '../../spec/result';
import type { Run } from '../history';
import type { PrecedenceReport } from '../precedence/types';
import type { Report } from '../report-types';

/** The order of errors, drawn as SVG; `isFrozen`: from an earlier observation rather than this run. */
export type ShownOrder = {
  readonly section: PrecedenceReport;
  readonly isFrozen: boolean;
  readonly svg: string;
};

/** What a witness did when it ran once more; of a law, the first road as well. */
export type ShownRun = { readonly run: Run; readonly first: Run | null };

export type PageInput = {
  readonly report: Report;
  readonly baseline: Baseline | null;
  readonly errors: readonly DocumentedError[];
  /** The witness behind a path in the report folder. */
  readonly witnessOf: (path: string) => Witness | undefined;
  /** What that witness did; undefined where it was not run again. */
  readonly runOf: (path: string) => ShownRun | undefined;
  /** Why some witnesses, or all, were not run again, in a sentence; null where each was. */
  readonly untold?: string | null;
  /** The command that replays it. */
  readonly replayCommand: (path: string) => string;
  /** The state machine as SVG. */
  readonly stateMachine: string;
  readonly order: ShownOrder | null;
  /** Whether coverage.html, about the compiled program, stands beside the page. */
  readonly isTraced?: boolean;
};
