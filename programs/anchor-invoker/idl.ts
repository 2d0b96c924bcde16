// The IDL of our InvokeCpi caller, as `anchor build` would write it: a client names the payer, the context and the trees, nothing else.
import type { Idl } from '@coral-xyz/anchor';
import { INVOKE_CPI_TYPES } from './idl-types';

/** Published addresses, in base58. */
const LIGHT = {
  system: 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7',
  registeredProgram: '35hkDgaAKwMCaxRz2ocSZ6NaUrtKkyNqU6c4RV3tYJRh',
  noop: 'noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV',
  compressionAuthority: 'HwXnGK3tPkkVY6P439H2p68AxpeuWXd5PcrAxFpbmfbA',
  compression: 'compr6CUsB5m2jS4Y3831ztGSTnDpnKJTKS95d64XVq',
} as const;

const ADDRESS = 'ETvVPSZM75jyEcjeHyxNwFaeos8arqFHstZgr7EbAsNi';
const AUTHORITY_SEED = [...Buffer.from('cpi_authority')];

export const INVOKER_IDL = {
  address: ADDRESS,
  metadata: { name: 'invoker', version: '0.1.0', spec: '0.1.0' },
  instructions: [
    {
      name: 'invoke_cpi',
      discriminator: [49, 212, 191, 129, 39, 194, 43, 196],
      accounts: [
        { name: 'fee_payer', writable: true, signer: true },
        { name: 'cpi_authority', pda: { seeds: [{ kind: 'const', value: AUTHORITY_SEED }] } },
        { name: 'registered_program_pda', address: LIGHT.registeredProgram },
        { name: 'noop_program', address: LIGHT.noop },
        { name: 'account_compression_authority', address: LIGHT.compressionAuthority },
        { name: 'account_compression_program', address: LIGHT.compression },
        { name: 'self_program', address: ADDRESS },
        { name: 'sol_pool_pda', writable: true, optional: true },
        { name: 'decompression_recipient', writable: true, optional: true },
        { name: 'system_program', address: '11111111111111111111111111111111' },
        { name: 'cpi_context', writable: true, optional: true },
        { name: 'light_system_program', address: LIGHT.system },
      ],
      args: [{ name: 'inputs', type: { defined: { name: 'InvokeCpiInputs' } } }],
    },
  ],
  errors: [{ code: 6000, name: 'NoTrees', msg: 'Name the trees and queues as remaining accounts' }],
  types: INVOKE_CPI_TYPES,
} satisfies Idl;
