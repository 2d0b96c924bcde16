// Tests of calls that do nothing and of branches in what they call, and of ways that write to the frame, on small functions written by hand.
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
  storeTo,
} from './testing';
import { proverOf } from './proved';

/** The caller hands its object of 16 bytes (at -16); the function that is called begins at 5, and its branch is at 6. */
const CALLER = [copy(1, 10), add(1, -16), call, set(0, 0), exit];
const LOOKS = [loadFrom(2, 1), jumpUnless(2, 3, 1), loadFrom(3, 1), exit];
const proved = (caller: readonly string[], callee: readonly string[], callsTo: readonly number[] = []) =>
  proverOf(program([...caller, ...callee], [caller.length, ...callsTo]));

describe('A call is proved to be idle', () => {
  it('of a function that only looks at what it is handed, and so are the branches there', () => {
    const prover = proved(CALLER, LOOKS);
    expect(prover({ pc: 2, operator: 'call' })).toBe('idle');
    for (const operator of ['negate', 'always', 'never', 'operand'] as const)
      expect(prover({ pc: 6, operator })).toBe('idle');
  });

  it('though both ways go on, and where a branch skips it', () => {
    const skipping = [copy(1, 10), add(1, -16), jumpIfEqual(6, 0, 1), call, set(0, 0), exit];
    expect(proved(skipping, LOOKS)({ pc: 2, operator: 'negate' })).toBe('idle');
  });
});

describe('A call is not proved to be idle', () => {
  it.each<[string, readonly string[]]>([
    ['that stores', [storeTo(1, 2), exit]],
    ['that gives something back', [set(0, 1), exit]],
    ['that may go round for ever', [jumpUnless(2, 3, -1), exit]],
    ['that reads in front of its object', [line(0x79, (1 << 4) | 2, { offset: -8 }), exit]],
    ['that reads behind the frame', [line(0x79, (1 << 4) | 2, { offset: 16 }), exit]],
    ['that follows a pointer', [loadFrom(2, 1), loadFrom(3, 2), exit]],
    ['that divides', [line(0x3f, (3 << 4) | 2), exit]],
    ['that reads where it was handed nothing', [loadFrom(2, 3), exit]],
    [
      'that reads from what only one way makes its object',
      [jumpUnless(2, 3, 1), copy(1, 3), loadFrom(2, 1), exit],
    ],
  ])('of a function %s', (_title, callee) => {
    expect(proved(CALLER, callee)({ pc: 2, operator: 'call' })).toBeNull();
  });

  it('that leads to another call', () => {
    expect(proved(CALLER, [call, exit, storeTo(1, 2), exit], [7])({ pc: 2, operator: 'call' })).toBeNull();
  });

  it('of an address that is not in the frame, or not in it everywhere', () => {
    expect(proved([call, set(0, 0), exit], LOOKS)({ pc: 0, operator: 'call' })).toBeNull();
    const either = [copy(1, 10), add(1, -16), jumpIfEqual(6, 0, 1), copy(1, 7), call, set(0, 0), exit];
    expect(proved(either, LOOKS)({ pc: 4, operator: 'call' })).toBeNull();
  });

  it('behind which something reads what it leaves in a register', () => {
    const read = [copy(1, 10), add(1, -16), call, copy(0, 2), exit];
    const prover = proved(read, LOOKS);
    expect(prover({ pc: 2, operator: 'call' })).toBeNull();
    expect(prover({ pc: 6, operator: 'negate' })).toBeNull();
    expect(proved([...read.slice(0, 3), copy(0, 4), exit], LOOKS)({ pc: 2, operator: 'call' })).toBe('idle');
  });
});

describe('A branch of a function that only looks is not proved to be idle', () => {
  it('where a call hands it another thing, or its address is taken', () => {
    const twice = [...CALLER.slice(0, 3), copy(1, 7), call, set(0, 0), exit];
    const code = program([...twice, ...LOOKS], [7, 7]);
    expect(proverOf(code)({ pc: 2, operator: 'call' })).toBe('idle');
    expect(proverOf(code)({ pc: 8, operator: 'negate' })).toBeNull();
    const taken = { ...program([...CALLER, ...LOOKS], [5]), taken: new Set([5]) };
    expect(proverOf(taken)({ pc: 6, operator: 'negate' })).toBeNull();
  });
});

describe('A way that writes to the own frame', () => {
  /** The branch at 0 skips what is between. */
  const skipping = (between: readonly string[], behind: readonly string[]) =>
    prove([jumpIfEqual(6, 0, between.length), ...between, ...behind, exit], 0, 'negate');

  it('is idle where it saves a register and loads it again', () => {
    expect(skipping([store(-8, 3), set(3, 1), load(3, -8)], [copy(0, 3)])).toBe('idle');
  });

  it('is idle where both ways leave the same there, or what is written over', () => {
    const both = [jumpIfEqual(6, 0, 2), store(-8, 3), jump(1), store(-8, 3), load(0, -8), exit];
    expect(prove(both, 0, 'negate')).toBe('idle');
    expect(skipping([store(-8, 3), load(4, -8)], [set(0, 0), set(4, 0), store(-8, 0), load(0, -8)])).toBe(
      'idle',
    );
  });

  it('is not where they leave another value, of which any byte is loaded behind', () => {
    const both = [jumpIfEqual(6, 0, 2), store(-8, 3), jump(1), store(-8, 4), load(0, -8), exit];
    expect(prove(both, 0, 'negate')).toBeNull();
    expect(skipping([store(-8, 3), load(4, -8)], [set(4, 0), load(0, -12)])).toBeNull();
  });

  it('is not where it loads a part of what it wrote, or all of what it wrote in parts', () => {
    expect(skipping([store(-8, 3), load(3, -12)], [copy(0, 3)])).toBeNull();
    const half = line(0x63, (3 << 4) | 10, { offset: -4 });
    const both = [jumpIfEqual(6, 0, 2), half, load(3, -8), load(3, -8), copy(0, 3), exit];
    expect(prove(both, 0, 'negate')).toBeNull();
  });

  it('is not where an inner branch may have written, or somebody else may read it', () => {
    const inner = [jumpIfEqual(7, 0, 1), store(-8, 4), load(3, -8)];
    expect(skipping([store(-8, 3), ...inner], [copy(0, 3)])).toBeNull();
    const handed = [copy(1, 10), add(1, -8), call, set(0, 0)];
    expect(skipping([store(-8, 3)], handed)).toBeNull();
    expect(skipping([store(-16, 3)], handed)).toBe('idle');
  });
});

describe('Two values that were found to be unequal', () => {
  const less = (offset: number) => line(0xad, (2 << 4) | 1, { offset });
  const same = (offset: number) => line(0x1d, (2 << 4) | 1, { offset });
  const compared = (between: readonly string[]) =>
    prove(
      [same(between.length + 3), ...between, set(0, 1), less(1), set(0, 0), exit],
      between.length + 2,
      'boundary',
    );

  it('make no difference at the bound, unless one is another since', () => {
    expect(compared([])).toBe('idle');
    expect(compared([set(3, 0)])).toBe('idle');
    expect(compared([add(1, 1)])).toBeNull();
    expect(compared([loadFrom(2, 6)])).toBeNull();
  });

  it('are nothing that only one way found', () => {
    const ways = [jumpIfEqual(6, 0, 1), same(4), set(0, 1), less(1), set(0, 0), exit, exit];
    expect(prove(ways, 3, 'boundary')).toBeNull();
  });
});
