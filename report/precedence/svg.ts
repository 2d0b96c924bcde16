// Draws the graph as one self-contained SVG. Graphviz lays it out (@viz-js/viz, compiled to WebAssembly: no program to install).
import { instance } from '@viz-js/viz';

/** The drawing of a graph in Graphviz' language; the same graph always gives the same bytes. */
export async function drawSvg(dot: string): Promise<string> {
  const viz = await instance();
  const svg = viz.renderString(dot, { format: 'svg', engine: 'dot' });
  // Laid out by Courier's widths; where there is none, any font of one width is as wide.
  return svg.replaceAll('font-family="Courier"', 'font-family="Courier, monospace"');
}
