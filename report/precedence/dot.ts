// The observed order as a graph in Graphviz' language: rules of the same place share a box; an arrow says who wins over whom.
import { edgesOf } from './section';
import { reduced, winsOf, type Edge } from './graph';
import { shortOutcome } from './names';
import type { PrecedenceReport } from './types';

type Box = { readonly id: string; readonly rules: readonly string[]; readonly layer: number };
export type Drawing = { readonly boxes: readonly Box[]; readonly edges: readonly Edge[] };

/** Rules of one layer that win over the same and lose to the same share a box. */
function boxesOf(layers: PrecedenceReport['layers'], edges: readonly Edge[]): readonly Box[] {
  const place = (rule: string): string =>
    JSON.stringify([
      edges.filter(({ to }) => to === rule).map(({ from }) => from),
      edges.filter(({ from }) => from === rule).map(({ to }) => to),
    ]);
  return layers.flatMap((rules, layer) => {
    const groups = new Map<string, string[]>();
    for (const rule of rules) groups.set(place(rule), [...(groups.get(place(rule)) ?? []), rule]);
    return [...groups.values()].map((group, at) => ({ id: `b${layer}_${at}`, rules: group, layer }));
  });
}

const unique = (edges: readonly Edge[]): readonly Edge[] => [
  ...new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge])).values(),
];

/** Boxes, and the fewest arrows between them that say the same. */
export function drawingOf(section: PrecedenceReport): Drawing {
  const edges = reduced(winsOf(edgesOf(section)));
  const boxes = boxesOf(section.layers, edges);
  const boxOf = (rule: string): string => boxes.find(({ rules }) => rules.includes(rule))?.id ?? '';
  return { boxes, edges: unique(edges.map(({ from, to }) => ({ from: boxOf(from), to: boxOf(to) }))) };
}

const COLOURS: Readonly<Record<string, string>> = {
  'instruction-data': '#dbe9f6',
  accounts: '#fdebd0',
  'signer-checks': '#e8daef',
  modes: '#d5f5e3',
  validation: '#d1f2eb',
  limits: '#f9e1e0',
  effects: '#eaeded',
  initialization: '#fcf3cf',
};
const OTHER = '#ffffff';
const AGAINST = '#b03a2e';

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
const areaOf = (rule: string): string => rule.split('/')[0] ?? '';

const lineOf = (rule: string, { raises }: PrecedenceReport): string =>
  `${rule}  ${(raises[rule] ?? []).map(shortOutcome).join(' ')}`;

const boxLine = (box: Box, section: PrecedenceReport): string => {
  const label = box.rules.map((rule) => `${lineOf(rule, section)}\\l`).join('');
  const colour = COLOURS[areaOf(box.rules[0] ?? '')] ?? OTHER;
  return `  ${box.id} [label=${quoted(label)}, fillcolor=${quoted(colour)}];`;
};

/** Winners that a document orders behind the loser; drawn besides the order itself. */
const contradicting = (section: PrecedenceReport, { boxes }: Drawing): readonly string[] => {
  const boxOf = (rule: string): string | undefined => boxes.find(({ rules }) => rules.includes(rule))?.id;
  const edges = section.contradictions.flatMap(({ winner, loser }) => {
    const [from, to] = [boxOf(winner), boxOf(loser)];
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });
  return unique(edges).map(
    ({ from, to }) => `  ${from} -> ${to} [color=${quoted(AGAINST)}, style=dashed, constraint=false];`,
  );
};

/** The graph as Graphviz' text. */
export function writeDot(section: PrecedenceReport): string {
  const drawing = drawingOf(section);
  return [
    'digraph precedence {',
    '  graph [rankdir=TB, nodesep=0.25, ranksep=0.45, fontname="Courier", labelloc=t, label="Of two violated rules, the upper one decides. Dashed: a document orders it the other way round.\\n "];',
    '  node [shape=box, style="filled,rounded", fontname="Courier", fontsize=10, color="#566573", margin="0.12,0.06"];',
    '  edge [color="#566573", arrowsize=0.6];',
    ...drawing.boxes.map((box) => boxLine(box, section)),
    ...drawing.edges.map(({ from, to }) => `  ${from} -> ${to};`),
    ...contradicting(section, drawing),
    '}',
    '',
  ].join('\n');
}
