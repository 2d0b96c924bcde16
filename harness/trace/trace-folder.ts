// The validator's register traces: where it leaves them, and taking them away again. The only reader of them.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessFault } from '../errors';
import { privateFolder, withEnvironment } from '../temp-folder';

/** Twelve registers of eight bytes for each executed instruction, as they were before it; the last is the pc. */
export const ROW = 96;
const PC = 88;
/** Beside each trace lies a file with the executed instructions, eight bytes each. */
const INSTRUCTION = 8;

let folders = 0;

/** An empty folder of this process for traces. */
export function traceFolder(): string {
  const folder = join(privateFolder(), `traces-${folders++}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One execution of a program: rows of registers, in the order in which they ran. */
export type Trace = { readonly rows: number; readonly bytes: Buffer };

/** The pc of a row. */
export const pcOf = ({ bytes }: Trace, row: number): number => bytes.readUInt32LE(row * ROW + PC);

/** What a register (0 to 10) held before a row ran. */
export const register = ({ bytes }: Trace, row: number, number: number): bigint =>
  bytes.readBigUInt64LE(row * ROW + 8 * number);

/**
 * Reads the bytes of a trace; `instructions` is the size of the file beside it, in bytes, and `name` is for errors.
 * @throws HarnessFault in one sentence for one that is cut short.
 */
export function readTrace(bytes: Buffer, instructions: number, name: string): Trace {
  const rows = bytes.length / ROW;
  if (bytes.length === 0 || !Number.isInteger(rows) || instructions !== rows * INSTRUCTION)
    throw new HarnessFault(
      `The register trace ${name} is cut short (${bytes.length} bytes for ${instructions / INSTRUCTION} instructions of ${ROW} bytes): make room on the disk of .cache and run it again.`,
    );
  return { rows, bytes };
}

function readPair(folder: string, name: string): Trace {
  const bytes = readFileSync(join(folder, name));
  const instructions = readFileSync(join(folder, name.replace(/regs$/, 'insns')));
  return readTrace(bytes, instructions.length, name);
}

/** The fault of a trace that names an instruction which the program does not have. */
export const foreignTrace = (pc: number, instructions: number): HarnessFault =>
  new HarnessFault(
    `A register trace names instruction ${pc}, but the program has ${instructions}: it is of another program.`,
  );

/** Hands each trace in the folder to `take`, in the order of their names, and leaves the folder empty. */
export function takeTraces(folder: string, take: (trace: Trace) => void): void {
  const names = readdirSync(folder).sort();
  for (const name of names) if (name.endsWith('.regs')) take(readPair(folder, name));
  for (const name of names) rmSync(join(folder, name));
}

/** The traces of one program. */
export type Tracing = {
  /** Starts a validator whose invocations of the program are traced. */
  readonly during: <T>(start: () => Promise<T>) => Promise<T>;
  /**
   * Hands over what was written since the last time, and deletes it.
   * @throws HarnessFault in one sentence for a trace that is cut short.
   */
  readonly take: (use: (trace: Trace) => void) => void;
};

/** Traces of the program with that address (base58), in a folder of this process; the runtime reads both when it starts. */
export function tracingOf(program: string): Tracing {
  const folder = traceFolder();
  const variables = { SBF_TRACE_DIR: folder, SBF_TRACE_FILTER: `program_id == ${program}` };
  return {
    during: (start) => withEnvironment(variables, start),
    take: (use) => takeTraces(folder, use),
  };
}
