// Tests of comparing executions, on code and traces written by hand: what counts as used, and what does not.
import type { Operator } from '../../spec/mutation';
import { readCode } from '../sbpf/code';
import { readElf } from '../sbpf/elf';
import { readTrace, ROW, type Trace } from '../trace/trace-folder';
import { withCode, type Row } from '../trace/testing';
import { lockstep, type Lockstep } from './lockstep';
import { comparePairs } from './pairs';
import { freeRegister, probed } from './probe';

const MOV: Row = [0xbf, 2, 1, 0, 0]; // mov64 r2, r1
const LOAD: Row = [0x79, 3, 10, -8, 0]; // ldxdw r3, [r10-0x8]
const STORE: Row = [0x7b, 10, 1, -8, 0]; // stxdw [r10-0x8], r1
const COPY: Row = [0x7b, 10, 3, -16, 0]; // stxdw [r10-0x10], r3
const ADD: Row = [0x07, 3, 0, 0, 1]; // add64 r3, 0x1
const DIVIDE: Row = [0x3f, 4, 3, 0, 0]; // div64 r4, r3
const TEST: Row = [0x15, 3, 0, 0, 7]; // jeq r3, 0x7, to the next
const SAME: Row = [0x1d, 3, 4, 0, 0]; // jeq r3, r4, to the next
const JEQ: Row = [0x15, 1, 0, 1, 7]; // jeq r1, 0x7, over one
const JLT: Row = [0xa5, 1, 0, 1, 7]; // jlt r1, 0x7, over one
const CALL: Row = [0x85, 0, 1, 0, 2]; // call the function three further on
const EXIT: Row = [0x95, 0, 0, 0, 0];

type Registers = Readonly<Record<number, bigint>>;

/** A trace of rows: a pc, and what registers hold that are not zero. */
function trace(...rows: readonly (readonly [pc: number, registers?: Registers])[]): Trace {
  const bytes = Buffer.concat(
    rows.map(([pc, registers = {}]) => {
      const row = Buffer.alloc(ROW);
      for (const [number, value] of Object.entries(registers))
        row.writeBigUInt64LE(value, 8 * Number(number));
      row.writeUInt32LE(pc, 88);
      return row;
    }),
  );
  return readTrace(bytes, 8 * rows.length, 'a.regs');
}

function changedAt(rows: readonly Row[], operator: Operator, { pc = 0, probe = null as number | null } = {}) {
  const code = readCode(readElf(withCode(rows)));
  const one = code.at.get(pc);
  if (one === undefined) throw new Error('There is no such instruction.');
  return { code, one, operator, probe };
}

type Traces = { readonly original: Trace; readonly changed: Trace };
const compare = (
  rows: readonly Row[],
  operator: Operator,
  pair: Traces,
  probe: number | null = null,
): Lockstep => lockstep(changedAt(rows, operator, { probe }), pair);

describe('A left-out store', () => {
  const rows = [STORE, LOAD, COPY, TEST, EXIT];
  const original = trace([0, { 1: 5n }], [1, { 1: 5n }], [2, { 3: 5n }], [3, { 3: 5n }], [4, { 3: 6n }]);

  it('is untold where the memory held the same already', () => {
    const changed = trace([0, { 1: 5n }], [1, { 0: 5n, 1: 5n }], [2, { 3: 5n }], [3, { 3: 5n }], [4]);
    expect(compare(rows, 'store', { original, changed }, 0)).toMatchObject({ effects: 0, use: null });
  });

  it('is used where something is made of what was loaded', () => {
    const changed = trace([0, { 1: 5n }], [1, { 0: 9n, 1: 5n }], [2, { 3: 9n }], [3, { 3: 9n }], [4]);
    const found = compare(rows, 'store', { original, changed }, 0);
    expect(found).toMatchObject({ executions: 1, effects: 1, use: { pc: 3, register: 3 } });
  });

  it('is unused where something is only computed from it, and used where that is made something of', () => {
    const run = (held: bigint, other: bigint): Trace =>
      trace(
        [0, { 1: 5n }],
        [1, held === 5n ? {} : { 0: held }],
        [2, { 3: held, 4: other }],
        [3, { 3: held + 1n, 4: other }],
        [4],
      );
    const found = (last: Row, other: bigint) =>
      compare(
        [STORE, LOAD, ADD, last, EXIT],
        'store',
        { original: run(5n, 20n), changed: run(9n, other) },
        0,
      );
    expect(found(COPY, 20n).use).toBeNull();
    expect(found(TEST, 20n).use).toEqual({ pc: 3, register: 3 });
    expect(found(DIVIDE, 20n).use).toEqual({ pc: 3, register: 3 });
    expect(found(SAME, 20n).use).toEqual({ pc: 3, register: 3 });
    expect(found(SAME, 24n).use).toBeNull(); // both lie four further on
  });

  it('is unused where what was loaded is only moved', () => {
    const moved = [STORE, LOAD, COPY, EXIT];
    const before = trace([0, { 1: 5n }], [1], [2, { 3: 5n }], [3, { 3: 5n }]);
    const changed = trace([0, { 1: 5n }], [1, { 0: 9n }], [2, { 3: 9n }], [3, { 3: 9n }]);
    const found = compare(moved, 'store', { original: before, changed }, 0);
    expect(found).toMatchObject({ effects: 1, use: null, detour: null });
  });

  it('is used where the program goes on elsewhere, or no longer', () => {
    const elsewhere = trace([0, { 1: 5n }], [1], [2], [4]);
    expect(compare(rows, 'store', { original, changed: elsewhere }).use).toEqual({ pc: 2, register: null });
    const shorter = trace([0, { 1: 5n }], [1], [2]);
    expect(compare(rows, 'store', { original, changed: shorter }).use).not.toBeNull();
  });

  it('shows what the memory held in a register that nothing reads', () => {
    const { code } = changedAt(rows, 'store');
    const whole = trace([0], [1], [2], [3], [4]);
    expect(freeRegister(code, 0, [whole])).toBe(3); // it is loaded before it is read
    expect(freeRegister(code, 1, [whole])).toBeNull(); // no register is written behind
    const mutant = { id: 'x', operator: 'store', offset: 0, before: '', after: '', pc: 0 } as const;
    expect(probed(code, mutant, 3).after).toBe('79a3f8ff00000000');
    expect(() => probed(code, { ...mutant, pc: 1 }, 3)).toThrow(/no store/);
  });
});

describe('A changed branch', () => {
  const rows = [JEQ, MOV, TEST, EXIT];

  it('is untold where it goes the same way, and says how near it came', () => {
    const same = trace([0, { 1: 5n }], [1], [2], [3]);
    expect(compare(rows, 'operand', { original: same, changed: same })).toMatchObject({
      ...{ executions: 1, effects: 0, detour: null, use: null },
      distances: [-2n],
    });
  });

  it('says where the ways meet again', () => {
    const original = trace([0, { 1: 7n }], [2], [3]);
    const changed = trace([0, { 1: 7n }], [1], [2], [3]);
    expect(compare(rows, 'negate', { original, changed })).toMatchObject({
      ...{ effects: 1, use: null },
      detour: { original: 0, changed: 1, met: 2 },
    });
  });

  it('says what is used otherwise behind that', () => {
    const original = trace([0, { 1: 7n }], [2, { 3: 1n }], [3]);
    const changed = trace([0, { 1: 7n }], [1, { 3: 1n }], [2, { 3: 2n }], [3]);
    expect(compare(rows, 'negate', { original, changed }).use).toEqual({ pc: 2, register: 3 });
  });

  it('says where they never meet', () => {
    const original = trace([0, { 1: 7n }], [2], [3]);
    const changed = trace([0, { 1: 7n }], [1]);
    expect(compare(rows, 'negate', { original, changed }).detour).toMatchObject({ met: null });
  });

  it('compares with a sign only where the branch does', () => {
    const minus = (1n << 64n) - 1n;
    const one = trace([0, { 1: minus }], [1], [2], [3]);
    const distance = (opcode: number): bigint | undefined =>
      compare([[opcode, 1, 0, 1, 7], MOV, ADD, EXIT], 'boundary', { original: one, changed: one })
        .distances[0];
    expect(distance(0xc5)).toBe(-8n); // jslt
    expect(distance(JLT[0])).toBe(minus - 7n);
  });
});

describe('A left-out call', () => {
  // 0 calls 3, which writes r3 and comes back to 1
  const rows = [CALL, MOV, EXIT, [0xb7, 3, 0, 0, 9] as Row, EXIT];
  const original = trace([0], [3], [4, { 3: 9n }], [1, { 3: 9n }], [2, { 3: 9n }]);

  it('is unused where nothing is made of what the function leaves', () => {
    const changed = trace([0], [1], [2]);
    expect(compare(rows, 'call', { original, changed })).toMatchObject({
      effects: 1,
      use: null,
      detour: null,
    });
  });

  it('is used where something is', () => {
    const using = [CALL, TEST, EXIT, [0xb7, 3, 0, 0, 9] as Row, EXIT];
    const changed = trace([0], [1], [2]);
    expect(compare(using, 'call', { original, changed }).use).toEqual({ pc: 1, register: 3 });
  });

  it('has a way of its own where the function never returns', () => {
    const lost = trace([0], [3], [4]);
    const changed = trace([0], [1], [2]);
    expect(compare(rows, 'call', { original: lost, changed }).detour).toMatchObject({ met: null });
  });
});

describe('The invocations of a case', () => {
  const rows = [MOV, STORE, MOV, EXIT];
  const how = changedAt(rows, 'store', { pc: 1, probe: 2 });
  const invocation = (start: bigint, held: bigint): Trace =>
    trace([0, { 1: start }], [1, { 1: start }], [2, { 1: start, 2: held }], [3, { 1: start }]);

  it('are compared with those that begin alike, in any order', () => {
    const originals = [invocation(1n, 0n), invocation(2n, 0n)];
    const changed = [invocation(2n, 8n), invocation(1n, 1n)];
    const { locksteps, isWhole } = comparePairs(how, { originals, changed });
    expect(isWhole).toBe(true);
    expect(locksteps.map(({ effects }) => effects)).toEqual([1, 0]);
  });

  it('are not whole where one has no like', () => {
    const originals = [invocation(1n, 0n)];
    expect(comparePairs(how, { originals, changed: [invocation(2n, 0n)] }).isWhole).toBe(false);
    expect(comparePairs(how, { originals, changed: [] }).isWhole).toBe(false);
    expect(comparePairs(how, { originals, changed: [...originals, trace([0], [2], [3])] }).isWhole).toBe(
      false,
    );
  });
});
