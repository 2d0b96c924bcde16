// The rows of an ELF64 file, little-endian: file header, program headers, section headers.

/** One output section; its address in memory equals its offset in the file, as the loader demands. */
export type Section = {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  readonly bytes: Buffer;
};

/** A section and where it lies in the file, in bytes. */
export type Placed = Section & { readonly offset: number };

/** Bytes of the file header, a program header and a section header. */
export const EHDR = 64;
const PHDR = 56;
export const SHDR = 64;
/** Where the sections start: after the file header and three program headers. */
export const HEADERS = EHDR + 3 * PHDR;
/** Section types, section flags, segment types and segment flags. */
export const SHT = { progbits: 1, strtab: 3, dynamic: 6, rel: 9, dynsym: 11 };
export const SHF = { alloc: 2, exec: 4 };
export const PT = { load: 1, dynamic: 2 };
export const PF = { exec: 1, read: 4 };

/** Consecutive unsigned 64-bit words. */
export const words = (...values: readonly (number | bigint)[]): Buffer => {
  const out = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => out.writeBigUInt64LE(BigInt(value), i * 8));
  return out;
};

/** The next multiple of 8. */
export const align8 = (n: number): number => (n + 7) & ~7;

/** A program header; the segment's address equals its offset. */
export function segment(type: number, flags: number, range: { from: number; to: number }): Buffer {
  const size = range.to - range.from;
  const kind = BigInt(type) | (BigInt(flags) << 32n);
  return words(kind, range.from, range.from, range.from, size, size, type === PT.dynamic ? 8 : 4096);
}

/** A section header; `name` is where the section's name starts in the table of names. */
export function sectionHeader(section: Placed, name: number): Buffer {
  const kind = BigInt(name) | (BigInt(section.type) << 32n);
  const links = BigInt(section.link) | (BigInt(section.info) << 32n);
  const at = section.flags & SHF.alloc ? section.offset : 0;
  return words(kind, section.flags, at, section.offset, section.bytes.length, links, 8, section.entrySize);
}

/** The file header; `names` is the position of the section that holds the sections' names. */
export function fileHeader(file: {
  entry: number;
  headersAt: number;
  sections: number;
  names: number;
}): Buffer {
  const out = Buffer.alloc(EHDR);
  out.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], 0); // ELF, 64-bit, little-endian, version 1
  [3, 247].forEach((half, i) => out.writeUInt16LE(half, 16 + 2 * i)); // shared object for BPF
  out.writeUInt32LE(1, 20);
  out.set(words(file.entry, EHDR, file.headersAt), 24);
  const halves = [EHDR, PHDR, 3, SHDR, file.sections, file.names];
  halves.forEach((half, i) => out.writeUInt16LE(half, 52 + 2 * i));
  return out;
}
