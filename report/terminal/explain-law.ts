// What `explain` prints about one law: what it says, what it follows from, and a case: both roads and what sets them apart.
import type { BaselineEntry, ProgramHashes, Witness } from '../../spec/result';
import type { DocumentedError } from '../../spec/error-table';
import type { Law } from '../../spec/law';
import type { Plan } from '../../spec/plan';
import type { Paint } from './paint';
import { historyOf, type Run } from '../history';
import { historyText } from './history-text';
import { roadsText, sourceText } from './story';
import { otherProgramLines } from './programs-text';
import { labelled, labelledWhole, wrap } from './text';

export type LawExplanation = {
  readonly law: Law;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  readonly entry: BaselineEntry | undefined;
  readonly witness: { readonly file: string; readonly content: Witness } | undefined;
  /** What both roads did just now; null where they were not run. */
  readonly roads: { readonly first: Run | null; readonly second: Run } | null;
  readonly replayCommand: (file: string) => string;
  /** The programs that the case was run on just now; null where it was not run. */
  readonly loaded: ProgramHashes | null;
};

const needsText = ({ needs }: Law): string =>
  needs === 'alike'
    ? 'two roads of any verdict; the errors must be the same as well'
    : 'two accepted roads that leave the same';

/** What report/relation.ts looks at, as far as this law's roads can have it in common. */
function comparedText({ compares, recorded }: Law): string {
  const otherPlaces = compares.renamed === true || compares.tailOnly === true;
  const sameLeaves = !otherPlaces && compares.anyOrder !== true;
  const parts = [
    compares.errors === true ? 'the error of each transaction' : 'the last error',
    `the contexts${compares.anyOrder === true ? ' (entries in any order)' : ''}`,
    'how many leaves each account gained',
    ...(otherPlaces ? [] : ['nullifiers']),
    ...(sameLeaves ? ['leaf hashes and v1 roots'] : []),
    'lamports',
    ...(recorded === true && sameLeaves ? ['the events that indexers read'] : []),
  ];
  const tail = compares.tailOnly === true ? '; of the second road the last transactions only' : '';
  const renamed = compares.renamed === true ? '; other names in the same places count as the same' : '';
  return `${parts.join(', ')}${tail}${renamed}`;
}

const knownText = ({ observed, reason }: BaselineEntry): string => `${observed}. Reason: ${reason}`;

type Road = { readonly plan: Plan; readonly run: Run | null };

const roadText = ({ plan, run }: Road, { errors, paint, law }: LawExplanation): string =>
  historyText({
    history: historyOf(plan, run),
    errors,
    paint,
    rule: law.id,
    detail: run?.verdict.detail ?? '',
  });

/** At another slot the second road is the first's plan: it is not told twice. */
function roadLines(explanation: LawExplanation, { plan, twin }: Witness): readonly string[] {
  const { law, roads } = explanation;
  const second = roadText({ plan, run: roads?.second ?? null }, explanation);
  if (twin === null) return [second];
  const first = roadText({ plan: twin, run: roads?.first ?? null }, explanation);
  return [
    labelled('road 1', 'from a fresh world'),
    first,
    labelled('road 2', law.slot === undefined ? 'from the same world' : 'the same steps'),
    ...(law.slot === undefined ? [second] : []),
  ];
}

function caseLines(explanation: LawExplanation): readonly string[] {
  const { witness, replayCommand, law, loaded } = explanation;
  if (witness === undefined) return [wrap('No case to show: a run keeps one for each law.', 2, 4)];
  const { file, content } = witness;
  return [
    labelled('case', `${content.kind}, ${content.verdict}: ${content.detail}`),
    ...roadLines(explanation, content),
    labelled('difference', roadsText(law, content)),
    ...otherProgramLines(content.programs, loaded),
    labelledWhole('replay', replayCommand(file)),
  ];
}

/** One law with a case. */
export function explainLaw(explanation: LawExplanation): string {
  const { law, paint, entry } = explanation;
  return [
    paint('bold', law.id),
    labelled('says', law.statement),
    labelled('rests on', sourceText(law)),
    labelled('needs', needsText(law)),
    labelled('compares', comparedText(law)),
    ...(law.note === undefined ? [] : [labelled('note', law.note)]),
    ...(entry === undefined ? [] : [labelled('known', knownText(entry))]),
    ...caseLines(explanation),
    '',
  ].join('\n');
}
