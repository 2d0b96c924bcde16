// Tells a history: one numbered step per instruction, the contexts before and after, document and program side by side.
import type { DocumentedError } from '../../spec/error-table';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Alternative } from '../../spec/prediction';
import { treeNumber, type KeyRole } from '../../spec/world';
import { firstDifference, type FieldDifference } from '../difference';
import { differenceSentence } from '../difference-sentence';
import type { Chapter, ContextChange, History } from '../history';
import { showValue } from '../show';
import { effectLines } from './effect-text';
import { isCleared, stateText } from './entry-text';
import { documentSays, programDid, rejectedBecause } from './outcome-text';
import type { Paint } from './paint';
import { briefStep, stepText, wholeStep } from './step-text';
import { lookupsText, tableText } from './table-text';
import { wrap } from './text';

export type HistoryTelling = {
  readonly history: History;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** The rule that the case is of; its place in the documents is cited first. */
  readonly rule: string;
  /** The verdict's own sentence on what is wrong. */
  readonly detail: string;
};

const INDENT = 4;
const COLUMN = 24;

const line = (label: string, text: string): string =>
  `${' '.repeat(INDENT)}${label}`.padEnd(COLUMN) + wrap(text, COLUMN).trimStart();

const ownTree = (key: KeyRole): KeyRole => `tree:${treeNumber(key) ?? 0}`;

const isUnchanged = ({ before, after }: ContextChange): boolean =>
  after !== null && firstDifference(before, after) === null;

/** What was documented and is not so; null where the account is as it should be, or where nothing can be compared. */
const wrongPart = ({ documented, after }: ContextChange): FieldDifference | null =>
  documented === null || after === null ? null : firstDifference(documented, after);

const isElsewhere = (change: ContextChange): boolean => wrongPart(change) !== null;

function afterText(change: ContextChange): string {
  const { key, before, after } = change;
  if (after === null) return 'no well-formed context account, or not read back';
  const text = stateText(after, ownTree(key), isElsewhere(change));
  return isCleared(after) && !isCleared(before) ? text.replace('empty', 'cleared') : text;
}

/** The state that an accepted transaction should have led to, where the program's is another. */
function documentedText(change: ContextChange): readonly string[] {
  const { key, documented } = change;
  const wrong = wrongPart(change);
  if (wrong === null || documented === null) return [];
  const text = stateText(documented, ownTree(key), true);
  const isHidden = text === afterText(change);
  return [line('as documented', isHidden ? `reads the same, but ${differenceSentence(wrong)}` : text)];
}

function contextLines(change: ContextChange): readonly string[] {
  const { key, before } = change;
  const now = stateText(before, ownTree(key));
  if (isUnchanged(change))
    return [line(`${key} stays`, isElsewhere(change) ? afterText(change) : now), ...documentedText(change)];
  return [line(`${key} before`, now), line('after', afterText(change)), ...documentedText(change)];
}

const allows =
  ({ raised }: TransactionOutcome) =>
  (one: Alternative): boolean =>
    raised === null ? one.kind === 'accepted' : one.kind === 'rejected' && one.rejection.anyUndocumented;

/** Accepted as the documents demand, or refused with an error that they leave open: only the verdict's own sentence tells what is wrong. */
const isAllowedAsSuch = ({ judgement, prediction }: Chapter, outcome: TransactionOutcome): boolean =>
  judgement === 'deviates' &&
  prediction?.kind === 'specified' &&
  prediction.alternatives.some(allows(outcome));

function verdictLines(
  chapter: Chapter,
  telling: HistoryTelling,
  outcome: TransactionOutcome,
): readonly string[] {
  const { errors, paint, rule, detail } = telling;
  const did = programDid(outcome, { chapter, errors });
  if (chapter.judgement === 'documented') {
    const because = outcome.raised === null ? '' : rejectedBecause(chapter, rule);
    return [wrap(`-> ${did}, as documented${because}`, INDENT, INDENT + 3)];
  }
  if (chapter.judgement === 'after') return [wrap(`-> ${did}; not judged`, INDENT, INDENT + 3)];
  const wrong = isAllowedAsSuch(chapter, outcome) && detail !== '' ? ` (${detail})` : '';
  return [
    line('the document says', documentSays(chapter.prediction, { chapter, errors, rule })),
    line('the program did', paint(chapter.judgement === 'deviates' ? 'red' : 'yellow', did) + wrong),
  ];
}

function outcomeLines(chapter: Chapter, telling: HistoryTelling): readonly string[] {
  const { outcome } = chapter;
  if (outcome === null) return [];
  return [
    ...verdictLines(chapter, telling, outcome),
    ...chapter.contexts.flatMap(contextLines),
    ...effectLines(outcome).map(([label, text]) => line(label, text)),
  ];
}

function chapterLines(chapter: Chapter, telling: HistoryTelling): readonly string[] {
  const { number, transaction, steps } = chapter;
  const { feePayer, computeUnitLimit, computeUnitPrice } = transaction;
  const limit = computeUnitLimit === null ? '' : `, ${computeUnitLimit} compute units`;
  const price = computeUnitPrice === null ? '' : `, priced ${computeUnitPrice}`;
  return [
    wrap(`transaction ${number}, paid by ${feePayer}${limit}${price}${lookupsText(transaction)}`, 2, 4),
    ...steps.map((step) => stepText(step, feePayer)),
    ...outcomeLines(chapter, telling),
  ];
}

const beforehand = ({ accounts }: History): readonly string[] =>
  accounts.map((before) => {
    const { key, ...fields } = before;
    return `beforehand ${tableText(before) ?? `${key} is changed: ${showValue(fields, 200)}`}`;
  });

/** The whole story, some lines a transaction, at most 100 columns. Without a run, the steps only. */
export function historyText(telling: HistoryTelling): string {
  const { chapters } = telling.history;
  const before = beforehand(telling.history).map((text) => wrap(text, 2, 4));
  return [...before, ...chapters.flatMap((chapter) => chapterLines(chapter, telling))].join('\n');
}

const BRIEF_STEPS = 4;

const lastOf = (steps: readonly string[]): readonly string[] => {
  const left = steps.length - BRIEF_STEPS;
  return [...(left > 0 ? [`${left} steps before`] : []), ...steps.slice(-BRIEF_STEPS)];
};

/** The steps in a few words each, the last ones: a deviation ends the story. */
export const briefHistory = ({ chapters }: History): readonly string[] =>
  lastOf(chapters.flatMap(({ steps }) => steps.map(briefStep)));

/** What was changed beforehand, and the last steps with all that is said of them: for a case that no twin explains. */
export const wholeSteps = (history: History): readonly string[] => [
  ...beforehand(history),
  ...lastOf(
    history.chapters.flatMap(({ steps, transaction }) =>
      steps.map((step) => wholeStep(step, transaction.feePayer)),
    ),
  ),
];
