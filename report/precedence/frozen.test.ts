// Tests of the comparison with what is frozen: a swapped winner is named, a missing pair is stale, a new one is a note.
import { PROGRAMS } from '../testing/samples';
import { pairOf, sighting } from '../testing/pairs';
import type { FrozenPrecedence, PairResult } from '../../spec/precedence';
import { freeze, parseFrozen, writeFrozen } from './freeze';
import { compareFrozen } from './frozen';

const frozenOf = (...settled: readonly PairResult[]): FrozenPrecedence =>
  freeze({ settled, raises: { a: ['light-system:1'] }, programs: PROGRAMS, before: null });

const problems = (now: readonly PairResult[], frozen: FrozenPrecedence | null): readonly string[] =>
  compareFrozen(now, frozen, false).changes.map(({ problem: { kind, sentence } }) => `${kind}: ${sentence}`);

const FIRST = pairOf('a', 'b', sighting('first'));
const AGAINST = { mayWin: { first: false, second: true } };

describe('what is frozen', () => {
  it('is green where the same wins', () => {
    expect(problems([FIRST], frozenOf(FIRST))).toEqual([]);
  });

  it('is red with both names and a case where another wins', () => {
    const [change] = compareFrozen([pairOf('a', 'b', sighting('second'))], frozenOf(FIRST), false).changes;
    expect(change?.problem.kind).toBe('observed-changed');
    expect(change?.problem.sentence).toMatch(/^a used to win over b, now b wins: .*light-system:2 together/);
    expect(change?.shown?.sighting.winner).toBe('second');
  });

  it.each(['neither', 'same'] as const)('is red where it now is %s', (winner) => {
    expect(problems([pairOf('a', 'b', sighting(winner))], frozenOf(FIRST))).toHaveLength(1);
  });

  it('is red where one of several cases goes the other way', () => {
    const mixed = pairOf('a', 'b', sighting('first'), sighting('second', { scenario: 'set', count: 1 }));
    expect(problems([mixed], frozenOf(FIRST))[0]).toContain('of the kind set');
  });

  it('leaves room for what a pair is known to depend on, and for no more', () => {
    const set = { scenario: 'set' } as const;
    const frozen = frozenOf(pairOf('a', 'b', sighting('first'), sighting('second', set)));
    expect(problems([FIRST], frozen)).toEqual([]);
    expect(problems([pairOf('a', 'b', sighting('second', set))], frozen)).toEqual([]);
    expect(problems([pairOf('a', 'b', sighting('first', set))], frozen)).toHaveLength(1);
    const unseen = [pairOf('a', 'b', sighting('first', { scenario: 'spend' }))];
    expect(compareFrozen(unseen, frozen, false)).toMatchObject({
      changes: [],
      notes: [expect.stringContaining('not frozen')],
    });
  });

  it('leaves room for either where nothing written down tells the cases apart', () => {
    const frozen = frozenOf(pairOf('a', 'b', sighting('first'), sighting('second')));
    expect(problems([pairOf('a', 'b', sighting('second', { scenario: 'set' }))], frozen)).toEqual([]);
    expect(problems([pairOf('a', 'b', sighting('neither'))], frozen)).toHaveLength(1);
  });

  it('leaves room for the same error of both where a pair that depends showed that too', () => {
    const same = pairOf('a', 'b', sighting('same'));
    const frozen = frozenOf(pairOf('a', 'b', sighting('same'), sighting('neither', { scenario: 'set' })));
    expect(problems([same], frozen)).toEqual([]);
    const never = frozenOf(pairOf('a', 'b', sighting('first'), sighting('second', { scenario: 'set' })));
    expect(problems([same], never)).toHaveLength(1);
  });

  it('is stale where a frozen pair has no case any more, unless only some were asked for', () => {
    const frozen = frozenOf(FIRST, pairOf('a', 'c', sighting('first')));
    expect(problems([FIRST, pairOf('a', 'c')], frozen)[0]).toMatch(/^stale: a & c is frozen/);
    expect(compareFrozen([FIRST], frozen, true).changes).toEqual([]);
  });

  it('lists a new pair without being red', () => {
    const { changes, notes } = compareFrozen(
      [FIRST, pairOf('a', 'c', sighting('first'))],
      frozenOf(FIRST),
      false,
    );
    expect(changes).toEqual([]);
    expect(notes).toEqual(['a & c is a new pair (first): nothing is frozen for it.']);
  });

  it('is red for a contradiction of a document unless that is frozen too', () => {
    const contradicting = pairOf('a', 'b', sighting('first', AGAINST));
    expect(problems([contradicting], null)[0]).toMatch(/^unlisted-deviation: a wins over b/);
    expect(problems([contradicting], frozenOf(FIRST))).toHaveLength(1);
    expect(problems([contradicting], frozenOf(contradicting))).toEqual([]);
  });

  it('reads back what it writes, one line a pair', () => {
    const frozen = frozenOf(
      FIRST,
      pairOf('a', 'c', sighting('first'), sighting('second', { scenario: 'set' })),
    );
    const text = writeFrozen(frozen);
    expect(parseFrozen(text, 'x')).toEqual(frozen);
    expect(text.split('\n').filter((line) => line.includes('"first":'))).toHaveLength(2);
    expect(() => parseFrozen(text.replace('"observed"', '"documented"'), 'x.json')).toThrow(
      /^x.json: provenance/,
    );
  });

  it('adds to what is frozen of the same program, and keeps nothing of another', () => {
    const before = frozenOf(FIRST, pairOf('a', 'c', sighting('first')));
    const settled = [pairOf('a', 'b', sighting('second'))];
    const added = freeze({ settled, raises: {}, programs: PROGRAMS, before });
    expect(added.pairs.map(({ relation }) => relation)).toEqual(['depends', 'first']);
    const other = { ...PROGRAMS, systemProgram: 'f'.repeat(64) };
    expect(freeze({ settled, raises: {}, programs: other, before }).pairs).toEqual([
      { first: 'a', second: 'b', relation: 'second' },
    ]);
  });

  it('lets go of a pair that was asked for and is not seen any more', () => {
    const before = frozenOf(FIRST, pairOf('a', 'c', sighting('first')));
    const settled = [FIRST, pairOf('a', 'c')];
    const after = freeze({ settled, raises: {}, programs: PROGRAMS, before });
    expect(after.pairs.map(({ second }) => second)).toEqual(['b']);
  });
});
