// Coverage of the compiled program as a report: counts by hand, files that read back, pages that say what ran.
import { paintFor } from '../terminal/paint';
import { coverageText } from '../terminal/binary-coverage';
import { writeBinaryPage } from '../html/binary-page';
import { buildCoverage } from './build';
import { parseCoverage, writeCoverage } from './json';
import { listingText } from './listing';
import { codeState, percent } from './numbers';
import { coverage, INPUT, SHAPE } from './testing';

describe('Coverage of the compiled program', () => {
  it('counts what ran, of all, of what is called directly, and of what was entered', () => {
    expect(coverage.total).toEqual({
      executed: { instructions: 5, blocks: 3, edges: 2, functions: 1 },
      all: { instructions: 8, blocks: 4, edges: 3, functions: 2 },
    });
    expect(coverage.calledDirectly.all).toEqual({ instructions: 5, blocks: 3, edges: 3, functions: 1 });
    expect(coverage.entered.all.functions).toBe(1);
    expect(coverage.indirectCalls).toBe(1);
    expect(coverage.plans).toBe(6);
  });

  it('counts claims and areas, and what only one claim took', () => {
    expect(coverage.areas).toHaveLength(1);
    expect(coverage.areas[0]?.executed).toEqual(coverage.total.executed);
    expect(coverage.claims.map(({ claim, onlyHere }) => [claim, onlyHere])).toEqual([
      ['a/one', 1],
      ['a/two', 2],
    ]);
    expect(coverage.claims[0]?.executed).toEqual({ instructions: 3, blocks: 2, edges: 1, functions: 1 });
  });

  it('counts plans at each place that raises an error, those too that only running shows', () => {
    const [code] = coverage.codes.filter(({ code: number }) => number === 6002);
    expect(code?.sites.map(({ pc, plans, refused }) => [pc, plans, refused])).toEqual([
      [2, 2, 1],
      [6, 0, 0],
    ]);
    expect(coverage.codes.flatMap((one) => (codeState(one) === 'partly' ? [one.code] : []))).toEqual([6002]);
    const seen = coverage.codes.find(({ code: number }) => number === 6021);
    expect(seen?.sites).toMatchObject([{ inCode: false, fileOffset: 0x100 + 24, function: 'entrypoint' }]);
  });

  it('lists what never ran, with what ran in front of it', () => {
    expect(coverage.unexecuted).toMatchObject([{ function: 'function_6', missing: 3, ranges: [[6, 9]] }]);
    const text = listingText(buildCoverage({ ...INPUT, reaches: INPUT.reaches.slice(0, 1) }), SHAPE);
    expect(text).toContain('entrypoint: 2 of 5 instructions never executed');
    expect(text).toContain('    1  mov64');
    expect(text).toContain('  - 2  mov64');
  });

  it('reads back as it was written', () => {
    expect(parseCoverage(writeCoverage(coverage), 'coverage.json')).toEqual(coverage);
    expect(() => parseCoverage('{}', 'coverage.json')).toThrow(/coverage\.json lacks the field/);
  });

  it('is told on the terminal and on a page that escapes what it shows', () => {
    const text = coverageText(coverage, paintFor(false, {}));
    expect(text).toContain('5 of 8 (62.5 %)');
    const page = writeBinaryPage(coverage, SHAPE);
    expect(page).toContain('mov64 r0, &lt;0&gt;');
    expect(page).toContain('6002 CpiSignerCheckFailed');
    expect(page).not.toContain('<script');
  });

  it('says nothing of nothing', () => {
    expect(percent(0, 0)).toBe('-');
    const empty = buildCoverage({ ...INPUT, reaches: [] });
    expect(empty.total.executed.instructions).toBe(0);
    expect(empty.unexecuted).toHaveLength(2);
  });
});
