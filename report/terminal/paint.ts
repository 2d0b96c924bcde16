// Colours for a terminal; the caller says whether there is one.

const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const;

export type Colour = keyof typeof CODES;
export type Paint = (colour: Colour, text: string) => string;

/** Leaves text as it is: for pipes, files, and NO_COLOR. */
export const plain: Paint = (_colour, text) => text;

/** ANSI colours if the stream is a terminal and NO_COLOR is unset or empty, as no-color.org asks. */
export function paintFor(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  if (!isTerminal || (environment['NO_COLOR'] ?? '') !== '') return plain;
  return (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}
