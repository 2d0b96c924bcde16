// The small parts that the pages are made of: badges, tables, foldable blocks and links to sections.
import type { DocumentName } from '../../spec/rule';
import { documentLink } from '../document-link';
import { fileStem } from '../file-names';
import { headingText } from '../terminal/text';
import { html, joined, type Html, type Part } from './html';

export type Tone = 'good' | 'bad' | 'warn' | 'quiet';

const TONES: Readonly<Record<string, Tone>> = {
  conforms: 'good',
  holds: 'good',
  covered: 'good',
  match: 'good',
  reached: 'good',
  deviates: 'bad',
  broken: 'bad',
  new: 'bad',
  missing: 'bad',
  known: 'warn',
  blocked: 'warn',
  unreached: 'warn',
  inconclusive: 'warn',
  'under-sampled': 'warn',
  'not-run': 'warn',
  shadowed: 'warn',
  unspecified: 'quiet',
  'not-selected': 'quiet',
  'not-tried': 'quiet',
  'n.a.': 'quiet',
};

const MARKS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warn: '!', quiet: '–' };

/** A status as a word on a coloured ground, with a mark for those who do not see the colour. */
export const badge = (status: string, tone: Tone = TONES[status.split(' ')[0] ?? ''] ?? 'bad'): Html =>
  html`<span class="badge ${tone}"><span aria-hidden="true">${MARKS[tone]}</span> ${status}</span>`;

export type Cell = Part;
export type HtmlColumn = { readonly title: string; readonly right?: boolean };

const cellHtml = (cell: Cell, column: HtmlColumn | undefined, at: number): Html =>
  at === 0
    ? html`<th scope="row">${cell}</th>`
    : html`<td${column?.right === true ? html` class="number"` : null}>${cell}</td>`;

/** A table that scrolls by itself where the screen is too narrow; `label` names it for those who hear the page. */
export const table = (
  label: string,
  columns: readonly HtmlColumn[],
  rows: readonly (readonly Cell[])[],
): Html =>
  html`<div class="scroll" role="group" tabindex="0" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${columns.map(
            ({ title, right }) =>
              html`<th scope="col" ${right === true ? html` class="number"` : null}>${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => cellHtml(cell, columns[at], at))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;

/** A block that opens on a click, a key press, or a link to something in it. */
export const fold = (summary: Part, body: Part, isOpen = false): Html =>
  html`<details${isOpen ? html` open` : null}><summary>${summary}</summary>\n<div class="fold">${body}</div></details>\n`;

/** A section with a heading that the navigation can point at. */
export const section = (id: string, title: string, body: Part): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;

export const sectionId = (document: DocumentName, heading: string): string =>
  `doc-${fileStem(`${document}-${heading}`.replace(/\s+/g, '-'))}`;

/** Places in the documents, each a link to the section on this page and one to the document itself. */
export const placesHtml = (
  sources: readonly { readonly document: DocumentName; readonly section: string }[],
): Part =>
  joined(
    sources.map(({ document, section: heading }) => {
      const link = documentLink(document, heading);
      const text = `${document}, ${headingText(heading)}`;
      const out =
        link === null ? null : html` <a href="${link}" aria-label="${text}, in the document itself">↗</a>`;
      return html`<a href="#${sectionId(document, heading)}">${text}</a>${out}`;
    }),
    '; ',
  );

export const list = (items: readonly Part[]): Part =>
  items.length === 0
    ? null
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li> `)}
      </ul> `;
