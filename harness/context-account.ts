// Decodes a CPI context account's data into what CPI_CONTEXT.md, Stored Data speaks of.
import type { ObservedContext, StoredOutput } from '../spec/context-state';
import { isPlainInput, isPlainOutput, readAddress, readInput } from './context-entries';
import { readNote, readOutput, serializedSize } from './context-entries';
import type { LeafOffsetOf } from './context-entries';
import { ASSOCIATED_TREE_AT, entryAt, FEE_PAYER_AT, layOut, unused } from './context-layout';
import type { ContextLayout, ListLayout } from './context-layout';
import { roleOf } from './keys';

const ZEROS = Buffer.alloc(65_536);

/** Whether all bytes are zero; compares natively, since an account has 14,000 of them. */
function isZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const part = bytes.subarray(at, at + ZEROS.length);
    if (part.compare(ZEROS, 0, part.length) !== 0) return false;
  }
  return true;
}

/** The outputs' own bytes, in order, and where the last one ends; undefined when they overrun the account. */
type OutputData = { readonly items: readonly Buffer[]; readonly end: number };

function readOutputData(data: Buffer, at: number): OutputData | undefined {
  const count = data.readUInt16LE(at + 2);
  const items: Buffer[] = [];
  let end = at + 4;
  for (let i = 0; i < count; i++) {
    if (end + 2 > data.length) return undefined;
    const start = end + 2;
    end = start + data.readUInt16LE(end);
    if (end > data.length) return undefined;
    items.push(data.subarray(start, end));
  }
  return { items, end };
}

function readList<T>(list: ListLayout, read: (at: number, i: number) => T): T[] {
  return Array.from({ length: list.length }, (_, i) => read(entryAt(list, i), i));
}

const NOTHING = Buffer.alloc(0);
const TOTAL_LIMIT = 0xffff; // the program's sum saturates

/** Whether the count and the total in front of the output data say what the outputs say. */
function countsAgree(data: Buffer, layout: ContextLayout, outputs: readonly StoredOutput[]): boolean {
  const total = outputs.reduce((sum, output) => sum + serializedSize(output), 0);
  const { outputDataAt } = layout;
  if (data.readUInt16LE(outputDataAt + 2) !== outputs.length) return false;
  return data.readUInt16LE(outputDataAt) === Math.min(total, TOTAL_LIMIT);
}

/** The program stores no read-only entries, so that a used one is a leftover too. */
function hasLeftovers(data: Buffer, { lists }: ContextLayout, end: number): boolean {
  const [, readOnlyAddresses, readOnlyAccounts] = lists;
  if (readOnlyAddresses?.length !== 0 || readOnlyAccounts?.length !== 0) return true;
  return !lists.every((list) => isZero(unused(data, list))) || !isZero(data.subarray(end));
}

/**
 * Decodes a context account's data.
 * Returns undefined when it is not well formed: discriminator, capacities, or data that overruns.
 * `leftoverBytes` says that bytes outside the state are not zero, those of what an entry lacks among them, or that
 * stored counts contradict it.
 */
export function decodeContext(data: Buffer, leafOffsetOf: LeafOffsetOf): ObservedContext | undefined {
  const layout = layOut(data);
  const outputData = layout && readOutputData(data, layout.outputDataAt);
  if (layout === undefined || outputData === undefined) return undefined;
  const [addresses, , , inputs, outputs] = layout.lists as [
    ListLayout,
    unknown,
    unknown,
    ListLayout,
    ListLayout,
  ];
  const feePayer = data.subarray(FEE_PAYER_AT, FEE_PAYER_AT + 32);
  const state = {
    feePayer: isZero(feePayer) ? null : roleOf(feePayer),
    associatedTree: roleOf(data.subarray(ASSOCIATED_TREE_AT, ASSOCIATED_TREE_AT + 32)),
    newAddresses: readList(addresses, (at) => readAddress({ data, at })),
    inputs: readList(inputs, (at) => readInput({ data, at }, leafOffsetOf)),
    outputs: readList(outputs, (at, i) => readOutput({ data, at }, outputData.items[i] ?? NOTHING)),
  };
  const isPlain =
    readList(inputs, (at) => isPlainInput({ data, at })).every(Boolean) &&
    readList(outputs, (at) => isPlainOutput({ data, at })).every(Boolean);
  const explained =
    isPlain && countsAgree(data, layout, state.outputs) && !hasLeftovers(data, layout, outputData.end);
  const capacities = layout.lists.map((list) => list.capacity);
  const noted = readList(addresses, (at) => readNote({ data, at }));
  const context = { state, size: data.length, capacities, leftoverBytes: !explained };
  return noted.length === 0 ? context : { ...context, noted };
}
