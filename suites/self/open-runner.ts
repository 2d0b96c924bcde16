// Opens the real programs, or some of them replaced, for the tests that test the tester.
import { openBackend, type Backend } from '../../harness/backend';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import type { RuntimeName } from '../../spec/runtime';
import { loadRecorder } from '../../programs/recorder/load';

export type Replacements = { readonly systemProgram?: Buffer; readonly accountCompression?: Buffer };

/** The default release's programs in a validator, with replacements. */
export const openRunner = (replaced: Replacements = {}, runtime?: RuntimeName): Promise<Backend> => {
  const { systemProgram, accountCompression, noop, token, fixtures } = loadRelease('0.28.3');
  const own = { systemProgram, accountCompression, caller: loadCaller(), ...replaced };
  const programs = { ...own, ...(noop && { noop }), ...(token && { token }) };
  return openBackend({ programs, fixtures, ...(runtime && { runtime }) });
};

const ENTRY_OFFSET = 24;
const PROGRAM_HEADERS_OFFSET = 32;
const PROGRAM_HEADER_BYTES = 56;

/** File offset of the entry point's first instruction. */
const entryOf = (elf: Buffer): number => {
  const entry = Number(elf.readBigUInt64LE(ENTRY_OFFSET));
  const headers = Number(elf.readBigUInt64LE(PROGRAM_HEADERS_OFFSET));
  for (let index = 0; index < elf.readUInt16LE(PROGRAM_HEADER_BYTES); index += 1) {
    const at = headers + index * PROGRAM_HEADER_BYTES;
    const [offset, address, size] = [8, 16, 32].map((field) => Number(elf.readBigUInt64LE(at + field)));
    if (offset === undefined || address === undefined || size === undefined) continue;
    if (entry >= address && entry < address + size) return offset + entry - address;
  }
  return entry;
};

const MOV_R0 = 0xb7;
/** Of 64 bits, in two slots. */
const LOAD_R0 = 0x18;
const EXIT = 0x95;
const INSTRUCTION_BYTES = 8;

/** The calling program with other instructions at its entry. */
const entering = (instructions: readonly (readonly [opcode: number, immediate: number])[]): Buffer => {
  const elf = Buffer.from(loadCaller());
  const start = entryOf(elf);
  elf.fill(0, start, start + instructions.length * INSTRUCTION_BYTES);
  instructions.forEach(([opcode, immediate], index) => {
    elf[start + index * INSTRUCTION_BYTES] = opcode;
    elf.writeInt32LE(immediate, start + index * INSTRUCTION_BYTES + 4);
  });
  return elf;
};

/** A program that ends at once with this result: 0 accepts everything, another number rejects everything with it. */
export const constantProgram = (result: number): Buffer =>
  entering([
    [MOV_R0, result],
    [EXIT, 0],
  ]);

/** A program that rejects everything with an error of the runtime's own, by its number: they stand in the upper half. */
export const builtinErrorProgram = (number: number): Buffer =>
  entering([
    [LOAD_R0, 0],
    [0, number],
    [EXIT, 0],
  ]);

/** The default release, or another system program, in the world where account-compression records what it is handed. */
export const openRecordingRunner = (
  replaced: Pick<Replacements, 'systemProgram'> = {},
  runtime?: RuntimeName,
): Promise<Backend> => {
  const { systemProgram, noop, fixtures } = loadRelease('0.28.3');
  const programs = { systemProgram, accountCompression: loadRecorder(), caller: loadCaller(), ...replaced };
  return openBackend({
    programs: noop === undefined ? programs : { ...programs, noop },
    fixtures,
    records: true,
    aged: true,
    ...(runtime && { runtime }),
  });
};
