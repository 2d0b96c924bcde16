// A check that generates cases and counted few of them is no success; a check of constants has one case, which is all.
import { FLOOR, underSampled } from './evidence';
import { exitCodeOf } from './known';
import { problemLine, problemLines } from './matrix';
import type { Cell, Outcome } from './types';

const CHECKS = [
  { id: 'encode/invoke', cases: 'many' },
  { id: 'derive/seed', cases: 'many' },
  { id: 'fee/per-output', cases: 'one' },
] as const;
const cell = (check: string, counts: Cell['counts'], outcome: Outcome = 'same'): Cell => ({
  check,
  sdk: '2',
  program: '0.28.3',
  outcome,
  counts,
});
const of = (...cells: readonly Cell[]) => underSampled(cells, CHECKS);

describe('A check that generates cases', () => {
  it('needs as many as the floor, whatever came of them', () => {
    expect(of(cell('encode/invoke', { same: FLOOR - 2, rejected: 2 }))).toEqual([]);
    const few = of(cell('encode/invoke', { same: FLOOR - 3, rejected: 2 }, 'rejected'));
    expect(few).toMatchObject([{ kind: 'under-sampled', check: 'encode/invoke', sdk: ['2'] }]);
    expect(exitCodeOf(few)).toBe(4);
    expect(few.map((one) => problemLine(one).replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringContaining('fewer than 30 of its cases counted, ask for more with --runs.'),
    ]);
  });

  it('is told in one line with the others', () => {
    const few = of(cell('encode/invoke', { same: 3 }), cell('derive/seed', { same: 3 }));
    expect(problemLines(few).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      ' under-sampled encode/invoke, derive/seed: fewer than 30 of their cases counted, ask for more with --runs.',
    ]);
  });
});

it('One case is enough for constants, and nothing is asked of what a version does not offer', () => {
  expect(
    of(cell('fee/per-output', { same: 1 }), cell('derive/seed', { 'not-asked': 3 }, 'not-asked')),
  ).toEqual([]);
});
