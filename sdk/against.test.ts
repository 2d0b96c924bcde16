// Two versions that were asked the same cases: what is worse, better and merely other.
import { changesBetween, countsText, worsened } from './against';
import type { Cell, Outcome } from './types';

const cell = (sdk: string, counts: Cell['counts'], outcome: Outcome = 'same', check = 'a'): Cell => ({
  check,
  sdk,
  program: '0.28.3',
  outcome,
  counts,
});

const kind = (before: Cell['counts'], after: Cell['counts']): string | undefined =>
  changesBetween([cell('1', before), cell('2', after)], '1', '2')[0]?.kind;

describe('The comparison of two versions', () => {
  it.each([
    ['nothing where all is the same', { same: 2, rejected: 1 }, { same: 2, rejected: 1 }, undefined],
    ['worse: a new outcome', { same: 3 }, { same: 2, rejected: 1 }, 'worse'],
    ['worse: a graver outcome', { same: 2, rejected: 1 }, { same: 2, 'silently-else': 1 }, 'worse'],
    ['worse: more cases of a known one', { same: 2, rejected: 1 }, { same: 1, rejected: 2 }, 'worse'],
    ['worse: a graver one in the place of several', { rejected: 3 }, { same: 2, differs: 1 }, 'worse'],
    ['worse: many refused for one grave one', { same: 9, 'silently-else': 1 }, { rejected: 10 }, 'worse'],
    ['better: a milder one for each', { same: 1, differs: 2 }, { same: 1, rejected: 2 }, 'better'],
    ['better: an outcome that is gone', { same: 2, rejected: 1 }, { same: 3 }, 'better'],
    ['better: fewer cases', { rejected: 3 }, { same: 2, rejected: 1 }, 'better'],
    ['better: a milder outcome', { differs: 1 }, { inexpressible: 1 }, 'better'],
    ['other: other bytes, the same effect', { same: 3 }, { 'same-effect': 3 }, 'other'],
  ])('says %s', (_, before, after, said) => {
    expect(kind(before, after)).toBe(said);
  });

  it('calls nothing worse where one of the two was not asked', () => {
    const cells = [cell('1', {}, 'not-asked'), cell('2', { rejected: 1 }, 'rejected')];
    expect(changesBetween(cells, '1', '2').map((one) => one.kind)).toEqual(['other']);
    expect(changesBetween(cells, '2', '1').map((one) => one.kind)).toEqual(['other']);
  });

  it('shows the worse ones first, with what more cases come to', () => {
    const cells = [
      cell('1', { rejected: 1 }),
      cell('2', { same: 1 }),
      cell('1', { same: 9 }, 'same', 'b'),
      cell('2', { same: 7, differs: 2 }, 'differs', 'b'),
    ];
    const [first, second, ...more] = changesBetween(cells, '1', '2');
    expect([first?.check, second?.check, ...more]).toEqual(['b', 'a']);
    expect(first && [countsText(first.before), countsText(first.after), worsened(first)]).toEqual([
      '9 same',
      '7 same, 2 differs',
      'differs',
    ]);
    expect(countsText({})).toBe('not asked');
  });
});
