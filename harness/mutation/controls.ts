// Changes of a program that no rule may notice: text that is only logged, code that never runs, log lines left out.
import type { Mutant } from '../../spec/mutation';
import type { Code } from '../sbpf/code';
import { bytesOf } from '../sbpf/elf';
import { fileOffset } from '../sbpf/instructions';
import { mutantOf, type Hits } from './mutants';
import { isLogCall, NOTHING } from './operators';

/** Letters in a row that begin a sentence: texts that the compiler keeps for panics and logs. */
const SENTENCE = /[a-z]{3,} [a-z]{2,} [a-z]{2,}/g;
const BYTES = 8;

/** Upper case in place of lower case. */
function texts({ elf }: Code): Mutant[] {
  const section = elf.sections.find(({ name }) => name === '.rodata');
  if (section === undefined) return [];
  const found = [...bytesOf(elf.file, section).toString('latin1').matchAll(SENTENCE)];
  return found.map(({ index }) => {
    const offset = section.offset + index;
    const text = elf.file.toString('latin1', offset, offset + BYTES);
    const after = Buffer.from(text.toUpperCase(), 'latin1');
    return mutantOf(elf.file, 'log-text', { offset, after, pc: null });
  });
}

/** Single stores that were never executed do nothing, whatever ran around them. */
function deadCode({ elf, instructions }: Code, { executed }: Hits): Mutant[] {
  return instructions
    .filter(({ pc, operation, slots }) => !executed.has(pc) && operation.kind === 'store' && slots === 1)
    .map(({ pc }) => mutantOf(elf.file, 'dead-code', { offset: fileOffset(elf, pc), after: NOTHING, pc }));
}

const logCalls = (code: Code, { executed }: Hits): Mutant[] =>
  code.instructions
    .filter((one) => executed.has(one.pc) && isLogCall(code, one))
    .map(({ pc }) =>
      mutantOf(code.elf.file, 'log-call', { offset: fileOffset(code.elf, pc), after: NOTHING, pc }),
    );

/** All controls, in the order of the file by kind. */
export const controlsOf = (code: Code, hits: Hits): readonly Mutant[] => [
  ...texts(code),
  ...deadCode(code, hits),
  ...logCalls(code, hits),
];
