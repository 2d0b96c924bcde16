// A context account decoded, before and after a transaction, field by field; what changed is marked.
import type { ContextState } from '../../spec/context-state';
import type { Pattern } from '../../spec/plan';
import type { ContextChange } from '../history';
import { bytesText } from '../bytes-text';
import { firstDifference } from '../difference';
import { differenceSentence } from '../difference-sentence';
import { html, type Html, type Part } from './html';
import { table, type Cell } from './parts';

const SHORT = 10;

const short = (hex: string | null): string =>
  hex === null ? 'none' : hex.length > SHORT ? `${hex.slice(0, SHORT)}…` : hex;

const dataText = (
  data: { readonly discriminator: string; readonly dataHash: string } | null,
): readonly string[] => (data === null ? [] : [`data ${data.discriminator}, hash ${short(data.dataHash)}`]);

const entryText = (parts: readonly string[]): string => parts.join(', ');

const addressLines = ({ newAddresses }: ContextState): readonly string[] =>
  newAddresses.map(({ seed, treeIndex, rootIndex }) =>
    entryText([`seed ${short(seed)}`, `tree index ${treeIndex}`, `root ${rootIndex}`]),
  );

const inputLines = ({ inputs }: ContextState): readonly string[] =>
  inputs.map((input) =>
    entryText([
      `owner ${input.owner}`,
      `${input.lamports} lamports`,
      `leaf ${input.leafOffset} at tree index ${input.treeIndex}`,
      input.proveByIndex ? 'by index' : `root ${input.rootIndex}`,
      ...(input.address === null ? [] : [`address ${short(input.address)}`]),
      ...dataText(input.data),
    ]),
  );

const bytesLine = (bytes: Pattern): string =>
  `${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'} ${bytesText(bytes)}`;

const outputLines = ({ outputs }: ContextState): readonly string[] =>
  outputs.map((output) =>
    entryText([
      `owner ${output.owner}`,
      `${output.lamports} lamports`,
      `into tree index ${output.treeIndex}`,
      ...(output.address === null ? [] : [`address ${short(output.address)}`]),
      ...(output.data === null ? [] : [bytesLine(output.data.bytes)]),
      ...dataText(output.data),
    ]),
  );

type Field = readonly [
  name: string,
  key: keyof ContextState,
  lines: (state: ContextState) => readonly string[],
];

/** CPI_CONTEXT.md, Stored Data in CpiContextAccount. */
const FIELDS: readonly Field[] = [
  ['fee payer', 'feePayer', ({ feePayer }) => [feePayer ?? 'none (zeros)']],
  ['associated tree', 'associatedTree', ({ associatedTree }) => [associatedTree]],
  ['new addresses', 'newAddresses', addressLines],
  ['inputs', 'inputs', inputLines],
  ['outputs', 'outputs', outputLines],
];

/** Equal neighbours once, with their number. */
function grouped(lines: readonly string[]): readonly string[] {
  const groups: { text: string; count: number }[] = [];
  for (const text of lines) {
    const last = groups.at(-1);
    if (last?.text === text) last.count++;
    else groups.push({ text, count: 1 });
  }
  return groups.map(({ text, count }) => (count === 1 ? text : `${count} × ${text}`));
}

const linesHtml = (lines: readonly string[], isMarked: boolean): Part => {
  const shown = lines.length === 0 ? ['–'] : grouped(lines);
  const body = shown.map((line) => html`<div>${line}</div>`);
  return isMarked ? html`<ins>${body}</ins>` : body;
};

/** What the documents lead to; lines leave things out, so where they read alike the difference is said. */
function askedCell([, key, linesOf]: Field, documented: ContextState, after: ContextState | null): Part {
  const asked = linesOf(documented);
  if (after === null) return linesHtml(asked, true);
  const found = firstDifference(documented[key], after[key]);
  if (found === null) return 'the same';
  const isHidden = asked.join('\n') === linesOf(after).join('\n');
  const said = differenceSentence({ ...found, path: `${key}${found.path}` });
  return linesHtml(isHidden ? [`reads the same, but ${said}`] : asked, true);
}

function row(field: Field, { before, after, documented }: ContextChange): readonly Cell[] {
  const [name, key, linesOf] = field;
  const hasChanged = after !== null && firstDifference(before[key], after[key]) !== null;
  return [
    name,
    linesHtml(linesOf(before), false),
    after === null ? 'not a well-formed context, or not read' : linesHtml(linesOf(after), hasChanged),
    ...(documented === null ? [] : [askedCell(field, documented, after)]),
  ];
}

/** One account before and after; with a third column where the documents lead to another state. */
export function contextTable(change: ContextChange): Html {
  const columns = ['field', 'before', 'after', ...(change.documented === null ? [] : ['as documented'])];
  return table(
    `${change.key} before and after`,
    columns.map((title, at) => ({ title: at === 0 ? change.key : title })),
    FIELDS.map((field) => row(field, change)),
  );
}
