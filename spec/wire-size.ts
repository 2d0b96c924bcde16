// How long InvokeCpi's and Invoke's instruction data is, field by field (Instruction Data of their documents; borsh layout).
import type { AccountData, InputAccount, InstructionName, InvokeData, OutputAccount } from './plan';

const OPTION = 1;
const LIST = 4;
const PUBKEY = 32;
const U64 = 8;
const PROOF = 128;
const NEW_ADDRESS = 36;
/** Tree and queue index, leaf index, prove_by_index, root index, read_only. */
export const INPUT_REST = 10;
const OUTPUT_REST = 1;
const CONTEXT = 3;

/** Discriminator and length prefix. */
export const HEAD_BYTES = 12;

const dataBytes = (data: AccountData | null): number =>
  data === null ? OPTION : OPTION + 8 + LIST + data.bytes.length + 32;

const accountBytes = ({ address, data }: InputAccount | OutputAccount): number =>
  PUBKEY + U64 + OPTION + (address === null ? 0 : PUBKEY) + dataBytes(data);

const optional = (value: unknown, bytes: number): number => OPTION + (value === null ? 0 : bytes);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Invoke has no such field; flags that a plan adds nevertheless stand behind its data. */
const contextBytes = (cpiContext: unknown, instruction: InstructionName): number =>
  instruction === 'Invoke' && cpiContext === null ? 0 : optional(cpiContext, CONTEXT);

/** Where each input ends, in bytes from the start of the whole instruction data. */
export const inputEnds = ({ proof, newAddresses, inputs }: InvokeData): readonly number[] => {
  const start = HEAD_BYTES + optional(proof, PROOF) + LIST + newAddresses.length * NEW_ADDRESS + LIST;
  const sizes = inputs.map((input) => accountBytes(input) + INPUT_REST);
  return sizes.map((_, last) => start + sum(sizes.slice(0, last + 1)));
};

/** Bytes of the whole instruction data before anything is cut off. */
export const wholeLength = (data: InvokeData, instruction: InstructionName = 'InvokeCpi'): number =>
  HEAD_BYTES +
  optional(data.proof, PROOF) +
  LIST +
  data.newAddresses.length * NEW_ADDRESS +
  LIST +
  sum(data.inputs.map((input) => accountBytes(input) + INPUT_REST)) +
  LIST +
  sum(data.outputs.map((output) => accountBytes(output) + OUTPUT_REST)) +
  optional(data.relayFee, U64) +
  optional(data.compressOrDecompressLamports, U64) +
  1 +
  contextBytes(data.cpiContext, instruction);

/** Where each field ends, in bytes from the start of the whole instruction data. */
const fieldEnds = (data: InvokeData): readonly (readonly [field: string, end: number])[] => {
  const { proof, newAddresses, inputs, outputs, relayFee, compressOrDecompressLamports, cpiContext } = data;
  const sizes = [
    ['proof', optional(proof, PROOF)],
    ['new_address_params', LIST + newAddresses.length * NEW_ADDRESS],
    [
      'input_compressed_accounts_with_merkle_context',
      LIST + sum(inputs.map((input) => accountBytes(input) + INPUT_REST)),
    ],
    ['output_compressed_accounts', LIST + sum(outputs.map((output) => accountBytes(output) + OUTPUT_REST))],
    ['relay_fee', optional(relayFee, U64)],
    ['compress_or_decompress_lamports', optional(compressOrDecompressLamports, U64)],
    ['is_compress', 1],
    ['cpi_context', contextBytes(cpiContext, 'InvokeCpi')],
  ] as const;
  return sizes.map(([field], last) => [
    field,
    HEAD_BYTES + sum(sizes.slice(0, last + 1).map(([, bytes]) => bytes)),
  ]);
};

/** The field that data cut short do not hold as a whole, by the name that it has in the document. */
export const fieldEndIn = (data: InvokeData): string => {
  const length = wholeLength(data) - data.cutBytes;
  const field = fieldEnds(data).find(([, end]) => end > length);
  return field === undefined ? 'no field' : field[0];
};
