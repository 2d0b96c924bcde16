// Prints a snippet as the TypeScript that a person can paste into a file and run.
import { SDK, type Snippet } from './types';

/** What to say beside it. */
export type Printed = { readonly version: string; readonly expected: string; readonly printed: string };

const SHOWN = 400;
const cut = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (cut)`);

/** `* as sdk` is the whole module. */
const clauseOf = (names: readonly string[]): string =>
  names.length === 1 && names[0]?.startsWith('* as ') === true ? names[0] : `{ ${names.join(', ')} }`;

const importLine = (module: string, names: readonly string[], version: string): string =>
  `import ${clauseOf(names)} from '${module}';${module === SDK ? ` // ${version}` : ''}`;

/** The whole file, which ends with what it prints and what it should print. */
export function printSnippet({ from, lines, result }: Snippet, { version, ...said }: Printed): string {
  return [
    ...Object.entries(from).map(([module, names]) => importLine(module, names, version)),
    ...lines,
    `console.log(String(${result}));`,
    `// prints: ${cut(said.printed)}`,
    `// should: ${cut(said.expected)}`,
    '',
  ].join('\n');
}
