// What a person reads about their own caller: the verdict, each finding in the documents' words, and what was not asked.
import { expectedText, observedText } from '../../report/terminal/names';
import { differenceText } from '../../report/terminal/difference-text';
import { headingText, labelled, plural, wrap } from '../../report/terminal/text';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import { ruleById } from '../../spec/rules';
import { stepsOf } from './check';
import type { CallerClaim, CallerFinding, CallerVerdict, CaseKind } from './types';

const sum = (claims: readonly CallerClaim[], kind: CaseKind): number =>
  claims.reduce((total, { counts }) => total + counts[kind], 0);

const COUNTED: readonly (readonly [CaseKind, string])[] = [
  ['refused', 'wrong calls were refused by your program or on its way'],
  [
    'changed',
    'wrong calls reached the system program as other ones, so that they say nothing about their rule',
  ],
  ['not-yours', 'showed what the system program does differently, whoever calls it'],
  ['not-made', 'are calls that your function returned null for'],
  ['too-large', 'fit into no transaction'],
  ['undecided', 'decide nothing'],
];

/** Where the documents say it; what is asked of valid calls stands all over them. */
const sourcesOf = (claim: string): readonly string[] =>
  (ruleById(claim)?.sources ?? []).map(({ document, section }) =>
    labelled('where', `${document}, ${headingText(section)}`),
  );

const findingText = (finding: CallerFinding): string => {
  const { claim, statement, verdict, expected, observed, detail, handed, count, witness } = finding;
  const isCode = verdict !== 'handed-over';
  return [
    `${claim}: ${verdict} in ${plural(count, 'case')}`,
    labelled('says', statement),
    ...sourcesOf(claim),
    labelled('expected', isCode ? expectedText(expected, DOCUMENTED_ERRORS) : expected),
    labelled('observed', observedText(observed, DOCUMENTED_ERRORS)),
    labelled('that is', detail),
    ...handed.map((line, at) => labelled(at === 0 ? 'handed over' : '', line)),
    ...stepsOf(finding).map((line, at) => labelled(at === 0 ? 'smallest' : '', line)),
    ...(witness.twin === null ? [] : differenceText(witness.twin, witness.plan)).map((line) =>
      labelled('broken by', line),
    ),
  ].join('\n');
};

/** The name that plans have for the program in question. */
const asYours = (text: string): string => text.replaceAll(/\bprogram[: ]A\b/g, 'your program');

const headline = ({ conforms, claims, findings }: Omit<CallerVerdict, 'text'>): string => {
  if (conforms)
    return `Your program conforms: ${plural(sum(claims, 'shown'), 'case')} did what the documents say.`;
  if (findings.length > 0) return `Your program does not conform: ${plural(findings.length, 'finding')}.`;
  return 'Nothing was shown about your program: it made none of the calls that it was asked for.';
};

/** The whole text; the same verdict gives the same one. */
export function verdictText(verdict: Omit<CallerVerdict, 'text'>): string {
  const { claims, findings } = verdict;
  const notes = COUNTED.flatMap(([kind, says]) => {
    const count = sum(claims, kind);
    return count === 0 ? [] : [wrap(`${plural(count, 'case')}: ${says}.`, 2, 4)];
  });
  return [
    headline(verdict),
    ...notes,
    ...findings.map((finding) => `\n${asYours(findingText(finding))}`),
  ].join('\n');
}
