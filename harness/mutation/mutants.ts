// All mutants of a program: every operator at every instruction that the traces show.
import { OPERATORS, type Control, type Mutant, type Operator } from '../../spec/mutation';
import type { Code } from '../sbpf/code';
import { fileOffset, SLOT } from '../sbpf/instructions';
import { changed } from './operators';

/** What the traces show: by pc, and for branches by which way they went. A set bit is one. */
export type Hits = {
  readonly executed: ReadonlySet<number>;
  readonly jumped: ReadonlySet<number>;
  readonly wentOn: ReadonlySet<number>;
};

const hex = (offset: number): string => offset.toString(16).padStart(5, '0');

export type Patch = { readonly offset: number; readonly after: Buffer; readonly pc: number | null };

/** A mutant of the file; the id names place and change. */
export function mutantOf(file: Buffer, operator: Operator | Control, { offset, after, pc }: Patch): Mutant {
  const before = file.subarray(offset, offset + after.length).toString('hex');
  return { id: `${hex(offset)}:${operator}`, operator, offset, before, after: after.toString('hex'), pc };
}

/** In the order of the code; of mutants with the same bytes the first. */
export function mutantsOf(code: Code, { executed, jumped, wentOn }: Hits): readonly Mutant[] {
  const { elf, instructions } = code;
  return instructions
    .filter(({ pc }) => executed.has(pc))
    .flatMap((one) => {
      const seen = { one, jumps: jumped.has(one.pc), goesOn: wentOn.has(one.pc) };
      const offset = fileOffset(elf, one.pc);
      const made = OPERATORS.flatMap((operator) => {
        const after = changed(operator, seen, code);
        return after === null
          ? []
          : [mutantOf(elf.file, operator, { offset, after: after.subarray(0, SLOT), pc: one.pc })];
      });
      return [...new Map(made.toReversed().map((mutant) => [mutant.after, mutant])).values()].toReversed();
    });
}

/** The bytes of a file with a mutant's change in them. */
export function mutated(file: Buffer, { offset, after }: Pick<Mutant, 'offset' | 'after'>): Buffer {
  const copy = Buffer.from(file);
  copy.write(after, offset, 'hex');
  return copy;
}
