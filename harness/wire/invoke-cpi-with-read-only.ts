// The fields of InvokeCpiWithReadOnly's and InvokeCpiWithAccountInfo's instruction data; they have no length prefix.
import type { InputAccount, Invocation, NewAddress } from '../../spec/plan';
import { addressOf, derivedFrom } from '../keys';
import {
  putAddress,
  putCounted,
  putList,
  putMerkleContext,
  putNewAddress,
  putOutput,
} from './compressed-accounts';
import type { LeafIndexOf } from './compressed-accounts';
import { accountInfosOf, putAccountInfo } from './account-info';
import { putReadOnly } from './read-only';
import { NO_DATA, putFlags, putProof } from './invoke-cpi';
import { putBytes, putFlag, putHex, putU16, putU64, putU8, type Writer } from './writer';

/** The account modes: the eleven fixed slots of InvokeCpi, and slots by options. */
const ELEVEN_SLOTS = 0;
const SLOTS_BY_OPTIONS = 1;

/** The calling program vouches for itself: its id, and the bump of its authority. */
function putCaller(writer: Writer, { caller, mode, data }: Invocation): void {
  const bump = derivedFrom(`authority:${caller}`)?.seeds[1]?.[0] ?? 0;
  putU8(writer, data.modeByte ?? (mode === 'v2' ? SLOTS_BY_OPTIONS : ELEVEN_SLOTS));
  putU8(writer, data.bump ?? bump);
  putBytes(writer, addressOf(data.invokingProgram ?? `program:${caller}`));
}

/** Owner and the data's own bytes are not sent; an input without data sends zeros. */
function putInput(writer: Writer, input: InputAccount, leafIndexOf: LeafIndexOf): void {
  const { discriminator, dataHash } = input.data ?? NO_DATA;
  putHex(writer, discriminator, 8);
  putHex(writer, dataHash, 32);
  putMerkleContext(writer, input, leafIndexOf(input));
  putU16(writer, input.rootIndex);
  putU64(writer, input.lamports);
  putAddress(writer, input.address);
}

/** A new address, and the output that it is assigned to. */
function putAssigned(writer: Writer, address: NewAddress): void {
  putNewAddress(writer, address);
  putFlag(writer, address.assignedTo !== undefined, 'assignedTo');
  putU8(writer, address.assignedTo ?? 0);
}

function putHead(writer: Writer, invocation: Invocation): void {
  const { data } = invocation;
  putCaller(writer, invocation);
  putU64(writer, data.compressOrDecompressLamports ?? 0n);
  putFlag(writer, data.isCompress, 'isCompress');
  putFlag(writer, data.cpiContext !== null && data.withoutContext !== true, 'withContext');
  putFlag(writer, data.withTransactionHash ?? false, 'withTransactionHash');
  putFlags(writer, data.cpiContext ?? { set: false, firstSet: false, index: 0 });
  putProof(writer, data);
  putCounted(writer, { field: 'newAddresses', items: data.newAddresses }, putAssigned);
}

/** Writes InvokeCpiWithReadOnly's fields in the order of the wire layout. */
export function putInvokeCpiWithReadOnly(
  writer: Writer,
  invocation: Invocation,
  leafIndexOf: LeafIndexOf,
): void {
  const { data } = invocation;
  putHead(writer, invocation);
  putCounted(writer, { field: 'inputs', items: data.inputs }, (w, input) => putInput(w, input, leafIndexOf));
  putCounted(writer, { field: 'outputs', items: data.outputs }, putOutput);
  putReadOnly(writer, invocation, leafIndexOf);
}

/** Writes InvokeCpiWithAccountInfo's fields in the order of the wire layout. */
export function putInvokeCpiWithAccountInfo(
  writer: Writer,
  invocation: Invocation,
  leafIndexOf: LeafIndexOf,
): void {
  putHead(writer, invocation);
  putList(writer, accountInfosOf(invocation.data), (w, info) => putAccountInfo(w, info, leafIndexOf));
  putReadOnly(writer, invocation, leafIndexOf);
}
