// What exported tests in every language share: their title, and the story in comments.
import { expectedText, observedText } from '../terminal/names';
import type { ExportInput } from './prose';

/** What the documents say and what the program did, in one line. */
export const titleOf = ({ witness, errors }: ExportInput): string =>
  `${witness.rule}: the documents say ${expectedText(witness.expected, errors)}, the program did ${observedText(witness.observed, errors)}`;

/** Each line behind a comment's mark. */
export const commented = (text: string, mark: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `${mark} ${line}`.trimEnd())
    .join('\n');
