// The state machine of CPI_CONTEXT.md with how often each edge was taken, in Graphviz' language.
import { PHASES, type Phase } from '../../spec/state-machine';
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
const KEEPS: Readonly<Record<Phase, RegExp>> = {
  'first-set': /-from-first-set$/,
  accumulating: /-from-accumulating$/,
  empty: /(?:-after-init|-after-execute|-of-own-payer|-from-empty)$/,
};

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

/** How often a state was kept because something was refused. */
function refusedIn(phase: Phase, coverage: readonly CoverageReport[]): number {
  const pattern = KEEPS[phase];
  return coverage
    .filter(({ id, group }) => group === 'refusals' || id.startsWith('state-machine/already-set'))
    .filter(({ id }) => pattern.test(id))
    .reduce((sum, { count }) => sum + count, 0);
}

/** What leaves a state as it is shares one arrow with the refusals: two of them would cross. */
function withRefusals(arrows: readonly Arrow[], coverage: readonly CoverageReport[]): readonly Arrow[] {
  const isLoop = ({ from, to }: Arrow): boolean => from === to;
  const loops = PHASES.map((phase) => {
    const known = arrows.find((arrow) => isLoop(arrow) && arrow.from === phase);
    const refused = `refused ×${refusedIn(phase, coverage)}`;
    return { from: phase, to: phase, count: known?.count ?? 0, lines: [...(known?.lines ?? []), refused] };
  });
  return [...arrows.filter((arrow) => !isLoop(arrow)), ...loops];
}

/** Thicker by the number of digits. */
const width = (count: number): string => (count === 0 ? '0.7' : (0.8 + Math.log10(count) * 0.7).toFixed(1));

const arrowLine = ({ from, to, lines, count }: Arrow): string => {
  const isNever = count === 0;
  const label = lines.map((line) => ` ${line} \\l`).join('');
  return `  "${from}" -> "${to}" [label="${label}", class="${isNever ? 'never' : 'taken'}", penwidth=${width(count)}${isNever ? ', style=dashed' : ''}];`;
};

/** The graph; an edge that nothing took, but for refusals, is dashed and of class `never`. */
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
    ...withRefusals(arrowsOf(coverage), coverage).map(arrowLine),
    '}',
    '',
  ].join('\n');
}
