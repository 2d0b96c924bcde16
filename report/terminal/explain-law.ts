// What `explain` prints about one law: what it says, what it follows from, and a case: one road and what sets the other apart.
import type { BaselineEntry, Witness } from '../../spec/result';
import type { DocumentedError } from '../../spec/error-table';
import type { Law } from '../../spec/law';
import type { Plan } from '../../spec/plan';
import type { Paint } from './paint';
import { historyOf } from '../history';
import { historyText } from './history-text';
import { roadsText, sourceText } from './story';
import { labelled, labelledWhole, wrap } from './text';

export type LawExplanation = {
  readonly law: Law;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  readonly entry: BaselineEntry | undefined;
  readonly witness: { readonly file: string; readonly content: Witness } | undefined;
  readonly replayCommand: (file: string) => string;
};

const needsText = ({ needs, compares }: Law): string => {
  if (needs === 'alike') return 'two roads of any verdict; the errors must be the same as well';
  const order = compares.anyOrder === true ? ', in any order' : '';
  return `two accepted roads that leave the same contexts, leaves and lamports${order}`;
};

const knownText = ({ observed, reason }: BaselineEntry): string => `${observed}. Reason: ${reason}`;

const roadText = (plan: Plan, { errors, paint, law }: LawExplanation): string =>
  historyText({ history: historyOf(plan, null), errors, paint, rule: law.id, detail: '' });

function caseLines(explanation: LawExplanation): readonly string[] {
  const { witness, replayCommand, law } = explanation;
  if (witness === undefined) return [wrap('No case to show: a run keeps one for each law.', 2, 4)];
  const { file, content } = witness;
  return [
    labelled('case', `${content.kind}, ${content.verdict}: ${content.detail}`),
    ...(content.twin === null ? [] : [labelled('road 1', ''), roadText(content.twin, explanation)]),
    labelled('road 2', roadsText(law, content)),
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
    labelled('compares', needsText(law)),
    ...(law.note === undefined ? [] : [labelled('note', law.note)]),
    ...(entry === undefined ? [] : [labelled('known', knownText(entry))]),
    ...caseLines(explanation),
    '',
  ].join('\n');
}
