// Tests of what is proved where a value is compared with itself and a constant, on small functions written by hand.
import {
  add,
  call,
  copy,
  exit,
  jump,
  jumpIfEqual,
  jumpUnless,
  line,
  load,
  loadFrom,
  prove,
  set,
  store,
} from './testing';

const jumpIfLess = (register: number, than: number, offset: number) =>
  line(0xad, (than << 4) | register, { offset });
const jumpIfSame = (register: number, as: number, offset: number) =>
  line(0x1d, (as << 4) | register, { offset });
const subtract = (register: number, imm: number) => line(0x17, register, { imm });
const plus = (register: number, other: number) => line(0x0f, (other << 4) | register);
const minus = (register: number, other: number) => line(0x1f, (other << 4) | register);
const addShort = (register: number, imm: number) => line(0x04, register, { imm });

/** r0 says whether r3 is below r1. */
const COMPARED = [set(0, 1), jumpIfLess(3, 1, 1), set(0, 0), exit];
const compared = (before: readonly string[]) =>
  prove([...before, ...COMPARED], before.length + 1, 'boundary');

describe('The bound of a branch makes no difference', () => {
  it.each<[string, readonly string[]]>([
    ['between a value and 8 more', [copy(3, 1), add(3, 8)]],
    ['between a value and 8 less', [copy(3, 1), subtract(3, 8)]],
    ['between 8 and 24 more', [copy(3, 1), add(3, 8), add(1, 8), add(1, 16)]],
    ['where the value lay in the own frame in between', [store(-8, 1), load(3, -8), add(3, 8)]],
    ['where what is added is a register with a constant', [set(3, 8), plus(3, 1)]],
  ])('%s', (_title, before) => {
    expect(compared(before)).toBe('idle');
  });

  it('is not said where the constants add up to nothing', () => {
    expect(compared([copy(3, 1), add(3, 8), add(3, -8)])).toBeNull();
    expect(compared([copy(3, 1), add(3, 8), add(1, 8)])).toBeNull();
    expect(compared([copy(3, 1), add(3, 8), subtract(1, -8)])).toBeNull();
  });

  it('is not said of other values, sums of 32 bits, or what is added without being known', () => {
    expect(compared([copy(3, 2), add(3, 8)])).toBeNull();
    expect(compared([copy(3, 1), addShort(3, 8)])).toBeNull();
    expect(compared([copy(3, 1), plus(3, 2)])).toBeNull();
  });

  it('is not said where the value is another one since', () => {
    expect(compared([copy(3, 1), add(3, 8), loadFrom(1, 6)])).toBeNull();
    expect(compared([store(-8, 1), copy(3, 1), add(3, 8), call, load(1, -16)])).toBeNull();
  });

  it('is not said where a turn of a loop brings the one to the other', () => {
    const turn = [jumpIfLess(3, 1, 1), set(0, 0), add(1, 8), jumpUnless(6, 0, -4), exit];
    expect(prove([set(0, 1), copy(3, 1), add(3, 8), ...turn], 3, 'boundary')).toBeNull();
  });

  it('is not said where a turn of a loop compares with what the last one loaded', () => {
    const turn = [
      loadFrom(1, 6),
      jumpIfLess(3, 1, 1),
      set(0, 0),
      copy(3, 1),
      add(3, 8),
      jumpUnless(7, 0, -6),
    ];
    expect(prove([set(3, 0), set(0, 1), ...turn, exit], 3, 'boundary')).toBeNull();
    const fresh = [
      loadFrom(1, 6),
      copy(3, 1),
      add(3, 8),
      jumpIfLess(3, 1, 1),
      set(0, 0),
      jumpUnless(7, 0, -6),
    ];
    expect(prove([set(0, 1), ...fresh, exit], 4, 'boundary')).toBe('idle');
  });

  it('is not said where two ways add differently', () => {
    const ways = [copy(3, 1), jumpUnless(2, 0, 2), add(3, 8), jump(1), add(3, 0)];
    expect(compared(ways)).toBeNull();
  });
});

describe('What is never equal', () => {
  /** r7 is 3, and 1 where r3 is r1. */
  const deciding = (before: readonly string[]) =>
    prove(
      [set(7, 3), ...before, jumpIfSame(3, 1, 1), jump(1), set(7, 1), jumpUnless(7, 0, 1), set(0, 0), exit],
      before.length + 4,
      'operand',
    );

  it('leads no execution to where it would be', () => {
    expect(deciding([copy(3, 1), add(3, 8)])).toBe('decided');
    expect(deciding([copy(3, 1), add(3, 0)])).toBeNull();
    expect(deciding([copy(3, 2), add(3, 8)])).toBeNull();
  });
});

describe('What is not zero', () => {
  /** The function ends where r2 is zero. */
  const guarded = (between: readonly string[]) =>
    compared([jumpUnless(2, 0, 2), set(0, 0), exit, ...between]);

  it('makes another value of what it is added to or taken from', () => {
    expect(guarded([copy(3, 1), minus(3, 2)])).toBe('idle');
    expect(guarded([copy(3, 1), plus(3, 2)])).toBe('idle');
    expect(guarded([store(-8, 2), copy(3, 1), load(4, -8), minus(3, 4)])).toBe('idle');
  });

  it('is nothing that was not compared with zero, or with another number', () => {
    expect(compared([copy(3, 1), minus(3, 2)])).toBeNull();
    expect(guarded([copy(3, 1), minus(3, 4)])).toBeNull();
    expect(compared([jumpUnless(2, 7, 2), set(0, 0), exit, copy(3, 1), minus(3, 2)])).toBeNull();
    expect(compared([jumpIfEqual(2, 0, 2), set(0, 0), exit, copy(3, 1), minus(3, 2)])).toBeNull();
  });

  it('is nothing that changed since, or that only one way compared', () => {
    expect(guarded([add(2, -1), copy(3, 1), minus(3, 2)])).toBeNull();
    expect(guarded([loadFrom(2, 6), copy(3, 1), minus(3, 2)])).toBeNull();
    expect(guarded([copy(3, 1), minus(3, 2), plus(3, 2)])).toBeNull();
    expect(
      compared([...[jumpUnless(4, 0, 3), jumpUnless(2, 0, 2), set(0, 0), exit, copy(3, 1), minus(3, 2)]]),
    ).toBeNull();
  });

  it('is nothing that a turn of a loop makes zero', () => {
    const turn = [copy(3, 1), minus(3, 2), jumpIfLess(3, 1, 1), set(0, 0), add(2, -1), jumpUnless(6, 0, -6)];
    expect(prove([jumpUnless(2, 0, 1), exit, ...turn, exit], 4, 'boundary')).toBeNull();
  });

  it('makes nothing of what turns of a loop add up', () => {
    const turn = [minus(3, 2), jumpIfLess(3, 1, 1), set(0, 0), jumpUnless(6, 0, -4)];
    expect(prove([jumpUnless(2, 0, 1), exit, copy(3, 1), ...turn, exit], 4, 'boundary')).toBeNull();
    const behind = [copy(1, 3), minus(3, 2), minus(3, 4), jumpIfLess(3, 1, 1), set(0, 0)];
    expect(prove([jumpUnless(2, 0, 1), exit, ...behind, exit], 5, 'boundary')).toBeNull();
  });

  it('makes nothing of what a second turn computes from the first one, by the same name', () => {
    const before = [jumpUnless(2, 0, 1), exit, copy(5, 3)];
    const other = [copy(1, 5), copy(5, 3), minus(3, 2), jumpIfLess(3, 1, 1), set(0, 0), jumpUnless(6, 0, -6)];
    expect(prove([...before, ...other, exit], 6, 'boundary')).toBeNull();
  });
});
