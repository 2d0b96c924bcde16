// Stores into the function's own part of its frame that no load sees before they are written over or the frame is gone.
import type { Frame, Slot } from './frame';
import type { CodeBlock, FunctionCode } from './function-code';

/** Bytes of the frame that may still be loaded. */
type Live = Set<number>;

const bytesOf = ({ from, width }: Slot): number[] => Array.from({ length: width }, (_, i) => from + i);

/** Goes backwards through a block, telling of each store into the frame whether any of its bytes is loaded later. */
function before(
  block: CodeBlock,
  live: Live,
  { frame, tell }: { frame: Frame; tell: (pc: number, slot: Slot, isLive: boolean) => void },
): Live {
  for (const one of block.steps.toReversed()) {
    const slot = frame.slotOf(one);
    if (slot === undefined) continue;
    const bytes = bytesOf(slot);
    if (one.operation.kind === 'load') for (const byte of bytes) live.add(byte);
    else {
      tell(
        one.pc,
        slot,
        bytes.some((byte) => live.has(byte)),
      );
      for (const byte of bytes) live.delete(byte);
    }
  }
  return live;
}

/** The pcs of such stores. */
export function deadStores({ blocks }: FunctionCode, frame: Frame): ReadonlySet<number> {
  const entries = new Map<number, Live>();
  const behind = ({ next }: CodeBlock): Live => new Set(next.flatMap((to) => [...(entries.get(to) ?? [])]));
  const dead = new Set<number>();
  const tell = (pc: number, slot: Slot, isLive: boolean): void => {
    if (isLive || !frame.isPrivate(slot)) dead.delete(pc);
    else dead.add(pc);
  };
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const block of blocks.toReversed()) {
      const live = before(block, behind(block), { frame, tell });
      if (live.size !== (entries.get(block.start)?.size ?? 0)) hasChanged = true;
      entries.set(block.start, live);
    }
  }
  return dead;
}
