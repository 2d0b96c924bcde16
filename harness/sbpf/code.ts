// The code of a program with what its calls lead to: own functions, syscalls, or what a register holds.
import { bytesOf, PROGRAM_START, RELOCATION, type Elf, type Relocation } from './elf';
import { decode, SLOT, type Instruction } from './instructions';

/** A call's target: the pc of a function of the program, or the name of a syscall. */
export type Target =
  { readonly kind: 'function'; readonly pc: number } | { readonly kind: 'syscall'; readonly name: string };

export type Code = {
  readonly elf: Elf;
  readonly instructions: readonly Instruction[];
  /** By pc; nothing for the second slot of a 64-bit constant. */
  readonly at: ReadonlyMap<number, Instruction>;
  /** Targets of direct calls, by the call's pc. */
  readonly calls: ReadonlyMap<number, Target>;
  /** Functions whose address is taken, so that any `callx` may lead there. */
  readonly taken: ReadonlySet<number>;
  readonly entry: number;
};

/** The pc of an address in memory or in the file; null outside of the code. */
const pcOf = ({ text }: Elf, address: number): number | null => {
  const at = (address >= PROGRAM_START ? address - PROGRAM_START : address) - text.address;
  return at >= 0 && at < text.size && at % SLOT === 0 ? at / SLOT : null;
};

const isInText = ({ text }: Elf, { offset }: Relocation): boolean =>
  offset >= text.address && offset < text.address + text.size;

/** Calls that the loader connects by name: syscalls, and functions that have a symbol. */
function namedCalls(elf: Elf): Map<number, Target> {
  const found = new Map<number, Target>();
  for (const relocation of elf.relocations) {
    const { symbol, type, offset } = relocation;
    if (type !== RELOCATION.call || symbol === null || !isInText(elf, relocation)) continue;
    const target = symbol.isFunction && symbol.value !== 0 ? pcOf(elf, symbol.value) : null;
    const pc = (offset - elf.text.address) / SLOT;
    found.set(
      pc,
      target === null ? { kind: 'syscall', name: symbol.name } : { kind: 'function', pc: target },
    );
  }
  return found;
}

function callsOf(elf: Elf, instructions: readonly Instruction[]): Map<number, Target> {
  const calls = namedCalls(elf);
  for (const { pc, operation, imm } of instructions)
    if (operation.flow === 'call' && imm !== -1n && !calls.has(pc))
      calls.set(pc, { kind: 'function', pc: pc + 1 + Number(imm) });
  return calls;
}

/** The address that a relocation moves: both halves of a constant in code; in data the upper half of a word. */
function movedAddress(elf: Elf, relocation: Relocation, at: ReadonlyMap<number, Instruction>): number | null {
  const { offset, type } = relocation;
  if (type === RELOCATION.address64) return relocation.symbol?.value ?? null;
  if (type !== RELOCATION.relative) return null;
  if (isInText(elf, relocation)) return Number(at.get((offset - elf.text.address) / SLOT)?.imm ?? 0n);
  const section = elf.sections.find(({ address, size }) => offset >= address && offset < address + size);
  if (section === undefined) return null;
  return bytesOf(elf.file, section).readUInt32LE(offset - section.address + 4);
}

function takenIn(elf: Elf, at: ReadonlyMap<number, Instruction>): Set<number> {
  const taken = new Set<number>();
  for (const relocation of elf.relocations) {
    const address = movedAddress(elf, relocation, at);
    const pc = address === null ? null : pcOf(elf, address);
    if (pc !== null && at.has(pc)) taken.add(pc);
  }
  return taken;
}

/**
 * The code of a program.
 * @throws InputError for what is no code.
 */
export function readCode(elf: Elf): Code {
  const instructions = decode(elf);
  const at = new Map(instructions.map((one) => [one.pc, one]));
  const calls = callsOf(elf, instructions);
  return { elf, instructions, at, calls, taken: takenIn(elf, at), entry: pcOf(elf, elf.entry) ?? 0 };
}
