// One function of a program as its proofs see it: blocks of instructions, and what may run behind each.
import type { Flow, ProgramFunction } from '../../sbpf/blocks';
import type { Code } from '../../sbpf/code';
import { neverReturning } from '../no-return';
import type { Instruction } from '../../sbpf/instructions';

export type CodeBlock = {
  readonly start: number;
  readonly steps: readonly Instruction[];
  readonly last: Instruction;
  /** Starts of the blocks that may come next in the same function. */
  readonly next: readonly number[];
};

export type FunctionCode = {
  readonly code: Code;
  readonly start: number;
  readonly calls: Calls;
  /** In the order of the code. */
  readonly blocks: readonly CodeBlock[];
};

/** What is known of the functions that calls lead to, by their first pc. */
export type Calls = {
  /** No path comes back from them. */
  readonly never: ReadonlySet<number>;
  /** They do nothing but return. */
  readonly idle: ReadonlySet<number>;
};

/** Whether a call leads to a function of such a kind. */
export function leadsTo(
  { code, calls }: Pick<FunctionCode, 'code' | 'calls'>,
  one: Instruction,
  kind: keyof Calls,
): boolean {
  const target = one.operation.flow === 'call' ? code.calls.get(one.pc) : undefined;
  return target?.kind === 'function' && calls[kind].has(target.pc);
}

const idleIn = (code: Code): ReadonlySet<number> =>
  new Set(
    [...code.calls.values()].flatMap((one) =>
      one.kind === 'function' && code.at.get(one.pc)?.operation.flow === 'exit' ? [one.pc] : [],
    ),
  );

const WIDTHS: Readonly<Record<string, number>> = { dw: 8, w: 4, h: 2, b: 1 };

/** How many bytes a load or a store moves. */
export const widthOf = ({ operation }: Instruction): number =>
  WIDTHS[operation.mnemonic.replace(/^(ldx|stx|st)/, '')] ?? 0;

/** Functions that no way but a call leads into or out of: of the others, not all ways are known. */
export function closed(functions: readonly FunctionCode[]): readonly FunctionCode[] {
  const home = new Map(functions.flatMap((own) => own.blocks.map(({ start }) => [start, own] as const)));
  const crossed = functions.flatMap((own) =>
    own.blocks.flatMap(({ next }) =>
      next.filter((to) => home.get(to) !== own).flatMap((to) => [own, home.get(to)]),
    ),
  );
  const open = new Set(crossed);
  return functions.filter((own) => !open.has(own));
}

/** The functions of a program; calls come back to the instruction behind them, where a path of what is called does. */
export function functionCodes(flow: Flow): readonly FunctionCode[] {
  const { code } = flow;
  const calls: Calls = { never: neverReturning(code), idle: idleIn(code) };
  const next = new Map<number, number[]>();
  for (const { from, to, kind } of flow.edges)
    if (kind !== 'call') next.set(from, [...(next.get(from) ?? []), to]);
  const blockOf = ({ start, end, last }: ProgramFunction['blocks'][number]): CodeBlock[] => {
    const steps = Array.from({ length: end - start }, (_, i) => code.at.get(start + i) ?? []).flat();
    const final = code.at.get(last);
    if (final === undefined) return [];
    const isLast = leadsTo({ code, calls }, final, 'never');
    return [{ start, steps, last: final, next: isLast ? [] : (next.get(last) ?? []) }];
  };
  return flow.functions.map(({ start, blocks }) => ({ code, start, calls, blocks: blocks.flatMap(blockOf) }));
}
