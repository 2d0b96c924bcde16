// The list of known findings: compared in both directions, refused where it says nothing.
import { compare, exitCodeOf, knownAlso, parseKnown, type Known } from './known';
import { problemLine } from './matrix';
import { propose } from './propose';
import type { Cell, Outcome } from './types';

const cell = (sdk: string, counts: Cell['counts'], outcome: Outcome = 'rejected'): Cell => ({
  check: 'encode/invoke',
  sdk,
  program: '0.28.3',
  outcome,
  counts,
});
const entry = { check: 'encode/invoke', outcome: 'rejected', sdk: ['2'], program: ['0.28.3'], reason: 'why' };
const known: Known = { formatVersion: 1, entries: [entry] };

describe('The comparison with the list', () => {
  it('is silent about what is listed', () => {
    const problems = compare([cell('2', { same: 1, rejected: 2, 'same-effect': 1 })], known, true);
    expect(problems).toEqual([]);
    expect(exitCodeOf(problems)).toBe(0);
  });

  it('is red for another version and for another outcome', () => {
    const cells = [cell('2', { rejected: 1, differs: 1 }), cell('1', { rejected: 3 })];
    const problems = compare(cells, known, true);
    expect(problems.map(({ kind, outcome, sdk }) => [kind, outcome, ...sdk])).toEqual([
      ['unlisted', 'differs', '2'],
      ['unlisted', 'rejected', '1'],
    ]);
    expect(exitCodeOf(problems)).toBe(1);
  });

  it('is stale for what is gone, if enough was asked, and says nothing of what was not asked', () => {
    const gone = [cell('2', { same: 60 }, 'same')];
    expect(exitCodeOf(compare(gone, known, true))).toBe(5);
    expect(compare(gone, known, false)).toEqual([]);
    expect(compare([cell('1', { same: 60 }, 'same')], known, true)).toEqual([]);
  });

  it('is stale for a pinned version beside an own build, and not for the own build', () => {
    const both = knownAlso(known, '2 (own build)', '2');
    const [pinned, own] = [cell('2', { same: 60 }, 'same'), cell('2 (own build)', { same: 60 }, 'same')];
    const problems = compare([own, pinned], both, ({ sdk }) => sdk === '2');
    expect(problems).toEqual([expect.objectContaining({ kind: 'stale', sdk: ['2'] })]);
    expect(exitCodeOf(problems)).toBe(5);
  });

  it('advises on an own build what can be done about it, and on a pinned version beside it the usual', () => {
    const own = '3 (own build)';
    const cells = [cell(own, { rejected: 1 }), cell('3', { rejected: 1 })];
    const lines = compare(cells, known, false).map((one) => problemLine(one).replaceAll(/\s+/g, ' '));
    expect(lines).toEqual([
      expect.stringMatching(/ with 3 \(own build\) on .* mend the build, or list it by this name/),
      expect.stringMatching(/ with 3 on 0\.28\.3: look at it, then list it with a reason\.$/),
    ]);
    expect(propose(cells.slice(0, 1), known).entries).toEqual([]);
    const listed = { ...known, entries: [{ ...entry, sdk: [own, '3'] }] };
    expect(compare(cells, listed, true)).toEqual([]);
  });

  it('does not take a check without cases for one that is the same', () => {
    expect(exitCodeOf(compare([cell('1', {}, 'same')], known, true))).toBe(4);
    expect(compare([cell('1', {}, 'not-asked')], known, true)).toEqual([]);
  });
});

describe('The list', () => {
  it.each([
    ['{', 'is not JSON'],
    ['{"formatVersion": 1}', 'is not valid'],
    [JSON.stringify({ formatVersion: 1, entries: [{ ...entry, reason: ' ' }] }), 'has no reason'],
  ])('is refused in one sentence: %s', (text, sentence) => {
    expect(() => parseKnown(text, 'x.json')).toThrow(sentence);
  });

  it('is proposed without an own build', () => {
    const cells = [cell('2 (own build)', { rejected: 1 }), cell('2', { rejected: 1 })];
    expect(propose(cells, knownAlso(known, '2 (own build)', '2')).entries).toEqual([entry]);
  });

  it('is proposed with the reasons that it had', () => {
    const cells = [cell('3', { rejected: 1 }), cell('2', { rejected: 1 }), cell('1', { differs: 1 })];
    expect(propose(cells, known).entries).toEqual([
      { ...entry, sdk: ['3', '2'] },
      { ...entry, outcome: 'differs', sdk: ['1'], reason: '' },
    ]);
  });
});
