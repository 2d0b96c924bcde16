// Programs as the runtime loads them where it makes traces: without the names of their functions.
import type { Programs } from '../genesis';

/** ELF64: where the section headers are and how many; of a header, where its type and its size are. */
const HEADERS_AT = 40;
const COUNT_AT = 60;
const HEADER = { bytes: 64, type: 4, size: 32 } as const;
const SYMBOL_TABLE = 2;

/**
 * A copy of a program whose symbol tables are empty. Where the runtime makes traces it also reads the names of all
 * functions, and refuses a program that has one of more than 63 letters, as any Rust program has that was not stripped.
 * Nothing that is loaded or runs is another: symbol tables stay in the file.
 */
export function withoutSymbols(elf: Buffer): Buffer {
  const file = Buffer.from(elf);
  const start = Number(file.readBigUInt64LE(HEADERS_AT));
  for (let at = start, left = file.readUInt16LE(COUNT_AT); left > 0; at += HEADER.bytes, left -= 1)
    if (file.readUInt32LE(at + HEADER.type) === SYMBOL_TABLE) file.writeBigUInt64LE(0n, at + HEADER.size);
  return file;
}

/** The same of each program that somebody else compiled. */
export const withoutSymbolsIn = ({ noop, token, ...programs }: Programs): Programs => ({
  ...programs,
  systemProgram: withoutSymbols(programs.systemProgram),
  accountCompression: withoutSymbols(programs.accountCompression),
  ...(noop && { noop: withoutSymbols(noop) }),
  ...(token && { token: withoutSymbols(token) }),
});
