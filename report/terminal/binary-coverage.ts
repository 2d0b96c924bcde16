// What was executed of the compiled program, as tables.
import { codeState, DENOMINATORS, percent, RAISE_SITES, share } from '../binary/numbers';
import type { GuidedReport } from '../binary/guided';
import type { Listing } from '../binary/guided-listing';
import type { BinaryCoverage, CodeCoverage, Counts, Extent } from '../binary/types';
import type { Paint } from './paint';
import { plural, shorten, table, wrap, type Column } from './text';

const WHAT: readonly (keyof Counts)[] = ['instructions', 'blocks', 'edges', 'functions'];

const numbers = (titles: readonly string[]): readonly Column[] =>
  titles.map((title, at) => ({ title, right: at > 0 }));

const extentRow = (name: string, extent: Extent): readonly string[] => [
  name,
  ...WHAT.map((what) => share(extent, what)),
];

const totals = ({ total, calledDirectly, entered }: BinaryCoverage): string =>
  table(numbers(['of', ...WHAT]), [
    extentRow('all', total),
    extentRow('called directly', calledDirectly),
    extentRow('entered', entered),
  ]);

function areas({ areas: rows, total }: BinaryCoverage): string {
  const cells = rows.map(({ area, claims, plans, executed }) => [
    area,
    String(claims),
    String(plans),
    ...WHAT.map((what) => percent(executed[what], total.all[what])),
  ]);
  return table(numbers(['area', 'claims', 'plans', ...WHAT]), cells);
}

const codeRow = (code: CodeCoverage): readonly string[] => {
  const { sites } = code;
  const most = (pick: 'plans' | 'refused'): string =>
    String(sites.reduce((total, site) => total + site[pick], 0));
  return [
    `${code.code} ${shorten(code.name, 44)}`,
    String(sites.filter(({ plans }) => plans > 0).length),
    String(sites.length),
    most('plans'),
    most('refused'),
  ];
};

function codes({ codes: all }: BinaryCoverage): string {
  const placed = all.filter(({ sites }) => sites.length > 0);
  const without = all.filter((code) => codeState(code) === 'no place').map(({ code }) => code);
  return [
    table(numbers(['code', 'reached', 'places', 'plans', 'refused']), placed.map(codeRow)),
    ...(without.length === 0 ? [] : [wrap(`No place in the code chooses ${without.join(', ')}.`, 2)]),
  ].join('\n');
}

const SHOWN = 12;

function unexecuted({ unexecuted: functions }: BinaryCoverage): string {
  const rows = functions
    .slice(0, SHOWN)
    .map(({ function: name, missing, instructions, reached }) => [
      name,
      String(missing),
      String(instructions),
      reached,
    ]);
  return table(numbers(['function', 'never executed', 'instructions', 'called']), rows);
}

const listed = (deviations: GuidedReport['deviations'], listing: Listing): readonly string[] =>
  deviations
    .filter((one) => one.listing === listing)
    .map(({ verdict, expected, observed, witness }) =>
      wrap(`${listing}: ${verdict}, expected ${expected}, observed ${observed}: ${witness}`, 2, 4),
    );

function guidedLines(guided: GuidedReport, paint: Paint): readonly string[] {
  const { executions, changed, edges, onlyGuided, onlyUnguided, corpus, deviations, faults, minimising } =
    guided;
  const beyond = corpus.filter((one) => one.beyond.length > 0).length;
  const counts = (listing: string): number => deviations.filter((one) => one.listing === listing).length;
  return [
    paint('bold', 'Guided generation'),
    table(numbers(['generation', 'plans', 'edges', 'only here']), [
      ['guided', String(executions), String(edges.guided), String(onlyGuided.length)],
      ['unguided', String(guided.unguidedExecutions), String(edges.unguided), String(onlyUnguided.length)],
    ]),
    wrap(
      `${changed} of the guided plans were made by changing others; ${corpus.length} are kept (corpus/), ${beyond} of them for edges that no unguided plan reached, made smaller in ${minimising} more executions.`,
      2,
    ),
    wrap(
      `Their deviations by outcome: ${counts('known')} known, ${counts('alike')} like known ones, ${counts('new')} new; ${counts('runner-disagrees')} that the other runtime does not show. \`replay\` takes the files in corpus/.`,
      2,
    ),
    ...Object.entries(guided.skipped).map(([reason, count]) =>
      wrap(
        `${plural(count, 'plan')} could not be sent (${reason.replace(/\.$/, '')}): no transaction can carry them; counted, and no evidence.`,
        2,
      ),
    ),
    ...listed(deviations, 'alike').map((text) => paint('yellow', text)),
    ...listed(deviations, 'new').map((text) => paint('red', text)),
    ...faults.map(({ sentence, count, witness }) =>
      paint('red', wrap(`${sentence} (${plural(count, 'time')}): ${witness}`, 2, 4)),
    ),
    '',
  ];
}

/** The summary that follows a run with --coverage. */
export function coverageText(coverage: BinaryCoverage, paint: Paint): string {
  const { plans, cases, indirectCalls, guided } = coverage;
  return [
    paint('bold', 'Executed of the compiled system program'),
    wrap(
      `${plural(plans, 'plan')} of ${plural(coverage.claims.length, 'claim')}, ${plural(cases, 'case')} of each, with register traces on LiteSVM.`,
      2,
    ),
    totals(coverage),
    wrap(`${DENOMINATORS} Here: ${indirectCalls}.`, 2),
    '',
    paint('bold', 'By area, of all'),
    areas(coverage),
    '',
    paint('bold', 'Where errors are raised'),
    codes(coverage),
    wrap(RAISE_SITES, 2),
    '',
    paint('bold', 'Never executed, the largest parts'),
    unexecuted(coverage),
    wrap('All of them with their code are in coverage.txt; everything else is in coverage.json.', 2),
    '',
    ...(guided === undefined ? [] : guidedLines(guided, paint)),
  ].join('\n');
}
