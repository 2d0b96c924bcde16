// How a rule points at a document's own sentence without copying it: by the hash of its line.
import { createHash } from 'node:crypto';

/** A line of Markdown with its decoration and spacing taken off, so that re-wrapping a table is no drift. */
export const normalizeSentence = (line: string): string =>
  line
    .trim()
    .replace(/^(?:[-*]|\d+\.|#+)\s+/, '')
    .replace(/\s+/g, ' ');

/** First 16 hex digits of the sha256 of the normalized line. */
export const hashSentence = (line: string): string =>
  createHash('sha256').update(normalizeSentence(line)).digest('hex').slice(0, 16);

export type Sentence = {
  readonly section: string;
  readonly line: number;
  readonly text: string;
  readonly hash: string;
};

/** A checkout may have turned line ends into those of Windows, and an editor may have put a mark in front. */
const linesOf = (markdown: string): readonly string[] => markdown.replace(/^\uFEFF/, '').split(/\r?\n/);

/** Every non-empty line of a Markdown document with the heading that it stands under; lines count from 1. */
export const sentencesOf = (markdown: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let section = '';
  let inCode = false;
  linesOf(markdown).forEach((text, index) => {
    if (text.trim().startsWith('```')) inCode = !inCode;
    const heading = inCode ? null : /^#+\s+(.*)$/.exec(text);
    if (heading?.[1] !== undefined) section = heading[1].trim();
    if (text.trim() !== '') sentences.push({ section, line: index + 1, text, hash: hashSentence(text) });
  });
  return sentences;
};
