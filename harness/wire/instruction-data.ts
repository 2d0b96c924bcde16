// One invocation's instruction data: discriminator, length prefix, fields, and the planned damage to them.
import { fixedSlotsOf, slotIndexOf } from '../../spec/layouts';
import type { Invocation } from '../../spec/plan';
import { treeNumber, type KeyRole } from '../../spec/world';
import { derivedFrom } from '../keys';
import type { PlacedLeaf } from './compressed-accounts';
import { putInvoke, putInvokeCpi } from './invoke-cpi';
import { putInvokeCpiWithAccountInfo, putInvokeCpiWithReadOnly } from './invoke-cpi-with-read-only';
import { copied, newWriter, putHex, room, type Writer } from './writer';

/** The next leaf index of an output queue before the plan; undefined for any other account. */
export type NextIndexOf = (role: KeyRole) => number | undefined;

const DISCRIMINATOR_LENGTH = 8;
const scratch = newWriter(16_384);

/** The account behind an index; of a write that lists no remaining accounts, its context's own queue. */
function queueAt(invocation: Invocation, queueIndex: number): KeyRole | undefined {
  const fixed = fixedSlotsOf(invocation);
  if (invocation.mode !== 'v2' || invocation.accounts.length > fixed)
    return invocation.accounts[fixed + queueIndex]?.key;
  const context = invocation.accounts[slotIndexOf(invocation, 'cpi_context_account')]?.key;
  const number = context === undefined ? undefined : treeNumber(context);
  return number === undefined ? undefined : `queue:${number}`;
}

/** The leaf index (u32) that an input of the invocation means; an offset into no queue stands for itself. */
export function leafIndex(invocation: Invocation, leaf: PlacedLeaf, nextIndexOf: NextIndexOf): number {
  const queue = queueAt(invocation, leaf.queueIndex);
  const next = queue === undefined ? 0 : (nextIndexOf(queue) ?? 0);
  return (next + leaf.leafOffset) >>> 0;
}

/** Invoke's and InvokeCpi's u32 in front of the fields: their length in bytes, unless the plan says something else. */
function putPrefixed(writer: Writer, prefix: number | null, putFields: () => void): void {
  const at = room(writer, 4);
  putFields();
  writer.bytes.writeUInt32LE(prefix ?? writer.at - at - 4, at);
}

const NO_SEEDS: readonly Buffer[] = [];
/** Of the caller's own authority, whoever stands in its slot. */
const seedsOf = ({ caller, data }: Invocation): readonly Buffer[] =>
  data.signerSeeds === true ? (derivedFrom(`authority:${caller}`)?.seeds ?? NO_SEEDS) : NO_SEEDS;

function putData(writer: Writer, invocation: Invocation, nextIndexOf: NextIndexOf): void {
  const { data, instruction } = invocation;
  const leafIndexOf = (input: PlacedLeaf) => leafIndex(invocation, input, nextIndexOf);
  putHex(writer, data.discriminator);
  if (instruction === 'InvokeCpiWithReadOnly') putInvokeCpiWithReadOnly(writer, invocation, leafIndexOf);
  else if (instruction === 'InvokeCpiWithAccountInfo')
    putInvokeCpiWithAccountInfo(writer, invocation, leafIndexOf);
  else {
    const put = instruction === 'Invoke' ? putInvoke : putInvokeCpi;
    putPrefixed(writer, data.lengthPrefix, () =>
      put(writer, data, { leafIndexOf, seeds: seedsOf(invocation) }),
    );
  }
  if (data.tail !== undefined) putHex(writer, data.tail);
}

/**
 * The bytes that the calling program passes to the system program.
 * @throws InputError for hexadecimal digits of a wrong length, RangeError for a number that does not fit.
 */
export function encodeInvocation(invocation: Invocation, nextIndexOf: NextIndexOf): Buffer {
  scratch.said = invocation.data;
  scratch.at = 0;
  const whole = copied(scratch, (writer) => putData(writer, invocation, nextIndexOf));
  const { discriminator, cutBytes } = invocation.data;
  const first = discriminator.length / 2;
  if (first < DISCRIMINATOR_LENGTH) return whole.subarray(0, first);
  return whole.subarray(0, Math.max(DISCRIMINATOR_LENGTH, whole.length - cutBytes));
}
