// coverage.html: how much of the compiled program was executed, which errors were raised where, and what never ran.
import { codeState, DENOMINATORS, percent, RAISE_SITES, share } from '../binary/numbers';
import type { GuidedReport } from '../binary/guided';
import type { BinaryCoverage, CodeCoverage, Counts, Extent, SiteCoverage, Unexecuted } from '../binary/types';
import type { ProgramShape } from '../../spec/reach';
import { html, unless, type Html, type Part } from './html';
import { frame } from './page';
import { badge, fold, section, table, type Cell, type HtmlColumn, type Tone } from './parts';

const WHAT: readonly (keyof Counts)[] = ['instructions', 'blocks', 'edges', 'functions'];

const columns = (titles: readonly string[]): readonly HtmlColumn[] =>
  titles.map((title, at) => ({ title, right: at > 0 }));

const extentRow = (name: string, extent: Extent): readonly Cell[] => [
  name,
  ...WHAT.map((what) => share(extent, what)),
];

const totalSection = (coverage: BinaryCoverage): Html =>
  section('total', 'In total', [
    table('Executed in total', columns(['of', ...WHAT]), [
      extentRow('all', coverage.total),
      extentRow('called directly', coverage.calledDirectly),
      extentRow('entered', coverage.entered),
    ]),
    html`<p class="quiet">${DENOMINATORS} Here: ${coverage.indirectCalls}.</p>`,
  ]);

const shares = (executed: Counts, { total }: BinaryCoverage): readonly Cell[] =>
  WHAT.map((what) => percent(executed[what], total.all[what]));

function areaSection(coverage: BinaryCoverage): Html {
  const rows = coverage.areas.map(({ area, plans, executed }) => [
    area,
    plans,
    ...shares(executed, coverage),
  ]);
  const perArea = coverage.areas.map(({ area }) => {
    const own = coverage.claims.filter((claim) => claim.area === area);
    const cells = own.map(({ claim, plans, executed, onlyHere }) => [
      claim,
      plans,
      ...shares(executed, coverage),
      onlyHere,
    ]);
    const heads = columns(['rule, law or sweep', 'plans', ...WHAT, 'edges only here']);
    return fold(
      html`<strong>${area}</strong> <span class="quiet">${own.length}</span>`,
      table(area, heads, cells),
    );
  });
  return section('areas', 'By area and rule', [
    table('By area', columns(['area', 'plans', ...WHAT]), rows),
    perArea,
  ]);
}

const TONES: Readonly<Record<ReturnType<typeof codeState>, Tone>> = {
  reached: 'good',
  partly: 'warn',
  'never reached': 'warn',
  'no place': 'quiet',
};

const siteCells = ({ pc, function: name, fileOffset, plans, refused }: SiteCoverage): readonly Cell[] => [
  `${name}, pc ${pc}`,
  `0x${fileOffset.toString(16)}`,
  plans,
  refused,
];

function codeHtml(code: CodeCoverage): Html {
  const { sites } = code;
  const state = codeState(code);
  const reached = sites.filter(({ plans }) => plans > 0).length;
  const head = html`<strong>${code.code} ${code.name}</strong> ${badge(state, TONES[state])}
    <span class="quiet">${reached} of ${sites.length} places</span>`;
  const heads = columns(['place', 'file offset', 'plans', 'refused']);
  return fold(head, table(`Places of ${code.code}`, heads, sites.map(siteCells)));
}

function codeSection({ codes }: BinaryCoverage): Html {
  const without = codes.filter((code) => codeState(code) === 'no place').map(({ code }) => code);
  return section('raised', 'Where errors are raised', [
    html`<p class="quiet">${RAISE_SITES}</p>`,
    codes.filter(({ sites }) => sites.length > 0).map(codeHtml),
    unless(without.length === 0, () => html`<p>No place in the code chooses ${without.join(', ')}.</p>`),
  ]);
}

/** Functions, ranges of each and lines of each range that the page shows; coverage.txt has all. */
const SHOWN = { functions: 25, ranges: 6, lines: 14, around: 2 } as const;

function rangeHtml(
  [from, to]: readonly [number, number],
  start: number,
  { disassemble }: ProgramShape,
): Html {
  const before = disassemble(Math.max(start, from - SHOWN.around), from);
  const lines = disassemble(from, to);
  const cut = lines.length - SHOWN.lines;
  const text = [
    ...before.map((line) => `  ${line}`),
    ...lines.slice(0, SHOWN.lines).map((line) => `- ${line}`),
    ...(cut > 0 ? [`- … ${cut} more`] : []),
  ];
  const label = `Code from ${from} to ${to}`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><pre><code>${text.join('\n')}</code></pre></div>`;
}

function functionHtml(one: Unexecuted, shape: ProgramShape): Html {
  const ranges = one.ranges.slice(0, SHOWN.ranges);
  const left = one.ranges.length - ranges.length;
  return fold(
    html`<strong>${one.function}</strong>
      <span class="quiet">${one.missing} of ${one.instructions} instructions, called ${one.reached}</span>`,
    [
      ranges.map((range) => rangeHtml(range, one.start, shape)),
      unless(left <= 0, () => html`<p>${left} more stretches are in coverage.txt.</p>`),
    ],
  );
}

const missingSection = ({ unexecuted }: BinaryCoverage, shape: ProgramShape): Html =>
  section('never', 'Never executed', [
    html`<p>
      ${unexecuted.length} functions have instructions that never ran; the largest parts first. Lines with "-" never ran. All of them are in coverage.txt.
    </p>`,
    unexecuted.slice(0, SHOWN.functions).map((one) => functionHtml(one, shape)),
  ]);

function guidedSection({
  executions,
  edges,
  onlyGuided,
  onlyUnguided,
  corpus,
  deviations,
  faults,
  unguidedExecutions,
}: GuidedReport): Html {
  const kept = corpus.filter(({ beyond }) => beyond.length > 0);
  return section('guided', 'Guided generation', [
    table('Guided and unguided', columns(['generation', 'plans', 'edges', 'only here']), [
      ['guided', executions, edges.guided, onlyGuided.length],
      ['unguided', unguidedExecutions, edges.unguided, onlyUnguided.length],
    ]),
    fold(
      html`<strong>Plans kept for edges that no unguided plan reached</strong>
        <span class="quiet">${kept.length}</span>`,
      table(
        'Kept plans',
        [{ title: 'file' }, { title: 'from a case of' }, { title: 'outcome' }, { title: 'edges' }],
        kept.map(({ file, claim, outcome, beyond }) => [file, claim, outcome, beyond.join(', ')]),
      ),
    ),
    fold(
      html`<strong>Deviations of guided plans</strong> <span class="quiet">${deviations.length}</span>`,
      table(
        'Deviations',
        ['verdict', 'expected', 'observed', 'listing', 'file'].map((title) => ({ title })),
        deviations.map((one) => [one.verdict, one.expected, one.observed, one.listing, one.witness]),
      ),
    ),
    unless(faults.length === 0, () =>
      table(
        'The suite itself failed',
        [{ title: 'what happened' }, { title: 'plans', right: true }, { title: 'file' }],
        faults.map(({ sentence, count, witness }) => [sentence, count, witness]),
      ),
    ),
  ]);
}

type Listed = { readonly id: string; readonly title: string; readonly part: Part };

/** The page. The same input gives the same bytes. */
export function writeBinaryPage(coverage: BinaryCoverage, shape: ProgramShape): string {
  const { programs, plans, seed, guided } = coverage;
  const sections: readonly Listed[] = [
    { id: 'total', title: 'In total', part: totalSection(coverage) },
    { id: 'areas', title: 'By area', part: areaSection(coverage) },
    { id: 'raised', title: 'Errors', part: codeSection(coverage) },
    { id: 'never', title: 'Never executed', part: missingSection(coverage, shape) },
    ...(guided === undefined ? [] : [{ id: 'guided', title: 'Guided', part: guidedSection(guided) }]),
  ];
  return frame({
    title: `What ran of Light’s system program ${programs.version}`,
    lead: `${plans} plans with register traces on LiteSVM, seed ${seed}; sha256 ${programs.systemProgram}.`,
    navigation: sections,
    main: sections.map(({ part }) => part),
    footer: 'Everything here is in coverage.json and coverage.txt beside this page.',
  });
}
