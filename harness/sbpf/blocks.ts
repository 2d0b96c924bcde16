// The control flow of a program: its functions, its basic blocks, and the edges between them.
import type { Code } from './code';
import type { Instruction } from './instructions';

/** How an edge is taken: by a jump, by going on, into a function, or back behind a call. */
export type EdgeKind = 'jump' | 'fall' | 'call' | 'return';

/** From the last instruction of a block to the first one of another. */
export type Edge = { readonly from: number; readonly to: number; readonly kind: EdgeKind };

/**
 * Instructions that run one after the other: from `start` to `end` (exclusive), as pcs. Every call ends a block,
 * for not every call returns.
 */
export type Block = {
  readonly start: number;
  readonly end: number;
  readonly last: number;
  readonly size: number;
};

/** From `start` to `end` (exclusive), as pcs. `name` is its symbol's, or `function_` and its pc. */
export type ProgramFunction = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
  /** How calls lead there from the entry point: direct ones only, some of what registers hold, or none at all. */
  readonly reached: 'directly' | 'indirectly' | 'never';
};

export type Flow = {
  readonly code: Code;
  readonly functions: readonly ProgramFunction[];
  readonly blocks: readonly Block[];
  /** By their `from`; the targets of `callx` are not known and not among them. */
  readonly edges: readonly Edge[];
};

const next = ({ pc, slots }: Instruction): number => pc + slots;
const jumpTarget = ({ pc, offset }: Instruction): number => pc + 1 + offset;

function functionStarts({ elf, entry, calls, taken, at }: Code): number[] {
  const starts = new Set<number>([entry, ...taken]);
  for (const target of calls.values()) if (target.kind === 'function') starts.add(target.pc);
  for (const { value, isFunction } of elf.symbols)
    if (isFunction && value !== 0) starts.add((value - elf.text.address) / 8);
  starts.add(0);
  return [...starts].filter((pc) => at.has(pc)).sort((a, b) => a - b);
}

function leadersOf({ instructions, at }: Code, starts: readonly number[]): Set<number> {
  const leaders = new Set(starts);
  for (const one of instructions) {
    const { flow } = one.operation;
    if (flow === 'branch' || flow === 'jump') leaders.add(jumpTarget(one));
    if (flow !== 'next') leaders.add(next(one));
  }
  return new Set([...leaders].filter((pc) => at.has(pc)));
}

function blocksOf({ instructions }: Code, leaders: ReadonlySet<number>): Block[] {
  const blocks: Block[] = [];
  let first: Instruction | undefined;
  let size = 0;
  for (const [i, one] of instructions.entries()) {
    first ??= one;
    size++;
    const following = instructions[i + 1];
    if (following !== undefined && !leaders.has(following.pc)) continue;
    blocks.push({ start: first.pc, end: next(one), last: one.pc, size });
    first = undefined;
    size = 0;
  }
  return blocks;
}

const edgesOfLast = ({ calls }: Code, one: Instruction): Edge[] => {
  const from = one.pc;
  const { flow } = one.operation;
  if (flow === 'exit') return [];
  if (flow === 'jump') return [{ from, to: jumpTarget(one), kind: 'jump' }];
  if (flow === 'next') return [{ from, to: next(one), kind: 'fall' }];
  if (flow === 'branch')
    return [
      { from, to: jumpTarget(one), kind: 'jump' },
      { from, to: next(one), kind: 'fall' },
    ];
  const target = calls.get(from);
  const into: Edge[] = target?.kind === 'function' ? [{ from, to: target.pc, kind: 'call' }] : [];
  return [...into, { from, to: next(one), kind: 'return' }];
};

/** A branch to the next instruction has one edge only. */
const distinct = (edges: readonly Edge[]): Edge[] => [
  ...new Map(edges.map((edge) => [edge.to, edge])).values(),
];

type Range = { readonly start: number; readonly end: number };

/** Pcs that a function's code leads to; with `indirect`, also every function whose address is taken. */
function leadsTo({ calls, taken, at }: Code, { start, end }: Range, indirect: boolean): number[] {
  const found: number[] = [];
  for (let pc = start; pc < end; pc++) {
    const one = at.get(pc);
    const flow = one?.operation.flow;
    if (indirect && flow === 'callx') found.push(...taken);
    const target = calls.get(pc);
    if (target?.kind === 'function') found.push(target.pc);
    if (one !== undefined && (flow === 'jump' || flow === 'branch')) found.push(jumpTarget(one));
  }
  return found;
}

/** Starts of functions that can run. */
function reachableFrom(code: Code, ranges: readonly Range[], indirect: boolean): Set<number> {
  const holding = new Map(ranges.flatMap((one) => pcsOf(one).map((pc) => [pc, one] as const)));
  const found = new Set<number>();
  const open = [code.entry];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    const range = holding.get(pc);
    if (range === undefined || found.has(range.start)) continue;
    found.add(range.start);
    open.push(...leadsTo(code, range, indirect));
  }
  return found;
}

const pcsOf = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, i) => start + i);

const namesOf = ({ elf }: Code): Map<number, string> =>
  new Map(
    elf.symbols
      .filter(({ isFunction, value }) => isFunction && value !== 0)
      .map(({ name, value }) => [(value - elf.text.address) / 8, name]),
  );

function functionsOf(code: Code, starts: readonly number[], blocks: readonly Block[]): ProgramFunction[] {
  const end = (code.instructions.at(-1)?.pc ?? 0) + (code.instructions.at(-1)?.slots ?? 1);
  const ranges = starts.map((start, i) => ({ start, end: starts[i + 1] ?? end }));
  const names = namesOf(code);
  const direct = reachableFrom(code, ranges, false);
  const any = reachableFrom(code, ranges, true);
  const reachedHow = (start: number): ProgramFunction['reached'] => {
    if (direct.has(start)) return 'directly';
    return any.has(start) ? 'indirectly' : 'never';
  };
  let at = 0;
  return ranges.map((range) => {
    const own: Block[] = [];
    for (let block = blocks[at]; block !== undefined && block.start < range.end; block = blocks[++at])
      own.push(block);
    const name = names.get(range.start) ?? `function_${range.start}`;
    return { ...range, name, blocks: own, reached: reachedHow(range.start) };
  });
}

/** Behind the last call of a function, which never returns, comes the next function. */
const isPastTheEnd = (kind: EdgeKind, isEntry: boolean): boolean => kind === 'return' && isEntry;

/** The control flow of a program, in the order of its code. */
export function flowOf(code: Code): Flow {
  const starts = functionStarts(code);
  const blocks = blocksOf(code, leadersOf(code, starts));
  const entries = new Set(starts);
  const edges = blocks.flatMap(({ last }) => {
    const one = code.at.get(last);
    const out = one === undefined ? [] : distinct(edgesOfLast(code, one));
    return out.filter(({ to, kind }) => code.at.has(to) && !isPastTheEnd(kind, entries.has(to)));
  });
  return { code, blocks, edges, functions: functionsOf(code, starts, blocks) };
}
