// The state machine of CPI_CONTEXT.md with how often each edge was taken, in Graphviz' language.
import type { Phase } from '../../spec/state-machine';
import type { CoverageReport } from '../report-types';

type Edge = { readonly id: string; readonly from: Phase; readonly to: Phase; readonly label: string };

const e = (name: string, [from, to]: readonly [Phase, Phase], label: string): Edge => ({
  id: `state-machine/${name}`,
  from,
  to,
  label,
});

/** The arrows between states; what is possible from any state is in the table below the drawing. */
const EDGES: readonly Edge[] = [
  e('first-set-after-init', ['empty', 'first-set'], 'first set'),
  e('first-set-after-execute', ['empty', 'first-set'], 'first set after an execution'),
  e('both-from-empty', ['empty', 'first-set'], 'both flags'),
  e('set-from-first-set', ['first-set', 'accumulating'], 'set'),
  e('set-from-accumulating', ['accumulating', 'accumulating'], 'set'),
  e('execute-from-first-set', ['first-set', 'empty'], 'execute'),
  e('execute-from-accumulating', ['accumulating', 'empty'], 'execute'),
  e('first-set-from-first-set', ['first-set', 'first-set'], 'first set again'),
  e('both-from-first-set', ['first-set', 'first-set'], 'both flags'),
  e('first-set-from-accumulating', ['accumulating', 'first-set'], 'first set again'),
  e('both-from-accumulating', ['accumulating', 'first-set'], 'both flags'),
];

/** Refusals by the state that they keep. */
const KEEPS: readonly (readonly [Phase, RegExp])[] = [
  ['first-set', /-from-first-set$/],
  ['accumulating', /-from-accumulating$/],
  ['empty', /(?:-after-init|-after-execute|-of-own-payer|-from-empty)$/],
];

const LABELS: Readonly<Record<Phase, string>> = {
  empty: 'empty / cleared',
  'first-set': 'first set',
  accumulating: 'accumulating',
};

type Arrow = {
  readonly from: Phase;
  readonly to: Phase;
  readonly lines: readonly string[];
  readonly count: number;
};

/** Edges between the same states are one arrow with a line each. */
function arrowsOf(coverage: readonly CoverageReport[]): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { id, from, to, label } of EDGES) {
    const count = coverage.find((item) => item.id === id)?.count ?? 0;
    const key = `${from} ${to}`;
    const known = arrows.get(key) ?? { from, to, lines: [], count: 0 };
    arrows.set(key, { ...known, lines: [...known.lines, `${label} ×${count}`], count: known.count + count });
  }
  return [...arrows.values()];
}

function refusalsOf(coverage: readonly CoverageReport[]): readonly Arrow[] {
  const refusals = coverage.filter(
    ({ id, group }) => group === 'refusals' || id.startsWith('state-machine/already-set'),
  );
  return KEEPS.map(([phase, pattern]) => {
    const count = refusals.filter(({ id }) => pattern.test(id)).reduce((sum, one) => sum + one.count, 0);
    return { from: phase, to: phase, lines: [`refused ×${count}`], count };
  });
}

/** Thicker by the number of digits. */
const width = (count: number): string => (count === 0 ? '0.7' : (0.8 + Math.log10(count) * 0.7).toFixed(1));

const arrowLine = ({ from, to, lines, count }: Arrow, kind: string): string => {
  const seen = count === 0 ? `${kind} never` : kind;
  const style = kind === 'refused' || count === 0 ? ', style=dashed' : '';
  return `  "${from}" -> "${to}" [label="${lines.map((line) => ` ${line} \\l`).join('')}", class="${seen}", penwidth=${width(count)}${style}];`;
};

/** The graph; an edge that was never taken is dashed and of class `never`. */
export function stateMachineDot(coverage: readonly CoverageReport[]): string {
  const states = (Object.entries(LABELS) as [Phase, string][]).map(
    ([phase, label]) => `  "${phase}" [label="${label}", class="state"];`,
  );
  return [
    'digraph states {',
    '  graph [rankdir=TB, nodesep=0.7, ranksep=0.7, bgcolor="transparent", pad=0.1];',
    '  node [shape=box, style="rounded", fontname="Helvetica", fontsize=14, margin="0.25,0.14"];',
    '  edge [fontname="Helvetica", fontsize=12, arrowsize=0.8];',
    '  start [shape=point, width=0.14, class="start"];',
    ...states,
    '  start -> "empty" [label=" InitializeCpiContextAccount", class="start"];',
    ...arrowsOf(coverage).map((arrow) => arrowLine(arrow, 'taken')),
    ...refusalsOf(coverage).map((arrow) => arrowLine(arrow, 'refused')),
    '}',
    '',
  ].join('\n');
}
