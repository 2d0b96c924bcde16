// Expected against observed: a row for what the documents say, a cell for each thing that came; a cell opens its cases.
import type { MatrixEntry } from '../../spec/result';
import type { Report, Tally } from '../report-types';
import { isDeviation } from '../findings';
import { expectedText, observedText } from '../terminal/names';
import { html, type Html, type Part } from './html';
import type { PageInput } from './page-types';
import { list, section, type Tone } from './parts';
import { storyId } from './stories';

type Claim = Pick<Tally, 'outcomes' | 'findings'> & {
  readonly id: string;
  readonly exemplar?: string | null;
};
type Pair = Pick<MatrixEntry, 'expected' | 'observed' | 'verdict'>;

const isPair =
  (pair: Pair) =>
  ({ expected, observed, verdict }: Pair): boolean =>
    expected === pair.expected && observed === pair.observed && verdict === pair.verdict;

const toneOf = ({ verdict }: Pair): Tone => {
  if (verdict === 'match') return 'good';
  return isDeviation({ verdict }) ? 'bad' : 'quiet';
};

/** One claim in which the pair occurred, with a link to a case of it where there is one. */
function claimHtml(claim: Claim, pair: Pair, page: PageInput): Html {
  const count = claim.outcomes.filter(isPair(pair)).reduce((sum, one) => sum + one.count, 0);
  const story = claim.findings.find(isPair(pair))?.witness;
  const exemplar = claim.exemplar ?? null;
  const shown = exemplar === null ? undefined : page.witnessOf(exemplar);
  const link =
    story !== undefined
      ? html` <a href="#${storyId(story)}">the story<span class="hidden"> of ${claim.id}</span></a>`
      : exemplar !== null && shown !== undefined && isPair(pair)(shown)
        ? html` <a href="${exemplar}">a case<span class="hidden"> of ${claim.id}</span></a>`
        : null;
  return html`${claim.id} <span class="quiet">×${count}</span>${link}`;
}

const claimsOf = ({ rules, laws, sweeps }: Report): readonly Claim[] => [...rules, ...laws, ...sweeps];

function cellHtml(entry: MatrixEntry, page: PageInput): Html {
  const claims = claimsOf(page.report).filter(({ outcomes }) => outcomes.some(isPair(entry)));
  const tone = toneOf(entry);
  const verdict = tone === 'good' ? '' : `${entry.verdict}, `;
  return html`<details class="cell ${tone}">
    <summary>
      ${observedText(entry.observed, page.errors)} <span class="count">${verdict}×${entry.count}</span>
    </summary>
    ${list(claims.map((claim) => claimHtml(claim, entry, page)))}
  </details> `;
}

const ORDER: readonly Tone[] = ['bad', 'warn', 'good', 'quiet'];

function rowHtml(expected: string, page: PageInput): Html {
  const own = page.report.matrix
    .filter((entry) => entry.expected === expected)
    .toSorted((a, b) => ORDER.indexOf(toneOf(a)) - ORDER.indexOf(toneOf(b)) || b.count - a.count);
  return html`<div class="matrix-row">
    <h3>${expectedText(expected, page.errors)}</h3>
    <div class="cells">${own.map((entry) => cellHtml(entry, page))}</div>
  </div> `;
}

const LEAD: Part =
  'Each row is what the documents say of a case; the cells are what the program did. Open one for the claims in which it happened, and from there a case.';

/** The whole matrix; what deviates most comes first. */
export function matrixSection(page: PageInput): Html {
  const { matrix } = page.report;
  const deviating = (expected: string): number =>
    matrix
      .filter((entry) => entry.expected === expected && toneOf(entry) === 'bad')
      .reduce((sum, { count }) => sum + count, 0);
  const rows = [...new Set(matrix.map(({ expected }) => expected))].toSorted(
    (a, b) => deviating(b) - deviating(a) || (a < b ? -1 : 1),
  );
  const body =
    rows.length === 0 ? html`<p>No case ran.</p> ` : rows.map((expected) => rowHtml(expected, page));
  return section('matrix', 'Expected × observed', [html`<p>${LEAD}</p> `, body]);
}
