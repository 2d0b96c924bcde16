// Puts a drawing of Graphviz into a page: without its prologue, with ids of its own, in the page's colours.
import { html, trusted, type Html } from './html';

/** The colours that Graphviz gives to everything by itself; the page's style gives others. */
const PAINTED = / (?:stroke|fill)="(?:black|white|transparent)"/g;

/** `name` makes the ids in the drawing unique on the page; `label` says what is seen. */
export function drawing(svg: string, name: string, label: string): Html {
  const text = svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\s*/g, '')
    .replace(/<title>[\s\S]*?<\/title>\s*/g, '')
    .replaceAll(' id="', ` id="${name}-`)
    .replace(PAINTED, '')
    .replace('<svg ', `<svg class="graph ${name}" role="img" aria-label="${label}" `);
  return html`<div class="scroll drawing" role="group" tabindex="0" aria-label="${label}: scrolls">
    ${trusted(text)}
  </div> `;
}
