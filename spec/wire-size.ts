// How long InvokeCpi's instruction data is, field by field (INVOKE_CPI.md, Instruction Data; borsh layout).
import type { AccountData, InputAccount, InvokeData, OutputAccount } from './plan';

const OPTION = 1;
const LIST = 4;
const PUBKEY = 32;
const U64 = 8;
const PROOF = 128;
const NEW_ADDRESS = 36;
/** Tree and queue index, leaf index, prove_by_index, root index, read_only. */
const INPUT_REST = 10;
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

/** Bytes of the whole instruction data before anything is cut off. */
export const wholeLength = (data: InvokeData): number =>
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
  optional(data.cpiContext, CONTEXT);
