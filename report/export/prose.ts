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
import { ownOf, type TestedProgram } from './tested-program';

export type ExportInput = {
  readonly witness: Witness;
  readonly run: Run | null;
  readonly errors: readonly DocumentedError[];
  /** What it was observed with. */
  readonly programs: readonly TestedProgram[];
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

const BUILDS = {
  SYSTEM_PROGRAM: 'of the system program',
  ACCOUNT_COMPRESSION: 'of account-compression',
} as const;

/** The programs by version and hash, and which of them are not published. */
function programsText({ witness, run, programs }: ExportInput): string {
  const { version, systemProgram } = witness.programs;
  const own = ownOf(programs).flatMap(({ variable, sha256 }) =>
    variable === null ? [] : [`a build ${BUILDS[variable]} that is not published, sha256 ${sha256}`],
  );
  if (own.length === 0) return `Programs ${version}; system program sha256 ${systemProgram}.`;
  const notRun = run === null ? ' The build was not run again, so that what each step does is not told.' : '';
  return `Seen with ${own.join(', and ')}; all else is of ${version}.${notRun}`;
}

/** Title, statement, steps with what happened, and what made the difference. */
export function prose(input: ExportInput): string {
  const { witness, run, errors } = input;
  const { rule, expected, observed, detail, plan } = witness;
  const title = `${rule}: expected ${expectedText(expected, errors)}, observed ${observedText(observed, errors)}`;
  const more = detail === '' ? [] : [wrap(detail, 2), ''];
  return [
    title,
    '='.repeat(Math.min(title.length, 100)),
    '',
    wrap(`${programsText(input)}${seenOn(witness)}`),
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
