// Turns clang's BPF object file into the small shared ELF that Solana's program loader accepts.
import {
  EHDR,
  HEADERS,
  PF,
  PT,
  SHDR,
  SHF,
  SHT,
  align8,
  fileHeader,
  sectionHeader,
  segment,
  words,
  type Placed,
  type Section,
} from './elf';
import { readObject, type Call } from './object';

const DT = { strtab: 5, symtab: 6, strsz: 10, syment: 11, rel: 17, relsz: 18, relent: 19, null: 0 };
const R_BPF_64_32 = 10;
/** Bytes of a symbol and of a relocation. */
const SYMBOL = 24;
const RELOCATION = 16;
const DYNAMIC_ENTRIES = 8;
/** The positions of some sections in the section header table. */
const AT = { dynsym: 3, dynstr: 4, shstrtab: 6 };

/** A string table, and where each name starts in it. */
function stringTable(names: readonly string[]): { bytes: Buffer; at: (name: string) => number } {
  const bytes = Buffer.from(['', ...names, ''].join('\0'));
  return { bytes, at: (name) => (name === '' ? 0 : bytes.indexOf(`\0${name}\0`) + 1) };
}

/** The dynamic symbols: the null symbol, then each syscall as an undefined global. */
function symbols(syscalls: readonly string[], nameAt: (name: string) => number): Buffer {
  const GLOBAL = 1 << 4;
  const rows = syscalls.map((name) => words(BigInt(nameAt(name)) | (BigInt(GLOBAL) << 32n), 0, 0));
  return Buffer.concat([Buffer.alloc(SYMBOL), ...rows]);
}

function relocations(calls: readonly Call[], syscalls: readonly string[]): Buffer {
  const info = (call: Call) => (BigInt(syscalls.indexOf(call.symbol) + 1) << 32n) | BigInt(R_BPF_64_32);
  return Buffer.concat(calls.map((call) => words(HEADERS + call.offset, info(call))));
}

function place(sections: readonly Section[]): Placed[] {
  let next = HEADERS;
  return sections.map((section) => {
    const offset = next;
    next = align8(offset + section.bytes.length);
    return { ...section, offset };
  });
}

function find(placed: readonly Placed[], name: string): Placed {
  const section = placed.find((one) => one.name === name);
  if (!section) throw new Error(`the linker made no section ${name}`);
  return section;
}

function dynamicEntries(placed: readonly Placed[]): Buffer {
  const [strings, relocs] = [find(placed, '.dynstr'), find(placed, '.rel.dyn')];
  return words(
    ...[DT.symtab, find(placed, '.dynsym').offset, DT.syment, SYMBOL],
    ...[DT.strtab, strings.offset, DT.strsz, strings.bytes.length],
    ...[DT.rel, relocs.offset, DT.relsz, relocs.bytes.length, DT.relent, RELOCATION],
    ...[DT.null, 0],
  );
}

function makeSections(text: Buffer, calls: readonly Call[]): Section[] {
  const syscalls = [...new Set(calls.map((call) => call.symbol))];
  const dynstr = stringTable(syscalls);
  const names = ['.text', '.dynamic', '.dynsym', '.dynstr', '.rel.dyn', '.shstrtab'];
  const plain = { flags: SHF.alloc, link: 0, info: 0, entrySize: 0 };
  const table = { ...plain, link: AT.dynstr };
  return [
    { ...plain, name: '.text', type: SHT.progbits, flags: SHF.alloc | SHF.exec, bytes: text },
    {
      ...table,
      name: '.dynamic',
      type: SHT.dynamic,
      entrySize: 16,
      bytes: Buffer.alloc(DYNAMIC_ENTRIES * 16),
    },
    {
      ...table,
      name: '.dynsym',
      type: SHT.dynsym,
      info: 1,
      entrySize: SYMBOL,
      bytes: symbols(syscalls, dynstr.at),
    },
    { ...plain, name: '.dynstr', type: SHT.strtab, bytes: dynstr.bytes },
    {
      ...plain,
      name: '.rel.dyn',
      type: SHT.rel,
      link: AT.dynsym,
      entrySize: RELOCATION,
      bytes: relocations(calls, syscalls),
    },
    { ...plain, name: '.shstrtab', type: SHT.strtab, flags: 0, bytes: stringTable(names).bytes },
  ];
}

/** The three program headers: the code, the tables the loader reads, and where the dynamic table is. */
function segments(placed: readonly Placed[]): Buffer {
  const range = ({ offset, bytes }: Placed) => ({ from: offset, to: offset + bytes.length });
  const dynamic = range(find(placed, '.dynamic'));
  const tables = { from: dynamic.from, to: range(find(placed, '.rel.dyn')).to };
  const code = segment(PT.load, PF.read | PF.exec, range(find(placed, '.text')));
  return Buffer.concat([code, segment(PT.load, PF.read, tables), segment(PT.dynamic, PF.read, dynamic)]);
}

/**
 * Links one object file into a program.
 * @param object clang's `-target bpf` output: only `.text`, calls to syscalls, a global `entrypoint`.
 * @returns the ELF file's bytes, the same for the same object.
 * @throws Error naming what the object has that this linker does not do.
 */
export function link(object: Buffer): Buffer {
  const { text, calls, entry } = readObject(object);
  const placed = place(makeSections(text, calls));
  const nameAt = stringTable(placed.map((section) => section.name)).at;
  const { offset, bytes } = find(placed, '.shstrtab');
  const headersAt = align8(offset + bytes.length);
  const out = Buffer.alloc(headersAt + SHDR * (placed.length + 1)); // the first section header is all zero
  const sections = placed.length + 1;
  out.set(fileHeader({ entry: HEADERS + entry, headersAt, sections, names: AT.shstrtab }), 0);
  out.set(segments(placed), EHDR);
  placed.forEach((section) => out.set(section.bytes, section.offset));
  out.set(dynamicEntries(placed), find(placed, '.dynamic').offset);
  placed.forEach((s, i) => out.set(sectionHeader(s, nameAt(s.name)), headersAt + SHDR * (i + 1)));
  return out;
}
