// A witness as plain steps in prose: to be read, sent in a mail, or followed by hand.
import type { DocumentedError } from '../../spec/error-table';
import { lawById } from '../../spec/laws';
import type { Witness } from '../../spec/result';
import { ruleById } from '../../spec/rules';
import { historyOf, type Run } from '../history';
import { historyText } from '../terminal/history-text';
import { expectedText, observedText } from '../terminal/names';
import { sourceText, twinText } from '../terminal/story';
import { wrap } from '../terminal/text';

export type ExportInput = {
  readonly witness: Witness;
  readonly run: Run | null;
  readonly errors: readonly DocumentedError[];
};

const plain = (_colour: string, text: string): string => text;

const saysOf = (id: string): readonly string[] => {
  const rule = ruleById(id) ?? lawById(id);
  return rule === undefined
    ? []
    : ['What the document says', '', wrap(`${rule.statement} [${sourceText(rule)}]`, 2), ''];
};

const RUNTIMES = {
  bankrun: '',
  litesvm: ' Seen on LiteSVM.',
  both: ' Seen on bankrun and on LiteSVM.',
} as const;
const seenOn = ({ runtime = 'bankrun' }: Witness): string => RUNTIMES[runtime];

/** Title, statement, steps with what happened, and what made the difference. */
export function prose({ witness, run, errors }: ExportInput): string {
  const { rule, expected, observed, detail, plan, programs } = witness;
  const title = `${rule}: expected ${expectedText(expected, errors)}, observed ${observedText(observed, errors)}`;
  const more = detail === '' ? [] : [wrap(detail, 2), ''];
  return [
    title,
    '='.repeat(Math.min(title.length, 100)),
    '',
    wrap(`Programs ${programs.version}; system program sha256 ${programs.systemProgram}.${seenOn(witness)}`),
    '',
    ...saysOf(rule),
    'What to do, and what happens',
    '',
    historyText({ history: historyOf(plan, run), errors, paint: plain, rule, detail }),
    '',
    ...more,
    'What sets it apart from a plan that is accepted',
    '',
    wrap(twinText(witness), 2),
    '',
  ].join('\n');
}
