// Reads what a compiled Solana program says about itself: its code, its symbols, and where the loader puts addresses.
import { InputError } from '../../programs/errors';
import { checkedProgram } from '../../programs/program-file';

/** A section; `offset` is in the file, `address` in memory, both in bytes. */
export type ElfSection = {
  readonly name: string;
  readonly type: number;
  readonly address: number;
  readonly offset: number;
  readonly size: number;
};

/** A dynamic symbol; one without an address is a syscall. */
export type ElfSymbol = { readonly name: string; readonly value: number; readonly isFunction: boolean };

/** What the loader writes at an offset of the file: `symbol` is null where only an address moves. */
export type Relocation = {
  readonly offset: number;
  readonly type: number;
  readonly symbol: ElfSymbol | null;
};

export type Elf = {
  readonly file: Buffer;
  /** Version of the instruction set: 0, 1 or 2. */
  readonly version: number;
  readonly sections: readonly ElfSection[];
  readonly text: ElfSection;
  readonly symbols: readonly ElfSymbol[];
  readonly relocations: readonly Relocation[];
  /** Address of the first instruction that runs. */
  readonly entry: number;
};

/** Kinds of relocation that the loader knows (solana-sbpf, elf.rs). */
export const RELOCATION = { address64: 1, relative: 8, call: 10 } as const;
/** What loaded programs' addresses start at. */
export const PROGRAM_START = 0x1_0000_0000;

const FUNCTION = 2;
const NEWEST = 2;

const word = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));
const rows = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
const nameIn = (table: Buffer, at: number): string =>
  table.toString('latin1', at, Math.max(at, table.indexOf(0, at)));

/** The bytes of a section. */
export const bytesOf = (file: Buffer, { offset, size }: ElfSection): Buffer =>
  file.subarray(offset, offset + size);

function sectionsOf(file: Buffer): ElfSection[] {
  const start = word(file, 40);
  const headers = rows(file.subarray(start, start + 64 * file.readUInt16LE(60)), 64);
  const plain = headers.map((row) => ({
    nameAt: row.readUInt32LE(0),
    type: row.readUInt32LE(4),
    address: word(row, 16),
    offset: word(row, 24),
    size: word(row, 32),
  }));
  const table = plain[file.readUInt16LE(62)];
  const names =
    table === undefined ? Buffer.alloc(1) : file.subarray(table.offset, table.offset + table.size);
  return plain.map(({ nameAt, ...section }) => ({ ...section, name: nameIn(names, nameAt) }));
}

const contents = (file: Buffer, sections: readonly ElfSection[], name: string): Buffer => {
  const section = sections.find((one) => one.name === name);
  return section === undefined ? Buffer.alloc(0) : bytesOf(file, section);
};

function symbolsOf(file: Buffer, sections: readonly ElfSection[]): ElfSymbol[] {
  const names = contents(file, sections, '.dynstr');
  return rows(contents(file, sections, '.dynsym'), 24).map((row) => ({
    name: nameIn(names, row.readUInt32LE(0)),
    value: word(row, 8),
    isFunction: (row.readUInt8(4) & 0xf) === FUNCTION,
  }));
}

const relocationsOf = (table: Buffer, symbols: readonly ElfSymbol[]): Relocation[] =>
  rows(table, 16).map((row) => ({
    offset: word(row, 0),
    type: row.readUInt32LE(8),
    symbol: symbols[row.readUInt32LE(12)] ?? null,
  }));

/**
 * Reads a compiled program; `what` names it in errors.
 * @throws InputError in one sentence: no program for Solana, cut short, no code, or a newer instruction set.
 */
export function readElf(bytes: Buffer, what = 'The program'): Elf {
  const file = checkedProgram(bytes, what);
  const version = file.readUInt32LE(48);
  if (version > NEWEST)
    throw new InputError(
      `${what} is compiled for sBPF version ${version}, and only 0 to ${NEWEST} can be read: compile it for one of these.`,
    );
  const sections = sectionsOf(file);
  const text = sections.find(({ name }) => name === '.text');
  if (text === undefined || text.size === 0 || text.size % 8 !== 0)
    throw new InputError(`${what} has no readable section .text: give the compiled .so as it was built.`);
  const symbols = symbolsOf(file, sections);
  const relocations = relocationsOf(contents(file, sections, '.rel.dyn'), symbols);
  return { file, version, sections, text, symbols, relocations, entry: word(file, 24) };
}
