// Mutants that the flow of data alone proves equivalent: what a store writes is there already or never loaded, and branches that are decided either way.
import { flowOf } from '../../sbpf/blocks';
import type { Code } from '../../sbpf/code';
import type { Instruction } from '../../sbpf/instructions';
import type { Mutant } from '../../../spec/mutation';
import { constant, jumps } from './arithmetic';
import { deadStores } from './dead-stores';
import { frameOf, type Frame } from './frame';
import { functionCodes, type CodeBlock, type FunctionCode } from './function-code';
import { decided, follow, numbered, storedValue } from './numbering';
import { valueAt, type KnownValues } from './known-values';

export type ProvedReason = 'never-loaded' | 'there-already' | 'decided';
type Proof = { readonly pc: number; readonly operator: Mutant['operator']; readonly reason: ProvedReason };

const WIDE_BRANCH = 0x05;
const CLASS = 0x07;

const isThereAlready = (known: KnownValues, one: Instruction, frame: Frame): boolean => {
  const slot = one.operation.kind === 'store' ? frame.slotOf(one) : undefined;
  const there = slot === undefined ? undefined : valueAt(known, slot);
  return there !== undefined && there === storedValue(known, one);
};

/** A branch on a constant that goes the same way when what it is compared with is one more. */
function isDecidedAnyway(known: KnownValues, one: Instruction): boolean {
  const { mnemonic, form, flow } = one.operation;
  if (flow !== 'branch' || form !== 'dst,imm,to' || (one.opcode & CLASS) !== WIDE_BRANCH) return false;
  const now = decided(known, one, mnemonic);
  return (
    now !== null &&
    now === jumps(mnemonic, valueAt(known, one.dst), constant(BigInt.asIntN(32, one.imm + 1n)))
  );
}

function inBlock(
  block: CodeBlock,
  entry: KnownValues,
  { code, frame }: { code: Code; frame: Frame },
): Proof[] {
  const known = new Map(entry);
  return block.steps.flatMap((one): Proof[] => {
    const same = isThereAlready(known, one, frame);
    const anyway = isDecidedAnyway(known, one);
    follow(known, one, { code, frame });
    return [
      ...(same ? [{ pc: one.pc, operator: 'store', reason: 'there-already' } as const] : []),
      ...(anyway ? [{ pc: one.pc, operator: 'operand', reason: 'decided' } as const] : []),
    ];
  });
}

function inFunction(own: FunctionCode): Proof[] {
  const frame = frameOf(own);
  const entries = numbered(own, frame);
  const dead = [...deadStores(own, frame)].map((pc): Proof => ({
    pc,
    operator: 'store',
    reason: 'never-loaded',
  }));
  const others = own.blocks.flatMap((block) => {
    const entry = entries.get(block.start);
    return entry === undefined ? [] : inBlock(block, entry, { code: own.code, frame });
  });
  return [...dead, ...others];
}

const NONE: readonly Proof[] = [];

/**
 * Why a mutant is equivalent; null where that is not proved. A function is gone through when first asked about. Only
 * programs whose frames have a fixed place (version 0 of the instruction set) are looked at.
 */
export function proverOf(code: Code): (mutant: Pick<Mutant, 'pc' | 'operator'>) => ProvedReason | null {
  const functions = code.elf.version === 0 ? functionCodes(flowOf(code)) : [];
  const found = new Map<FunctionCode, readonly Proof[]>();
  const proofsAt = (pc: number): readonly Proof[] => {
    const own = functions.findLast(({ start }) => start <= pc);
    if (own === undefined) return NONE;
    const proofs = found.get(own) ?? inFunction(own);
    found.set(own, proofs);
    return proofs;
  };
  return ({ pc, operator }) => {
    const proofs = pc === null ? NONE : proofsAt(pc);
    return proofs.find((proof) => proof.pc === pc && proof.operator === operator)?.reason ?? null;
  };
}
