// The fields of InvokeCpiWithReadOnly's instruction data; it has no length prefix.
import type { InputAccount, InvokeData, NewAddress, ReadOnlyAccount, ReadOnlyAddress } from '../../spec/plan';
import type { CallerName } from '../../spec/world';
import { addressOf, derivedFrom } from '../keys';
import { putAddress, putList, putMerkleContext, putNewAddress, putOutput } from './compressed-accounts';
import type { LeafIndexOf } from './compressed-accounts';
import { putFlags, putProof } from './invoke-cpi';
import { putBytes, putFlag, putHex, putU16, putU32, putU64, putU8, type Writer } from './writer';

/** The account mode with the eleven fixed slots of InvokeCpi. */
const ELEVEN_SLOTS = 0;
const NO_DATA = { discriminator: '00'.repeat(8), dataHash: '00'.repeat(32) };

/** The calling program vouches for itself: its id, and the bump of its authority. */
function putCaller(writer: Writer, caller: CallerName): void {
  putU8(writer, ELEVEN_SLOTS);
  putBytes(writer, derivedFrom(`authority:${caller}`)?.seeds[1] ?? Buffer.of(0));
  putBytes(writer, addressOf(`program:${caller}`));
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

/** A new address that is not assigned to an output. */
function putUnassigned(writer: Writer, address: NewAddress): void {
  putNewAddress(writer, address);
  putFlag(writer, false);
  putU8(writer, 0);
}

function putReadOnlyAddress(writer: Writer, { address, rootIndex, treeIndex }: ReadOnlyAddress): void {
  putHex(writer, address, 32);
  putU16(writer, rootIndex);
  putU8(writer, treeIndex);
}

function putReadOnlyAccount(writer: Writer, account: ReadOnlyAccount): void {
  putHex(writer, account.accountHash, 32);
  putU8(writer, account.treeIndex);
  putU8(writer, account.queueIndex);
  putU32(writer, account.leafIndex);
  putFlag(writer, account.proveByIndex);
  putU16(writer, account.rootIndex);
}

/** What the fields need beside themselves. */
export type ReadOnlyContext = { readonly caller: CallerName; readonly leafIndexOf: LeafIndexOf };

/** Writes the fields in the order of the wire layout; no transaction hash is asked for. */
export function putInvokeCpiWithReadOnly(writer: Writer, data: InvokeData, context: ReadOnlyContext): void {
  putCaller(writer, context.caller);
  putU64(writer, data.compressOrDecompressLamports ?? 0n);
  putFlag(writer, data.isCompress);
  putFlag(writer, data.cpiContext !== null);
  putFlag(writer, false);
  putFlags(writer, data.cpiContext ?? { set: false, firstSet: false, index: 0 });
  putProof(writer, data);
  putList(writer, data.newAddresses, putUnassigned);
  putList(writer, data.inputs, (w, input) => putInput(w, input, context.leafIndexOf));
  putList(writer, data.outputs, putOutput);
  putList(writer, data.readOnlyAddresses, putReadOnlyAddress);
  putList(writer, data.readOnlyAccounts, putReadOnlyAccount);
}
