// The fields of Invoke's and InvokeCpi's instruction data behind the discriminator and the length prefix.
import type { CpiContextFlags, InvokeData } from '../../spec/plan';
import {
  putInput,
  putCounted,
  putList,
  putNewAddress,
  putOutput,
  type LeafIndexOf,
} from './compressed-accounts';
import { putBytes, putFlag, putHex, putU32, putU64, putU8, type Writer } from './writer';

/** What stands for data in layouts that have no option for it. */
export const NO_DATA = { discriminator: '00'.repeat(8), dataHash: '00'.repeat(32) };

function putOptionalU64(
  writer: Writer,
  value: bigint | null,
  field: 'relayFee' | 'compressOrDecompressLamports',
): void {
  putFlag(writer, value !== null, field);
  if (value !== null) putU64(writer, value);
}

export function putProof(writer: Writer, { proof }: InvokeData): void {
  putFlag(writer, proof !== null, 'proof');
  if (proof !== null) putHex(writer, proof, 128);
}

export function putFlags(writer: Writer, { set, firstSet, index }: CpiContextFlags): void {
  putFlag(writer, set, 'set');
  putFlag(writer, firstSet, 'firstSet');
  putU8(writer, index);
}

/** A field of 0.10.0 alone: a list of byte lists, with which the program derives the authority anew. */
function putSeeds(writer: Writer, seeds: readonly Buffer[]): void {
  putList(writer, seeds, (w, seed) => {
    putU32(w, seed.length);
    putBytes(w, seed);
  });
}

/** What the plan leaves open: where leaves lie, and the seeds of the caller's authority. */
export type Meaning = { readonly leafIndexOf: LeafIndexOf; readonly seeds: readonly Buffer[] };

/** Writes the fields in the order of the wire layout; the seeds only where the plan asks for them. */
export function putInvokeCpi(writer: Writer, data: InvokeData, { leafIndexOf, seeds }: Meaning): void {
  putProof(writer, data);
  putCounted(writer, { field: 'newAddresses', items: data.newAddresses }, putNewAddress);
  putCounted(writer, { field: 'inputs', items: data.inputs }, (w, input) => putInput(w, input, leafIndexOf));
  putCounted(writer, { field: 'outputs', items: data.outputs }, putOutput);
  putOptionalU64(writer, data.relayFee, 'relayFee');
  putOptionalU64(writer, data.compressOrDecompressLamports, 'compressOrDecompressLamports');
  putFlag(writer, data.isCompress, 'isCompress');
  if (data.signerSeeds === true) putSeeds(writer, seeds);
  putFlag(writer, data.cpiContext !== null, 'cpiContext');
  if (data.cpiContext !== null) putFlags(writer, data.cpiContext);
}

/** The same for Invoke: other order, no context; flags that a plan adds nevertheless stand behind the fields. */
export function putInvoke(writer: Writer, data: InvokeData, { leafIndexOf }: Meaning): void {
  putProof(writer, data);
  putCounted(writer, { field: 'inputs', items: data.inputs }, (w, input) => putInput(w, input, leafIndexOf));
  putCounted(writer, { field: 'outputs', items: data.outputs }, putOutput);
  putOptionalU64(writer, data.relayFee, 'relayFee');
  putCounted(writer, { field: 'newAddresses', items: data.newAddresses }, putNewAddress);
  putOptionalU64(writer, data.compressOrDecompressLamports, 'compressOrDecompressLamports');
  putFlag(writer, data.isCompress, 'isCompress');
  if (data.cpiContext === null) return;
  putFlag(writer, true);
  putFlags(writer, data.cpiContext);
}
