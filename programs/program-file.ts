// Reads a compiled program that somebody brings, and says what is wrong with a file that is none.
import { readFileSync, statSync } from 'node:fs';
import { InputError } from './errors';

const HEADER = 64;
/** Bytes of a program header and of a section header. */
const ROW_SIZES = [56, 64];
const ELF_MAGIC = 0x7f454c46;
/** EM_BPF and Solana's own EM_SBPF. */
const MACHINES = [247, 263];

/** A table of an ELF file: where it starts, and how many rows of how many bytes it has. */
type Table = { readonly start: bigint; readonly rowSize: number; readonly rows: number };

const tables = (file: Buffer): readonly Table[] => [
  { start: file.readBigUInt64LE(32), rowSize: file.readUInt16LE(54), rows: file.readUInt16LE(56) },
  { start: file.readBigUInt64LE(40), rowSize: file.readUInt16LE(58), rows: file.readUInt16LE(60) },
];

const tableEnd = ({ start, rowSize, rows }: Table): bigint => start + BigInt(rowSize * rows);

/** Whether the rows of both tables have the sizes that ELF64 gives them; an absent table may have any. */
function hasOddRows(file: Buffer): boolean {
  return tables(file).some(({ rowSize, rows }, i) => rows > 0 && rowSize !== ROW_SIZES[i]);
}

/** Where the contents of each row end, for the program headers and the section headers. */
function contentEnds(file: Buffer): bigint[] {
  const [segments, sections] = tables(file) as [Table, Table];
  const rows = ({ start, rowSize, rows: count }: Table) =>
    Array.from({ length: count }, (_, i) =>
      file.subarray(Number(start) + i * rowSize, Number(start) + (i + 1) * rowSize),
    );
  const NOBITS = 8;
  const stored = rows(sections).filter((row) => row.readUInt32LE(4) !== NOBITS);
  const segmentEnds = rows(segments).map((row) => row.readBigUInt64LE(8) + row.readBigUInt64LE(32));
  return [...segmentEnds, ...stored.map((row) => row.readBigUInt64LE(24) + row.readBigUInt64LE(32))];
}

function isTruncated(file: Buffer): boolean {
  if (tables(file).some((table) => tableEnd(table) > file.length)) return true;
  return contentEnds(file).some((end) => end > file.length);
}

/** Bytes that an account can hold. */
const LARGEST = 10 * 1024 * 1024;

/** What is wrong with the file, as the end of a sentence; undefined when it is a program. */
function complaint(file: Buffer): string | undefined {
  if (file.length === 0) return 'is empty: build or copy it again';
  if (file.length < 4 || file.readUInt32BE(0) !== ELF_MAGIC)
    return 'is not an ELF file: give the compiled .so';
  if (file[4] !== 2) return 'is not a 64-bit ELF file: compile it for Solana';
  if (file[5] !== 1) return 'is not a little-endian ELF file: compile it for Solana';
  if (file.length >= 20 && !MACHINES.includes(file.readUInt16LE(18)))
    return `is compiled for another machine (ELF machine ${file.readUInt16LE(18)}, not 247 or 263): compile it for Solana`;
  if (file.length < HEADER) return 'is cut short: copy it again';
  if (hasOddRows(file)) return 'has a damaged ELF header: copy it again';
  if (isTruncated(file)) return 'is cut short: copy it again';
  if (file.length > LARGEST)
    return `has ${file.length} bytes, but an account holds ${LARGEST} at most: strip it, or build it for release`;
  return undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'it is a link that leads to itself',
};

function readFile(path: string): Buffer {
  if (path === '') throw new InputError('The program file has no name: give the compiled .so.');
  try {
    const found = statSync(path);
    // A pipe or a device may never end.
    if (!found.isFile() && !found.isDirectory())
      throw new InputError(`The program file ${path} is no regular file: give the compiled .so.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new InputError(`There is no program file ${path}: check the path.`);
    const why = REASONS[code ?? ''] ?? code;
    throw new InputError(`The program file ${path} cannot be read (${why}): give the compiled .so.`);
  }
}

/**
 * The bytes of a compiled Solana program, as somebody has read it; `what` names it in the sentence.
 * @throws InputError in one sentence: empty, no ELF, not for Solana, or cut short.
 */
export function checkedProgram(file: Buffer, what: string): Buffer {
  const wrong = complaint(file);
  if (wrong) throw new InputError(`${what} ${wrong}.`);
  return file;
}

/**
 * The bytes of a compiled Solana program.
 * @throws InputError in one sentence: missing, unreadable, empty, no ELF, not for Solana, or cut short.
 */
export const readProgramFile = (path: string): Buffer =>
  checkedProgram(readFile(path), `The program file ${path}`);
