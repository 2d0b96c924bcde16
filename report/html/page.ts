// The report as one page that needs nothing else: it works offline, without scripts, by keyboard, on a phone and on paper.
import { coverageSection } from './coverage';
import { documentsSection } from './documents';
import { html, trusted, unless, type Html, type Part } from './html';
import { lawsSection, ledgerSection, limitsSection } from './ledger';
import { matrixSection } from './matrix';
import type { PageInput } from './page-types';
import { precedenceSection } from './precedence';
import { runtimesSection } from './runtimes';
import { storiesSection } from './stories';
import { STYLE } from './style';
import { verdictSection } from './verdict';

export type NavigationEntry = { readonly id: string; readonly title: string };

/** Nothing may be loaded and nothing may run: the page cannot do more than be read. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export type Frame = {
  readonly title: string;
  readonly lead: Part;
  readonly navigation: readonly NavigationEntry[];
  readonly main: Part;
  readonly footer: Part;
};

/** A whole page around its sections. */
export function frame({ title, lead, navigation, main, footer }: Frame): string {
  const page: Html = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        <header class="top">
          <h1>${title}</h1>
          <p class="quiet">${lead}</p>
        </header>
        <nav aria-label="Sections">
          <ul>
            ${navigation.map(({ id, title: text }) => html`<li><a href="#${id}">${text}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">${main}</main>
        <footer>${footer}</footer>
      </body>
    </html> `;
  return page.html;
}

type Listed = NavigationEntry & { readonly part: Part };

const sectionsOf = (page: PageInput): readonly Listed[] =>
  [
    { id: 'verdict', title: 'Verdict', part: verdictSection(page.report) },
    { id: 'deviations', title: 'Deviations', part: storiesSection(page) },
    { id: 'documents', title: 'Documents', part: documentsSection(page.report) },
    { id: 'matrix', title: 'Expected × observed', part: matrixSection(page) },
    { id: 'states', title: 'State machine', part: coverageSection(page) },
    { id: 'precedence', title: 'Which error wins', part: precedenceSection(page) },
    { id: 'errors', title: 'Errors', part: ledgerSection(page.report) },
    { id: 'laws', title: 'Laws and sweeps', part: lawsSection(page.report) },
    { id: 'runtimes', title: 'Runtimes', part: runtimesSection(page.report) },
    { id: 'limits', title: 'Fences', part: limitsSection(page.report) },
  ].filter(({ part }) => part !== null);

const FOOTER =
  'Everything here is in report.json beside this page, and a witness for every deviation. Commands name the default report folder: put in yours where it is another. The same seed gives the same bytes; time and machine are in run-info.json.';

const LEAD =
  'Does the compiled program do what its documents say? Random plans on the real programs, each compared with what the documents alone predict.';

const TRACED = html` <a href="coverage.html">What of the compiled program they executed</a> is a page of its own.`;

/** index.html. The same input gives the same bytes. */
export function writePage(page: PageInput): string {
  const { report } = page;
  const sections = sectionsOf(page);
  return frame({
    title: `Conformance of Light’s system program ${report.programs.version}`,
    lead: [LEAD, unless(page.isTraced !== true, () => TRACED)],
    navigation: sections,
    main: sections.map(({ part }) => part),
    footer: FOOTER,
  });
}
