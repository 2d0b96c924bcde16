// Explains what no document names: numbers of libraries and other programs, panics, and what the last run saw.
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { historyOf } from '../report/history';
import { meaningsOf } from '../report/terminal/codes-detail';
import { historyText } from '../report/terminal/history-text';
import type { Paint } from '../report/terminal/paint';
import type { BaselineFile } from './baseline-file';
import { codeText } from './codes';
import { numberOf, PANIC } from './error-target';
import { replayOn } from './explain-cases';
import { findExemplar } from './find-witness';
import type { SameRun } from './same-run';

type Asked = {
  readonly paint: Paint;
  readonly baseline: BaselineFile | null;
  readonly report: string;
  readonly same: SameRun;
};

/** An error that the documents of the last run do not name, if it was seen there. */
function strangerText(name: string, { paint, report, same }: Asked): string | undefined {
  const found = findExemplar(name, report) ?? findExemplar(`light-system:${name}`, report);
  if (found === undefined) return undefined;
  const { file, content } = found;
  const head = `The documents of that run do not name ${content.observed}; seen in ${content.rule}, where ${content.expected} was expected.`;
  const history = historyOf(content.plan, null);
  return [
    paint('bold', name),
    `  ${head}`,
    historyText({ history, errors: DOCUMENTED_ERRORS, paint, rule: content.rule, detail: content.detail }),
    `  replay  ${replayOn(same)(file)}`,
  ].join('\n');
}

/** A number that the system program, account-compression or a library defines, or panics. */
function numberText(target: string, { paint, report }: Asked): string | undefined {
  const number = numberOf(target);
  const isKnown = PANIC.test(target) || (number !== undefined && meaningsOf(number).length > 0);
  return isKnown ? codeText(target, report, paint) : undefined;
}

/** Where the baseline knows of programs that stop without an error of their own. */
function panicRules(target: string, { baseline }: Asked): string | undefined {
  if (!PANIC.test(target) || baseline === null) return undefined;
  const { deviations, programVersion } = baseline.content;
  const rules = deviations.filter(({ verdict }) => verdict === 'panic').map(({ rule }) => rule);
  const known = [...new Set(rules)].sort();
  if (known.length === 0) return undefined;
  return `  Known of ${programVersion}, each explained by its own name:\n${known.map((id) => `    ${id}`).join('\n')}`;
}

const together = (...texts: readonly (string | undefined)[]): string | undefined => {
  const found = texts.filter((text) => text !== undefined);
  return found.length === 0 ? undefined : found.join('\n');
};

/** Such an error in full; undefined where nobody defines it and the last run did not see it. */
export const unnamedText = (target: string, asked: Asked): string | undefined =>
  together(numberText(target, asked), panicRules(target, asked), strangerText(target, asked));
