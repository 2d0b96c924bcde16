// Follows values through a function: which are equal, which are constants, and which ways no execution takes.
import { decided, follow, operandOf } from './following';
import type { Frame } from './frame';
import type { CodeBlock, FunctionCode } from './function-code';
import { equated, keepUnequal, met, sameValues, valueAt, type KnownValues } from './known-values';

const REGISTERS = Array.from({ length: 10 }, (_, i) => i);

const EQUAL_WHERE: Readonly<Record<string, boolean>> = { jeq: true, jne: false };

/** What is known on the way to a block; null where no execution goes there. */
function onTheWay(known: KnownValues, { last }: CodeBlock, to: number): KnownValues | null {
  const target = last.pc + 1 + last.offset;
  if (last.operation.flow !== 'branch' || target === last.pc + last.slots) return known;
  const { mnemonic } = last.operation;
  const isJump = to === target;
  const will = decided(known, last, mnemonic);
  if (will !== null && will !== isJump) return null;
  const [own, other] = [valueAt(known, last.dst), operandOf(known, last)];
  const where = EQUAL_WHERE[mnemonic];
  if (where === undefined || own === undefined || other === undefined) return known;
  if (where === isJump) return equated(known, own, other);
  return keepUnequal(new Map(known), own, other);
}

const firstValues = (): KnownValues =>
  new Map(REGISTERS.map((register) => [`r${register}`, `i${register}.`]));

function waysInto({ blocks }: FunctionCode): ReadonlyMap<number, readonly CodeBlock[]> {
  const into = new Map<number, CodeBlock[]>();
  for (const block of blocks) for (const to of block.next) into.set(to, [...(into.get(to) ?? []), block]);
  return into;
}

/**
 * How often the blocks of a function may be gone through. Each turn that changes anything makes a way possible that was
 * not, or what is known of a block less: a place is no longer known, or no longer equal to another. So it ends after as
 * many turns as there are ways and places; those of 0.28.3 take seven at most.
 */
const TURNS = 1000;

/**
 * What is known at the start of each block that an execution may come to. All ways are first taken for impossible,
 * and each block is gone through again until nothing more is found to be possible. A store may be left out.
 * @throws Error where that does not end.
 */
export function numbered(
  own: FunctionCode,
  frame: Frame,
  without?: number,
): ReadonlyMap<number, KnownValues> {
  const into = waysInto(own);
  const [entries, exits] = [new Map<number, KnownValues>(), new Map<number, KnownValues>()];
  const waysTo = ({ start }: CodeBlock): readonly KnownValues[] => {
    const ways = (into.get(start) ?? []).flatMap((from) => {
      const exit = exits.get(from.start);
      return exit === undefined ? [] : (onTheWay(exit, from, start) ?? []);
    });
    return start === own.start ? [...ways, firstValues()] : ways;
  };
  const turn = (): boolean => {
    let hasChanged = false;
    for (const block of own.blocks) {
      const ways = waysTo(block);
      const entry = met(ways, block.start);
      const former = entries.get(block.start);
      if (ways.length === 0 || (former !== undefined && sameValues(former, entry))) continue;
      entries.set(block.start, entry);
      const known = new Map(entry);
      for (const one of block.steps) if (one.pc !== without) follow(known, one, { own, frame });
      exits.set(block.start, known);
      hasChanged = true;
    }
    return hasChanged;
  };
  for (let turns = 0; turn(); turns++)
    if (turns === TURNS) throw new Error(`What is known in the function at ${own.start} does not settle.`);
  return entries;
}
