// Traces: what a program made by hand executes is known exactly; where the published one raises errors is found.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRelease } from '../../programs/load';
import { SYSTEM_CODES } from '../../spec/codes/system';
import { raiseSites } from '../sbpf/raise-sites';
import { invocation, output, plan, transaction } from '../testing';
import { edgeEnds, edgeKey, tracedProgram } from './reach';
import { openTracedOn, STAIRS, stairs } from './testing';
import { pcOf, readTrace, ROW, takeTraces, traceFolder } from './trace-folder';
import type { TracedBackend } from './traced-backend';
import { tracedElf } from './traced-elf';
import { addTrace, noReach } from './reach';

const NUMBERS = new Set(SYSTEM_CODES.map(({ code }) => code));
const one = invocation({ outputs: [output('A')] });
const ACCOUNTS = one.accounts.length;

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

describe('A program whose code is known', () => {
  const STEPS = 4;
  /** The last step that thirteen accounts climb is the second. */
  const FROM = ACCOUNTS - 1;
  const END = STAIRS + STEPS;
  let traced: TracedBackend;
  beforeAll(async () => {
    traced = await openTracedOn(stairs(FROM, STEPS), NUMBERS);
  });

  it('has executed exactly the instructions and edges that it must', async () => {
    const { observation, reach } = await traced.run(plan(transaction(one)));
    expect(observation.transactions[0]?.raised).toBeNull();
    expect(ascending(reach.pcs)).toEqual([0, 1, STAIRS, STAIRS + 1, STAIRS + 2, END]);
    expect([...reach.edges].map(edgeEnds)).toEqual([
      [STAIRS, STAIRS + 1],
      [STAIRS + 1, STAIRS + 2],
      [STAIRS + 2, END],
    ]);
    expect(reach.raised).toEqual([]);
  });

  it('has executed less with fewer accounts, whatever ran before', async () => {
    const fewer = { ...one, accounts: one.accounts.slice(0, -2) };
    const { reach } = await traced.run(plan(transaction(fewer)));
    expect(ascending(reach.pcs)).toEqual([0, 1, STAIRS, END]);
    expect([...reach.edges]).toEqual([edgeKey(STAIRS, END)]);
  });

  it('leaves nothing of an invocation that did not happen', async () => {
    const transfer = { kind: 'transfer', from: 'wallet:0', to: 'wallet:1', lamports: 1n } as const;
    expect((await traced.run(plan(transaction(transfer)))).reach.pcs.size).toBe(0);
  });
});

describe('The published system program', () => {
  const known = tracedElf(loadRelease('0.28.3').systemProgram, NUMBERS);
  const sites = known.converter === null ? [] : raiseSites(known.flow, known.converter);
  let traced: TracedBackend;
  beforeAll(async () => {
    traced = await openTracedOn(loadRelease('0.28.3').systemProgram, NUMBERS);
  });

  it('has one function that gives the 67 errors their numbers', () => {
    const numbers = Array.from({ length: 67 }, (_, position) => known.converter?.codeOf(position) ?? 0);
    expect(ascending(numbers)).toEqual(SYSTEM_CODES.map(({ code }) => code));
    expect(known.converter?.codeOf(67)).toBeNull();
  });

  it('raises an error from a place that is found in the code', async () => {
    const accounts = one.accounts.map((meta) =>
      meta.key === 'authority:A' ? { ...meta, key: 'payer:2' as const } : meta,
    );
    const { observation, reach } = await traced.run(plan(transaction({ ...one, accounts })));
    expect(observation.transactions[0]?.raised).toMatchObject({ program: 'light-system', code: 6002 });
    expect(reach.raised.map(({ code }) => code)).toEqual([6002]);
    expect(sites).toEqual(expect.arrayContaining(reach.raised));
  });

  it('accepts without raising anything', async () => {
    const { observation, reach } = await traced.run(plan(transaction(one)));
    expect(observation.transactions[0]?.raised).toBeNull();
    expect(reach.raised).toEqual([]);
    expect(reach.pcs.size).toBeGreaterThan(1000);
    const all = new Set(known.flow.edges.map(({ from, to }) => edgeKey(from, to)));
    const indirect = [...reach.edges].filter((edge) => !all.has(edge));
    const callers = indirect.map((edge) => known.flow.code.at.get(edgeEnds(edge)[0])?.operation.flow);
    expect(new Set(callers)).toEqual(new Set(callers.length === 0 ? [] : ['callx']));
  });
});

describe('A trace', () => {
  const row = (pc: number): Buffer => {
    const bytes = Buffer.alloc(ROW);
    bytes.writeUInt32LE(pc, ROW - 8);
    return bytes;
  };

  it('is read row by row', () => {
    const trace = readTrace(Buffer.concat([row(3), row(4)]), 16, 'a.regs');
    expect([pcOf(trace, 0), pcOf(trace, 1)]).toEqual([3, 4]);
  });

  it.each([
    ['in the middle of a row', Buffer.alloc(ROW + 8), 16],
    ['after a whole row', Buffer.alloc(ROW), 16],
    ['before the first one', Buffer.alloc(0), 8],
  ])('that is cut short %s is refused in one sentence', (_, bytes, instructions) => {
    expect(() => readTrace(bytes, instructions, 'a.regs')).toThrow(
      /^The register trace a\.regs is cut short/,
    );
  });

  it('of another program is refused', () => {
    const { flow } = tracedElf(stairs(1, 2), NUMBERS);
    const foreign = readTrace(row(100_000), 8, 'a.regs');
    expect(() => addTrace(noReach(), foreign, tracedProgram(flow, null))).toThrow(/it is of another program/);
  });

  it('is taken away when it has been read', () => {
    const folder = traceFolder();
    writeFileSync(join(folder, 'b.regs'), row(7));
    writeFileSync(join(folder, 'b.insns'), Buffer.alloc(8));
    writeFileSync(join(folder, 'b.program_id'), 'x');
    const seen: number[] = [];
    takeTraces(folder, (trace) => seen.push(pcOf(trace, 0)));
    expect(seen).toEqual([7]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
