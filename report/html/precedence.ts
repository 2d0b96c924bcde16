// Which of two errors wins, as the drawing and as text.
import type { PrecedenceReport } from '../precedence/types';
import { shortOutcomes } from '../precedence/names';
import { plural } from '../terminal/text';
import { drawing } from './drawing';
import { html, unless, type Html, type Part } from './html';
import type { PageInput, ShownOrder } from './page-types';
import { fold, list, section } from './parts';

const layersHtml = ({ layers, raises }: PrecedenceReport): Html =>
  html`<ol>
    ${layers.map(
      (rules) =>
        html`<li>
          ${rules.map((rule, at) => `${at === 0 ? '' : ', '}${rule} (${shortOutcomes(raises[rule] ?? [])})`)}
        </li> `,
    )}
  </ol> `;

const contradictionsHtml = ({ contradictions }: PrecedenceReport): Part =>
  unless(contradictions.length === 0, () =>
    fold(
      html`<strong>Against an order that a document states</strong>
        <span class="quiet">${plural(contradictions.length, 'pair')}</span>`,
      list(contradictions.map(({ winner, loser }) => html`${winner} wins over ${loser}`)),
    ),
  );

const originText = ({ isFrozen, section: { pairs } }: ShownOrder): string =>
  isFrozen
    ? `As frozen for this version from ${plural(pairs.length, 'pair')} of rules; this run did not break two rules at once to see it again.`
    : `From ${plural(pairs.length, 'pair')} of rules that this run broke at once.`;

/** Nothing where no order is known. */
export function precedenceSection({ order }: PageInput): Part {
  if (order === null) return null;
  return section('precedence', 'Which error wins', [
    html`<p>
      Of two rules that a plan breaks, the upper one decides. Observed: no document says so.
      ${originText(order)}
    </p> `,
    fold(
      html`<strong>The drawing</strong>
        <span class="quiet"
          >${order.section.layers.length} layers; dashed: a document orders it the other way round</span
        >`,
      drawing(order.svg, 'precedence-drawing', 'Which rule wins over which'),
    ),
    fold(html`<strong>The layers as text</strong>`, layersHtml(order.section)),
    contradictionsHtml(order.section),
  ]);
}
