// Tests of what the flow of data proves, on small functions written by hand.
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
  program,
  prove,
  set,
  store,
  storeByte,
  storeTo,
} from './testing';
import { proverOf } from './proved';
describe('A store is proved to be without effect', () => {
  it('where the function ends before anything loads it', () => {
    expect(prove([store(-8, 1), exit], 0, 'store')).toBe('never-loaded');
  });

  it('where it is written over first, on every path', () => {
    const lines = [
      store(-8, 1),
      jumpIfEqual(2, 0, 2),
      store(-8, 2),
      jump(1),
      store(-8, 3),
      load(0, -8),
      exit,
    ];
    expect(prove(lines, 0, 'store')).toBe('never-loaded');
  });

  it('where another register with the same value has been stored there', () => {
    const lines = [copy(3, 1), store(-8, 1), store(-8, 3), load(0, -8), exit];
    expect(prove(lines, 2, 'store')).toBe('there-already');
  });

  it('where each turn of a loop stores what it has loaded from elsewhere, and that is only ever moved there', () => {
    const lines = [
      ...[store(-8, 1), store(-16, 1)],
      ...[load(2, -8), store(-16, 2), load(3, -16), storeTo(6, 3), jumpUnless(6, 0, -5)],
      exit,
    ];
    expect(prove(lines, 3, 'store')).toBe('there-already');
  });
});

/** x + ((1 - 1) & -x), which is x: r0 and what comes of it are 0 whatever r1 is. */
const ALIGNMENT = [copy(0, 2), add(0, -1), line(0x5f, (1 << 4) | 0), exit];
const loadedAndCompared = (last: readonly string[]) => [
  ...[store(-8, 1), set(2, 1), call, load(3, -8), copy(4, 3), line(0x0f, (0 << 4) | 4)],
  ...[line(0x1d, (3 << 4) | 4, { offset: 1 }), set(0, 1), ...last, exit],
  ...ALIGNMENT,
];
const proveLoaded = (last: readonly string[]) =>
  proverOf(program(loadedAndCompared(last), [9 + last.length]))({ pc: 0, operator: 'store' });

describe('A store of what is only compared with itself', () => {
  it('is proved to be without effect', () => {
    expect(proveLoaded([])).toBe('never-loaded');
  });

  it('is not where it is handed on too', () => {
    expect(proveLoaded([storeTo(6, 3)])).toBeNull();
  });

  it('is not where only the store itself settles what the comparison gives', () => {
    const lines = [store(-8, 2), set(1, 5), store(-8, 1), load(3, -8), jumpIfEqual(3, 5, 1), set(0, 1), exit];
    expect(prove(lines, 2, 'store')).toBeNull();
  });
});

describe('A store is not proved to be without effect', () => {
  it.each<[string, readonly string[], number]>([
    ['that one path loads', [store(-8, 1), jumpIfEqual(2, 0, 1), store(-8, 2), load(0, -8), exit], 0],
    ['of which one byte is loaded', [store(-8, 1), storeByte(-8, 2), load(0, -8), exit], 0],
    ['whose address a call is handed', [store(-8, 1), copy(1, 10), add(1, -8), call, exit], 0],
    ['whose address is stored', [store(-8, 1), copy(2, 10), add(2, -8), storeTo(1, 2), exit], 0],
    ['above an address that a call is handed', [store(-8, 1), copy(1, 10), add(1, -16), call, exit], 0],
    [
      'whose address is another on another path',
      [store(-8, 1), copy(2, 10), jumpIfEqual(1, 0, 1), add(2, -8), loadFrom(0, 2), exit],
      0,
    ],
    [
      'that a call may have changed in between',
      [store(-8, 1), copy(6, 1), copy(1, 10), add(1, -8), call, store(-8, 6), load(0, -8), exit],
      5,
    ],
    [
      'of a value that a loop changes',
      [store(-8, 1), add(1, 1), store(-8, 1), load(3, -8), storeTo(6, 3), jumpUnless(6, 0, -5), exit],
      2,
    ],
    [
      'that keeps what the turn before loaded',
      [loadFrom(2, 6), store(-8, 3), load(4, -8), storeTo(7, 4), copy(3, 2), jumpUnless(2, 0, -6), exit],
      1,
    ],
    ['of a part of what is there', [store(-8, 1), storeByte(-8, 1), load(0, -8), exit], 1],
  ])('%s', (_title, lines, pc) => {
    expect(prove(lines, pc, 'store')).toBeNull();
  });

  /** r10 - 8 in r2 in front, and a load by r2 behind. */
  it.each<[string, readonly string[]]>([
    ['that a loop going down comes to', [loadFrom(0, 2), add(2, -8), jumpUnless(3, 0, -3)]],
    ['below which an unknown number is taken off', [line(0x1f, (7 << 4) | 2), loadFrom(0, 2)]],
    ['to whose address a register is added', [set(3, -24), line(0x0f, (3 << 4) | 2), loadFrom(0, 2)]],
  ])('%s', (_title, lines) => {
    const all = [store(-32, 1), copy(2, 10), add(2, -8), ...lines, exit];
    expect(prove(all, 0, 'store')).toBeNull();
  });

  it('of a function that jumps into another one, or is jumped into', () => {
    const lines = [store(-8, 1), call, jump(1), exit, load(0, -8), exit];
    expect(proverOf(program(lines, [4]))({ pc: 0, operator: 'store' })).toBeNull();
    const entered = [call, jump(1), store(-8, 1), store(-8, 1), exit];
    expect(proverOf(program(entered, [2]))({ pc: 2, operator: 'store' })).toBeNull();
  });

  it('of a program whose frames move', () => {
    const code = program([store(-8, 1), exit]);
    const other = { ...code, elf: { ...code.elf, version: 2 } };
    expect(proverOf(other)({ pc: 0, operator: 'store' })).toBeNull();
  });
});

describe('A constant that something is compared with', () => {
  it('is free to be one more where what is compared is another constant on every path', () => {
    const lines = [jumpIfEqual(1, 0, 2), set(7, 0), jump(1), set(7, 0), jumpUnless(7, 1, 1), set(0, 1), exit];
    expect(prove(lines, 4, 'operand')).toBe('decided');
  });

  it('is free on ways that can be taken only', () => {
    const lines = [
      set(2, 3),
      set(7, 1),
      jumpIfEqual(2, 4, 1),
      set(7, 0),
      jumpUnless(7, 1, 1),
      set(0, 1),
      exit,
    ];
    expect(prove(lines, 4, 'operand')).toBe('decided');
  });

  it('is free where a small function gives the constant', () => {
    // x + ((1 - 1) & -x) is below x: the alignment of bytes.
    const lines = [
      ...[set(2, 1), call, jumpUnless(0, 1, 1), set(3, 1), exit],
      ...[copy(0, 2), add(0, -1), line(0x5f, (1 << 4) | 0), exit],
    ];
    expect(proverOf(program(lines, [5]))({ pc: 2, operator: 'operand' })).toBe('decided');
  });

  it.each<[string, readonly string[], number]>([
    [
      'is that constant on one path',
      [jumpIfEqual(1, 0, 2), set(7, 0), jump(1), set(7, 1), jumpUnless(7, 1, 1), set(0, 1), exit],
      4,
    ],
    ['would be that constant if it were one more', [set(7, 1), jumpUnless(7, 0, 1), set(0, 1), exit], 1],
    ['is compared with an argument', [jumpUnless(1, 0, 1), set(0, 1), exit], 0],
  ])('is not free where it %s', (_title, lines, pc) => {
    expect(prove(lines, pc, 'operand')).toBeNull();
  });
});
