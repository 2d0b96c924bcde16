// Tests of which branches are proved to be idle, and of what is known behind calls, on small functions written by hand.
import {
  line,
  aborting,
  add,
  call,
  copy,
  divide,
  exit,
  jump,
  jumpIfEqual,
  jumpIfMore,
  jumpUnless,
  load,
  loadFrom,
  prove,
  set,
  store,
  storeTo,
} from './testing';
import { proverOf } from './proved';

/** Two ways that come together at a load of the result: what is between them is skipped by the branch at 0. */
const skipping = (between: readonly string[], behind: readonly string[]) => [
  jumpIfEqual(6, 0, between.length),
  ...between,
  ...behind,
  exit,
];

describe('A branch is proved to be idle', () => {
  it('where what it skips only computes what nothing is done with', () => {
    const lines = skipping([set(3, 1), add(3, 7)], [set(3, 0), set(0, 0)]);
    for (const operator of ['negate', 'always', 'never', 'operand'] as const)
      expect(prove(lines, 0, operator)).toBe('idle');
  });

  it('where it skips a call of a function that does nothing, which is idle itself', () => {
    const lines = [...skipping([set(1, 1), call], [set(0, 0)]), exit];
    expect(prove(lines, 0, 'negate', [5])).toBe('idle');
    expect(prove(lines, 2, 'call', [5])).toBe('idle');
  });

  it('where it skips a store that is dead, or another idle branch', () => {
    expect(prove(skipping([store(-8, 1)], [set(0, 0)]), 0, 'negate')).toBe('idle');
    expect(prove(skipping([jumpIfEqual(7, 0, 1), set(3, 1)], [set(3, 2), set(0, 0)]), 0, 'negate')).toBe(
      'idle',
    );
  });

  it('at its bound alone where both ways leave the same there', () => {
    const lines = [copy(7, 1), jumpIfMore(1, 4, 1), set(7, 4), copy(0, 7), exit];
    expect(prove(lines, 1, 'boundary')).toBe('idle');
    expect(prove(lines, 1, 'negate')).toBeNull();
    const other = [copy(7, 1), jumpIfMore(1, 4, 1), set(7, 5), copy(0, 7), exit];
    expect(prove(other, 1, 'boundary')).toBeNull();
  });

  it('forced where the one value for which it goes the other way makes no difference', () => {
    const lines = [jumpIfEqual(1, 0, 2), copy(0, 1), exit, set(0, 0), exit];
    expect(prove(lines, 0, 'never')).toBe('idle');
    expect(prove(lines, 0, 'always')).toBeNull();
    expect(prove(lines, 0, 'operand')).toBeNull();
  });
});

describe('A branch is not proved to be idle', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['that skips what is given back', [set(0, 1)], []],
    ['that skips what is stored behind', [set(3, 1)], [storeTo(7, 3)]],
    ['that skips what is compared behind', [set(3, 1)], [jumpIfEqual(3, 1, 1), set(0, 1)]],
    ['that skips a store to elsewhere', [storeTo(7, 3)], [set(0, 0)]],
    ['that skips a store that is loaded behind', [store(-8, 1)], [load(0, -8)]],
    ['that skips a load which may stop the program', [loadFrom(3, 7)], [set(3, 0), set(0, 0)]],
    ['that skips a division which may', [divide(3, 4)], [set(3, 0), set(0, 0)]],
    ['that skips a call', [call], [set(0, 0)]],
    ['that skips a loop', [add(3, 1), jumpUnless(3, 9, -2)], [set(3, 0), set(0, 0)]],
    ['that skips the end of the function', [exit], [storeTo(7, 3)]],
    ['that skips what a call is handed', [set(1, 1)], [call, set(0, 0)]],
  ])('%s', (_title, between, behind) => {
    expect(prove(skipping(between, behind), 0, 'negate')).toBeNull();
  });

  it('whose inner branch leaves the same new value on both ways, which is given back', () => {
    const inner = [jumpIfEqual(7, 0, 2), set(0, 5), jump(1), set(0, 5)];
    for (const operator of ['negate', 'always', 'never'] as const)
      expect(prove(skipping(inner, []), 0, operator)).toBeNull();
  });

  it('of which one way comes back to it, where the changed one would go on for ever', () => {
    const lines = [jumpIfEqual(6, 0, 2), set(6, 0), jump(-3), set(0, 0), exit];
    for (const operator of ['negate', 'always', 'never', 'operand'] as const)
      expect(prove(lines, 0, operator)).toBeNull();
  });

  it('that skips what the next turn of a loop uses', () => {
    const lines = [jumpIfEqual(6, 0, 1), set(3, 1), storeTo(7, 3), jumpUnless(8, 0, -4), set(0, 0), exit];
    expect(prove(lines, 0, 'negate')).toBeNull();
  });
});

describe('Behind a call of a function that never comes back', () => {
  it('nothing is: what follows it in the code is come to by other ways only', () => {
    const lines = [
      ...[set(7, 3), jumpIfEqual(2, 0, 2), set(7, 1), call, jumpUnless(7, 0, 1), set(0, 1), exit],
      ...[call, exit],
    ];
    expect(proverOf(aborting(lines, [7], 7))({ pc: 4, operator: 'operand' })).toBe('decided');
    expect(prove(lines, 4, 'operand', [7])).toBeNull();
  });

  it('a store is alive that what is called is handed, and dead where only others are', () => {
    const handing = [store(-8, 1), jumpIfEqual(2, 0, 3), copy(1, 10), add(1, -8), call, set(0, 0), exit];
    const lines = [...handing, call, exit];
    expect(proverOf(aborting(lines, [7], 7))({ pc: 0, operator: 'store' })).toBeNull();
    const above = [...handing.slice(0, 3), add(1, 0), ...handing.slice(4), call, exit];
    expect(proverOf(aborting(above, [7], 7))({ pc: 0, operator: 'store' })).toBe('never-loaded');
  });
});

describe('What a call reads', () => {
  /** r2 is another value on each way of the branch at 0; the function that is called begins at 5. */
  const calling = (callee: readonly string[], callsTo: readonly number[] = []) =>
    prove([jumpIfEqual(6, 0, 1), set(2, 1), call, set(0, 0), exit, ...callee, exit], 0, 'negate', [
      5,
      ...callsTo,
    ]);

  it('is what the called function reads before it writes it', () => {
    expect(calling([copy(0, 1)])).toBe('idle');
    expect(calling([copy(0, 2)])).toBeNull();
    expect(calling([set(2, 0), copy(0, 2)])).toBe('idle');
    expect(calling([storeTo(1, 2)])).toBeNull();
  });

  it('is what is read on any path, and by what that calls, itself too', () => {
    expect(calling([jumpIfEqual(1, 0, 1), set(2, 0), copy(0, 2)])).toBeNull();
    expect(calling([call, exit, copy(0, 2)], [7])).toBeNull();
    expect(calling([call, exit, copy(0, 1)], [7])).toBe('idle');
    const again = [jumpIfEqual(1, 0, 3), set(1, 0), call, exit];
    expect(calling([...again, copy(0, 2)], [5])).toBeNull();
    expect(calling([...again, copy(0, 1)], [5])).toBe('idle');
  });

  it('is everything where a register says what is called, or the runtime is', () => {
    expect(calling([line(0x8d, 0, { imm: 7 })])).toBeNull();
    expect(prove([jumpIfEqual(6, 0, 1), set(2, 1), call, set(0, 0), exit], 0, 'negate')).toBeNull();
  });
});
