// Reads what the linker needs from clang's BPF object file, and refuses anything it could not link.

/** A call of a syscall: the byte offset of the instruction in `.text`, and the syscall's name. */
export type Call = { readonly offset: number; readonly symbol: string };

/** The program's code, its syscalls, and the byte offset of its entry point in the code. */
export type ObjectFile = { readonly text: Buffer; readonly calls: readonly Call[]; readonly entry: number };

type Header = { readonly name: string; readonly flags: number; readonly bytes: Buffer };
type ElfSymbol = { readonly name: string; readonly section: number; readonly value: number };

const ALLOC = 2;
const R_BPF_64_32 = 10;

const word = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));
const text = (table: Buffer, at: number): string => table.toString('latin1', at, table.indexOf(0, at));

function rows(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: bytes.length / size }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

function readHeaders(object: Buffer): Header[] {
  const at = word(object, 40);
  const table = rows(object.subarray(at, at + object.readUInt16LE(60) * 64), 64);
  const slice = (row: Buffer) => object.subarray(word(row, 24), word(row, 24) + word(row, 32));
  const names = slice(table[object.readUInt16LE(62)] ?? Buffer.alloc(64));
  return table.map((row) => ({
    name: text(names, row.readUInt32LE(0)),
    flags: word(row, 8),
    bytes: slice(row),
  }));
}

function find(headers: readonly Header[], name: string): Buffer {
  const found = headers.find((header) => header.name === name);
  if (!found) throw new Error(`the object file has no section ${name}`);
  return found.bytes;
}

function readSymbols(headers: readonly Header[]): ElfSymbol[] {
  const names = find(headers, '.strtab');
  return rows(find(headers, '.symtab'), 24).map((row) => ({
    name: text(names, row.readUInt32LE(0)),
    section: row.readUInt16LE(6),
    value: word(row, 8),
  }));
}

function readCall(row: Buffer, symbols: readonly ElfSymbol[]): Call {
  const symbol = symbols[row.readUInt32LE(12)];
  const type = row.readUInt32LE(8);
  if (type !== R_BPF_64_32)
    throw new Error(`the object file has a relocation of type ${type}; only calls are linked`);
  if (!symbol || symbol.section !== 0)
    throw new Error('the object file calls a function that was not inlined');
  return { offset: word(row, 0), symbol: symbol.name };
}

function refuseData(headers: readonly Header[]): void {
  const data = headers.find((h) => h.flags & ALLOC && h.name !== '.text' && h.bytes.length > 0);
  if (data) throw new Error(`the object file has data in ${data.name}; only code is linked`);
}

/**
 * Reads a relocatable ELF64 file for BPF.
 * @throws Error naming the data section, relocation or missing part that the linker cannot handle.
 */
export function readObject(object: Buffer): ObjectFile {
  const headers = readHeaders(object);
  refuseData(headers);
  const symbols = readSymbols(headers);
  const entry = symbols.find((symbol) => symbol.name === 'entrypoint');
  if (!entry) throw new Error('the object file has no function named entrypoint');
  const calls = rows(find(headers, '.rel.text'), 16).map((row) => readCall(row, symbols));
  return { text: find(headers, '.text'), calls, entry: entry.value };
}
