// Lays text out for 100 columns: wrapped paragraphs, headings and tables.

export const WIDTH = 100;

/** A heading without the marks that a document has inside of it. */
export const headingText = (section: string): string => section.replace(/^(?:\\#)+\s*/, '');

function wordsInto(lines: string[], text: string, width: number): void {
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
}

/** `text` wrapped at `WIDTH`, every line indented; a word longer than the line stays whole. */
export function wrap(text: string, indent = 0, hanging = indent): string {
  const lines: string[] = [];
  wordsInto(lines, text, WIDTH - Math.max(indent, hanging));
  return lines.map((line, index) => ' '.repeat(index === 0 ? indent : hanging) + line).join('\n');
}

/** `label` in its own column, and the text wrapped beside it. */
export function labelled(label: string, text: string, column = 14): string {
  const body = wrap(text, column).trimStart();
  return `${`  ${label}`.padEnd(column)}${body}`;
}

/** As `labelled`, but on one line however long: a command must stay whole to be copied. */
export const labelledWhole = (label: string, text: string, column = 14): string =>
  `${`  ${label}`.padEnd(column)}${text}`;

export type Column = { readonly title: string; readonly right?: boolean };
type Row = readonly string[];

const pad = (cell: string, width: number, right: boolean): string =>
  right ? cell.padStart(width) : cell.padEnd(width);

/**
 * A table with aligned columns. `dress` colours a finished cell, so that colour codes do not count as width.
 */
export function table(
  columns: readonly Column[],
  rows: readonly Row[],
  dress: (cell: string, column: number) => string = (cell) => cell,
): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: Row, clothed: boolean): string =>
    columns
      .map(({ right }, index) => {
        const cell = pad(row[index] ?? '', widths[index] ?? 0, right === true);
        return clothed ? dress(cell, index) : cell;
      })
      .join('  ')
      .trimEnd();
  return [
    line(
      columns.map(({ title }) => title),
      false,
    ),
    ...rows.map((row) => line(row, true)),
  ]
    .map((text) => `  ${text}`)
    .join('\n');
}

/** `text` cut to `width`, with two dots in place of what is missing. */
export const shorten = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 2)}..`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Where a deviation was seen; a sweep's known one may be so rare that no case came upon it. */
export const inCases = (count: number): string =>
  count === 0 ? 'in its known witness alone' : `in ${plural(count, 'case')}`;
