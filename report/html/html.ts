// Templates that cannot forget to escape: everything put into `html` is escaped unless it is HTML already.
import { escapeXml } from '../formats/xml';

export type Html = { readonly html: string };
/** What may stand in a template; nothing is written for null and false. */
export type Part = string | number | Html | readonly Part[] | null | false;

const isHtml = (part: Html | readonly Part[]): part is Html => 'html' in part;

function write(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part !== 'object') return escapeXml(String(part));
  return isHtml(part) ? part.html : part.map(write).join('');
}

/** HTML from a template; texts and numbers in it are escaped, for elements and for quoted attributes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((text, at) => text + write(parts[at] ?? null)).join(''),
});

/** Text that is HTML already, from us or from a library that escapes. */
export const trusted = (text: string): Html => ({ html: text });

/** `parts` with `separator` between them. */
export const joined = (parts: readonly Part[], separator: Part): readonly Part[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]));

/** Nothing where there is nothing to put in it. */
export const unless = (isEmpty: boolean, part: () => Part): Part => (isEmpty ? null : part());
