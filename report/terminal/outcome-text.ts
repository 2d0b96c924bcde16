// What the documents allow for a transaction and what the program did, as two sentences with their sources.
import type { DocumentedError } from '../../spec/error-table';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Alternative, Prediction } from '../../spec/prediction';
import type { Rule } from '../../spec/rule';
import { ruleById } from '../../spec/rules';
import type { Chapter } from '../history';
import { ANY_ERROR, observedName } from '../outcome-names';
import { expectedText, observedText } from './names';
import { headingText } from './text';

type Errors = readonly DocumentedError[];
type Rejected = Extract<Alternative, { kind: 'rejected' }>;

const SOURCES = 2;

type Kind = Rule['expects']['kind'];

/** Where the rules stand: the case's own, else those of a kind, else whichever there are. */
function sourcesOf(ids: readonly string[], preferred: string, kind: Kind): string {
  const rules = [...new Set(ids)].flatMap((id) => ruleById(id) ?? []);
  const own = rules.filter(({ id }) => id === preferred);
  const telling = rules.filter(({ expects }) => expects.kind === kind);
  const cited = [own, telling, rules].find((list) => list.length > 0) ?? [];
  const places = cited
    .flatMap(({ sources }) => sources.slice(0, 1))
    .map(({ document, section }) => `${document}, ${headingText(section)}`);
  const shown = [...new Set(places)].slice(0, SOURCES);
  return shown.length === 0 ? '' : ` [${shown.join('; ')}]`;
}

/** The documents' names for a rejection: `6020 CpiContextAccountUndefined or any error that no document names`. */
function rejectionText({ rejection }: Rejected, errors: Errors): string {
  const names = [
    ...[...rejection.codes].map(String),
    ...rejection.errors,
    ...(rejection.anyUndocumented ? [ANY_ERROR] : []),
  ];
  return names.map((name) => expectedText(name, errors)).join(' or ');
}

const stepOf = ({ steps }: Chapter, failedAt: number | null): string => {
  const step = failedAt === null ? undefined : steps[failedAt];
  return step === undefined || steps.length === 1 ? '' : ` at step ${step.number}`;
};

type Said = { readonly chapter: Chapter; readonly errors: Errors; readonly rule: string };

function alternativeText(alternative: Alternative, { chapter, errors, rule }: Said): string {
  if (alternative.kind === 'accepted') return `accepted${sourcesOf(alternative.because, rule, 'effect')}`;
  const sources = sourcesOf(alternative.because, rule, 'rejects');
  const at = stepOf(chapter, alternative.rejection.failedAt);
  return `rejected${at} with ${rejectionText(alternative, errors)}${sources}`;
}

/** `rejected at step 2 with 6027 CpiContextFeePayerMismatch [CPI_CONTEXT.md, 1. Fee Payer Consistency]`. */
export function documentSays(prediction: Prediction | null, said: Said): string {
  if (prediction === null) return 'nothing: an earlier transaction left the documented ground';
  if (prediction.kind === 'unspecified') return `nothing about this: ${prediction.why}`;
  const texts = prediction.alternatives.map((alternative) => alternativeText(alternative, said));
  return [...new Set(texts)].join(', or ');
}

/** `accepted`, `rejected at step 2 with 6027 CpiContextFeePayerMismatch from light-system`. */
export function programDid(outcome: TransactionOutcome, { chapter, errors }: Omit<Said, 'rule'>): string {
  const { raised, failedAt } = outcome;
  if (raised === null) return 'accepted';
  const what = observedText(observedName(raised), errors);
  if (raised.ranOut) return `${raised.program} ran out of compute units${stepOf(chapter, failedAt)}`;
  return raised.panicked
    ? `${what}${stepOf(chapter, failedAt)}`
    : `rejected${stepOf(chapter, failedAt)} with ${what}`;
}

/** The sources of a rejection that went as documented. */
export function rejectedBecause({ prediction }: Chapter, rule: string): string {
  if (prediction?.kind !== 'specified') return '';
  const rejected = prediction.alternatives.filter(({ kind }) => kind === 'rejected');
  return sourcesOf(
    rejected.flatMap(({ because }) => because),
    rule,
    'rejects',
  );
}
