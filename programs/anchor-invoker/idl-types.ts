// The types of InvokeCpi's instruction data in the words of an IDL: Anchor's client serializes them by itself.
import type { Idl } from '@coral-xyz/anchor';

type TypeDef = NonNullable<Idl['types']>[number];
type Type = Idl['instructions'][number]['args'][number]['type'];

const struct = (name: string, fields: readonly (readonly [string, Type])[]): TypeDef => ({
  name,
  type: { kind: 'struct', fields: fields.map(([field, type]) => ({ name: field, type })) },
});
const defined = (name: string): Type => ({ defined: { name } });
const bytes = (length: number): Type => ({ array: ['u8', length] });
const option = (type: Type): Type => ({ option: type });
const vec = (type: Type): Type => ({ vec: type });

/** INVOKE_CPI.md, Instruction Data: the fields in their order. */
export const INVOKE_CPI_TYPES: TypeDef[] = [
  struct('Proof', [
    ['a', bytes(32)],
    ['b', bytes(64)],
    ['c', bytes(32)],
  ]),
  struct('NewAddress', [
    ['seed', bytes(32)],
    ['queue_index', 'u8'],
    ['tree_index', 'u8'],
    ['root_index', 'u16'],
  ]),
  struct('AccountData', [
    ['discriminator', bytes(8)],
    ['bytes', 'bytes'],
    ['data_hash', bytes(32)],
  ]),
  struct('CompressedAccount', [
    ['owner', 'pubkey'],
    ['lamports', 'u64'],
    ['address', option(bytes(32))],
    ['data', option(defined('AccountData'))],
  ]),
  struct('Input', [
    ['account', defined('CompressedAccount')],
    ['tree_index', 'u8'],
    ['queue_index', 'u8'],
    ['leaf_index', 'u32'],
    ['prove_by_index', 'bool'],
    ['root_index', 'u16'],
    ['read_only', 'bool'],
  ]),
  struct('Output', [
    ['account', defined('CompressedAccount')],
    ['tree_index', 'u8'],
  ]),
  struct('CpiContext', [
    ['set_context', 'bool'],
    ['first_set_context', 'bool'],
    ['index', 'u8'],
  ]),
  struct('InvokeCpiInputs', [
    ['proof', option(defined('Proof'))],
    ['new_addresses', vec(defined('NewAddress'))],
    ['inputs', vec(defined('Input'))],
    ['outputs', vec(defined('Output'))],
    ['relay_fee', option('u64')],
    ['compress_or_decompress_lamports', option('u64')],
    ['is_compress', 'bool'],
    ['cpi_context', option(defined('CpiContext'))],
  ]),
];
