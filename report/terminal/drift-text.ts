// What drifted in the documents, as text: which sentence, which rules hang on it, and what stands there now.
import type { Sentence } from '../../spec/sentence';
import { hasDrifted, type DocumentDrift, type SentenceDrift } from '../drift/drift';
import type { Paint } from './paint';
import { headingText, plural, wrap } from './text';

const lineText = ({ line, text }: Sentence): string => wrap(`line ${line}: ${text.trim()}`, 6, 8);

const rulesText = (rules: readonly string[]): readonly string[] =>
  rules.length === 0
    ? []
    : [wrap(`${rules.length === 1 ? 'rests' : 'rest'} on it: ${rules.join(', ')}`, 4, 6)];

const HEADS: Readonly<Record<SentenceDrift['kind'], (drift: SentenceDrift) => string>> = {
  changed: ({ section }) => `changed: a cited sentence of "${headingText(section)}" is no longer there`,
  moved: ({ section, now }) =>
    `moved: a cited sentence of "${headingText(section)}" now stands in "${headingText(now?.section ?? '')}", line ${now?.line ?? 0}`,
  'no-section': ({ section }) =>
    `gone: the section "${headingText(section)}" with a cited sentence is no longer there`,
};

const sentenceLines = (drift: SentenceDrift, paint: Paint): readonly string[] => [
  paint('red', wrap(HEADS[drift.kind](drift), 2, 4)),
  ...rulesText(drift.rules),
  ...(drift.fresh.length === 0 ? [] : ['    new in that section:', ...drift.fresh.map(lineText)]),
];

function documentLines(drift: DocumentDrift, paint: Paint): readonly string[] {
  const { document, cited, sentences, errors, newSections, goneSections, unread, contradictions } = drift;
  const found = `${cited - sentences.length} of ${plural(cited, 'cited sentence')} found`;
  return [
    `${paint('bold', document)}: ${found}`,
    ...sentences.flatMap((one) => sentenceLines(one, paint)),
    ...errors.flatMap(({ sentence, rules }) => [
      paint('red', wrap(`error table: ${sentence}`, 2, 4)),
      ...rulesText(rules),
    ]),
    ...goneSections.map((section) => paint('red', wrap(`heading gone: ${headingText(section)}`, 2, 4))),
    ...newSections.map((section) => wrap(`new heading, which no rule knows: ${headingText(section)}`, 2, 4)),
    ...contradictions.map((one) => wrap(`contradicts the list of all codes, as it always did: ${one}`, 2, 4)),
    ...(unread.length === 0 ? [] : ['  new, and cited by no rule (to be read):', ...unread.map(lineText)]),
  ];
}

/** Document by document, and the result in one line. */
export function driftText(drifts: readonly DocumentDrift[], absent: readonly string[], paint: Paint): string {
  const drifted = drifts.filter(hasDrifted).length;
  const result =
    drifted === 0
      ? `No drift: ${plural(drifts.length, 'document')} as the rules cite them.`
      : `Drift in ${plural(drifted, 'document')} of ${drifts.length}.`;
  return [
    ...drifts.flatMap((drift) => documentLines(drift, paint)),
    ...(absent.length === 0 ? [] : [wrap(`Not in the folder, so not checked: ${absent.join(', ')}.`, 0, 2)]),
    paint(drifted === 0 ? 'green' : 'red', result),
  ].join('\n');
}
