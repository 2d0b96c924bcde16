// Draws the graph as one self-contained SVG. Graphviz lays it out (@viz-js/viz, compiled to WebAssembly: no program to install).
import { instance, type Viz } from '@viz-js/viz';

let started: Promise<Viz> | undefined;

/** The drawing of a graph in Graphviz' language; the same graph always gives the same bytes. */
export async function drawSvg(dot: string): Promise<string> {
  started ??= instance();
  const svg = (await started).renderString(dot, { format: 'svg', engine: 'dot' });
  // Laid out by Courier's widths; where there is none, any font of one width is as wide.
  return svg.replaceAll('font-family="Courier"', 'font-family="Courier, monospace"');
}
