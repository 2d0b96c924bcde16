// Tests of the order that wins make.
import { cyclesOf, layersOf, reduced, winsOf, type Edge } from './graph';

const edges = (...pairs: readonly string[]): readonly Edge[] =>
  pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

describe('the observed order', () => {
  it('puts each rule below all that win over it', () => {
    expect(layersOf(winsOf(edges('ab', 'bc', 'ac', 'dc')))).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  it('leaves out the arrows that no longer way needs', () => {
    expect(reduced(winsOf(edges('ab', 'bc', 'ac')))).toEqual(edges('ab', 'bc'));
  });

  it('finds no circle in an order', () => {
    expect(cyclesOf(winsOf(edges('ab', 'bc', 'ac')))).toEqual([]);
  });

  it('finds a circle, tells it once and at its shortest, and keeps its arrows and its rules together', () => {
    const wins = winsOf(edges('ab', 'bc', 'ca', 'cd', 'xa', 'xc'));
    expect(cyclesOf(wins)).toEqual([['a', 'b', 'c']]);
    expect(layersOf(wins)).toEqual([['x'], ['a', 'b', 'c'], ['d']]);
    expect(reduced(wins)).toEqual(expect.arrayContaining(edges('ab', 'bc', 'ca')));
  });

  it('tells two circles that do not touch', () => {
    expect(cyclesOf(winsOf(edges('ab', 'ba', 'cd', 'dc', 'ac')))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});
