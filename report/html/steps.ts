// A history as HTML: each transaction with its steps, what the documents say, what the program did, accounts before and after.
import type { DocumentedError } from '../../spec/error-table';
import type { TransactionOutcome } from '../../spec/outcome';
import { firstDifference } from '../difference';
import type { Chapter, ContextChange, History } from '../history';
import { showValue } from '../show';
import { effectLines } from '../terminal/effect-text';
import { documentSays, programDid, rejectedBecause } from '../terminal/outcome-text';
import { stepSentence } from '../terminal/step-text';
import { contextTable } from './context-table';
import { html, unless, type Html, type Part } from './html';

export type StepsInput = {
  readonly history: History;
  readonly errors: readonly DocumentedError[];
  /** Cited first. */
  readonly rule: string;
  /** The verdict's own sentence. */
  readonly detail: string;
};

const isUnchanged = ({ before, after, documented }: ContextChange): boolean =>
  documented === null && after !== null && firstDifference(before, after) === null;

function outcomeHtml(chapter: Chapter, outcome: TransactionOutcome, input: StepsInput): Html {
  const { errors, rule, detail } = input;
  const did = programDid(outcome, { chapter, errors });
  if (chapter.judgement === 'documented')
    return html`<p class="did good">
      ${did}, as documented${outcome.raised === null ? null : rejectedBecause(chapter, rule)}
    </p> `;
  if (chapter.judgement === 'after') return html`<p class="did">${did}; not judged</p> `;
  return html`<dl class="sides">
    <div>
      <dt>The document says</dt>
      <dd>
        ${documentSays(chapter.prediction, {
          chapter,
          errors,
          rule,
        })}
      </dd>
    </div>
    <div class="bad">
      <dt>The program did</dt>
      <dd>${did}${unless(detail === '', () => ` (${detail})`)}</dd>
    </div>
  </dl> `;
}

const effectsHtml = (outcome: TransactionOutcome): Part => {
  const lines = effectLines(outcome);
  return unless(
    lines.length === 0,
    () =>
      html`<dl class="facts">
        ${lines.map(
          ([label, text]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl> `,
  );
};

const contextsHtml = ({ contexts }: Chapter): Part => [
  contexts.filter(isUnchanged).map(({ key }) => html`<p class="quiet">${key} stays as it was.</p> `),
  contexts.filter((change) => !isUnchanged(change)).map(contextTable),
];

function chapterHtml(chapter: Chapter, input: StepsInput): Html {
  const { number, transaction, steps, outcome } = chapter;
  const { feePayer, computeUnitLimit } = transaction;
  const limit = computeUnitLimit === null ? '' : `, ${computeUnitLimit} compute units`;
  return html`<li class="chapter ${chapter.judgement}">
    <p class="quiet">Transaction ${number}, paid by ${feePayer}${limit}</p>
    <ol start="${steps[0]?.number ?? 1}">
      ${steps.map(({ instruction }) => html`<li>${stepSentence(instruction, feePayer)}</li> `)}
    </ol>
    ${outcome === null ? null : [outcomeHtml(chapter, outcome, input), contextsHtml(chapter), effectsHtml(outcome)]}
  </li> `;
}

/** Transactions in order; without a run, their steps only. */
export function stepsHtml(input: StepsInput): Html {
  const { accounts, chapters } = input.history;
  const beforehand = accounts.map(
    ({ key, ...fields }) => html`<p>Beforehand ${key} is changed: ${showValue(fields, 200)}</p> `,
  );
  return html`${beforehand}
    <ol class="chapters">
      ${chapters.map((chapter) => chapterHtml(chapter, input))}
    </ol> `;
}
