// Branches that are the larger or smaller of two values: at the bound both ways leave the same, so that moving it changes nothing.
import type { Code } from '../sbpf/code';
import type { Instruction } from '../sbpf/instructions';

const MOVE = 'mov64';
/** Of the 64-bit branches; one of 32 bits says nothing about the upper half. */
const BRANCH = 0x05;
const CLASS = 0x07;

/** Whether an instruction gives the register that a branch compares the very value that it is compared with. */
const takesTheOther = (branch: Instruction, next: Instruction): boolean => {
  const [form] = branch.operation.form.split(',to');
  return (
    next.operation.mnemonic === MOVE &&
    next.operation.form === form &&
    next.dst === branch.dst &&
    (form === 'dst,imm' ? next.imm === branch.imm : next.src === branch.src)
  );
};

/**
 * `jgt r7, 0x4, +1; mov64 r7, 0x4`: taken where r7 is greater, and where r7 is 4 it is 4 either way. The move must be
 * all that is skipped; whoever jumps to it from elsewhere runs no changed instruction.
 */
export function isSameAtBound({ at }: Pick<Code, 'at'>, branch: Instruction): boolean {
  const next = at.get(branch.pc + 1);
  const skipsOne = (branch.opcode & CLASS) === BRANCH && branch.offset === 1;
  return skipsOne && next !== undefined && takesTheOther(branch, next);
}
