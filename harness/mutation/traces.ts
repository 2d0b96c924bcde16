// Which instructions of the system program ran, out of the register traces that LiteSVM writes for each invocation.
import { mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PublicKey } from '@solana/web3.js';
import { InputError } from '../../programs/errors';
import { addressOf } from '../keys';
import { privateFolder, withEnvironment } from '../temp-folder';

/** Twelve registers of eight bytes for each executed instruction; the last is the instruction's number. */
const ROW = 96;
const PC = 88;

/** Of one or more invocations, as bits by pc: what was executed, and which branches jumped or went on. */
export type Trace = {
  readonly executed: Uint8Array;
  readonly jumped: Uint8Array;
  readonly wentOn: Uint8Array;
};

export const emptyTrace = (pcs: number): Trace => ({
  executed: new Uint8Array(Math.ceil(pcs / 8)),
  jumped: new Uint8Array(Math.ceil(pcs / 8)),
  wentOn: new Uint8Array(Math.ceil(pcs / 8)),
});

const set = (bits: Uint8Array, at: number): void => {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
};

/** The numbers whose bit is set, ascending. */
export function numbersIn(bits: Uint8Array): number[] {
  const found: number[] = [];
  bits.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) found.push(8 * index + bit);
  });
  return found;
}

/**
 * Adds the rows of one invocation, up to the call of a function that never returns.
 * @throws InputError for a trace that is cut off.
 */
export function addRows(trace: Trace, rows: Buffer, never: ReadonlySet<number> = new Set()): void {
  if (rows.length % ROW !== 0)
    throw new InputError(`A trace of ${rows.length} bytes is cut off: each instruction has ${ROW}.`);
  for (let at = PC; at < rows.length; at += ROW) {
    const pc = rows.readUInt32LE(at);
    const next = at + ROW < rows.length ? rows.readUInt32LE(at + ROW) : null;
    if (next !== null && never.has(next)) return;
    set(trace.executed, pc);
    if (next !== null) set(next === pc + 1 ? trace.wentOn : trace.jumped, pc);
  }
}

/** How many instructions there are, and which of them begin a function that never returns. */
export type Traced = { readonly pcs: number; readonly never: ReadonlySet<number> };

export type Traces = {
  /** Starts something whose invocations are traced. */
  readonly during: <T>(start: () => Promise<T>) => Promise<T>;
  /** Reads and deletes what was written since the last time. */
  readonly take: (of: Traced) => Trace;
};

/** Traces that go to a folder of this process. */
export function openTraces(): Traces {
  const folder = join(privateFolder(), 'traces');
  mkdirSync(folder, { recursive: true });
  const program = new PublicKey(addressOf('light-system')).toBase58();
  /** Other programs' instructions are many, and each costs two writes. */
  const variables = { SBF_TRACE_DIR: folder, SBF_TRACE_FILTER: `program_id == ${program}` };
  const take = ({ pcs, never }: Traced): Trace => {
    const trace = emptyTrace(pcs);
    const names = readdirSync(folder);
    for (const name of names.filter((one) => one.endsWith('.regs'))) {
      const path = join(folder, name);
      const owner = readFileSync(`${path.slice(0, -'.regs'.length)}.program_id`, 'utf8').trim();
      if (owner === program) addRows(trace, readFileSync(path), never);
    }
    for (const name of names) unlinkSync(join(folder, name));
    return trace;
  };
  return { during: (start) => withEnvironment(variables, start), take };
}
