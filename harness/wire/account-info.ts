// The account infos of InvokeCpiWithAccountInfo: what goes in and what comes out under one address.
import type { InputAccount, InvokeData, OutputAccount } from '../../spec/plan';
import { putAddress, putMerkleContext, type LeafIndexOf } from './compressed-accounts';
import { NO_DATA } from './invoke-cpi';
import { putFlag, putHex, putPattern, putU16, putU32, putU64, putU8, type Writer } from './writer';

/** Owners are not sent: the invoking program owns both. */
export type AccountInfo = { readonly input?: InputAccount; readonly output?: OutputAccount };

/** The i-th input and the i-th output as one account, or each by itself. */
export function accountInfosOf(data: InvokeData): readonly AccountInfo[] {
  const empty: readonly AccountInfo[] = Array.from({ length: data.emptyInfos ?? 0 }, () => ({}));
  return [...filledInfos(data), ...empty];
}

function filledInfos({ inputs, outputs, infosApart }: InvokeData): readonly AccountInfo[] {
  if (infosApart) return [...inputs.map((input) => ({ input })), ...outputs.map((output) => ({ output }))];
  return Array.from({ length: Math.max(inputs.length, outputs.length) }, (_, i) => {
    const [input, output] = [inputs[i], outputs[i]];
    return { ...(input && { input }), ...(output && { output }) };
  });
}

function putInput(writer: Writer, input: InputAccount, leafIndexOf: LeafIndexOf): void {
  const { discriminator, dataHash } = input.data ?? NO_DATA;
  putHex(writer, discriminator, 8);
  putHex(writer, dataHash, 32);
  putMerkleContext(writer, input, leafIndexOf(input));
  putU16(writer, input.rootIndex);
  putU64(writer, input.lamports);
}

function putOutput(writer: Writer, output: OutputAccount): void {
  const { discriminator, dataHash } = output.data ?? NO_DATA;
  putHex(writer, discriminator, 8);
  putHex(writer, dataHash, 32);
  putU8(writer, output.treeIndex);
  putU64(writer, output.lamports);
  putU32(writer, output.data?.bytes.length ?? 0);
  if (output.data !== null) putPattern(writer, output.data.bytes);
}

/** The output's address stands for both, if there is an output. */
export function putAccountInfo(
  writer: Writer,
  { input, output }: AccountInfo,
  leafIndexOf: LeafIndexOf,
): void {
  putAddress(writer, output === undefined ? (input?.address ?? null) : output.address);
  putFlag(writer, input !== undefined, 'input');
  if (input !== undefined) putInput(writer, input, leafIndexOf);
  putFlag(writer, output !== undefined, 'output');
  if (output !== undefined) putOutput(writer, output);
}
