// The IDL of the guide's callee_program, as `anchor build` would write it.
import type { Idl } from '@coral-xyz/anchor';

export const CALLEE_IDL = {
  address: '3vNaRucLvYcymvNZBxrE2PmVcuzrQyhXubwYTdNQPfiN',
  metadata: { name: 'callee_program', version: '0.1.0', spec: '0.1.0' },
  instructions: [
    {
      name: 'do_something',
      discriminator: [148, 253, 19, 42, 184, 23, 237, 82],
      accounts: [
        { name: 'data_account', writable: true },
        { name: 'user', signer: true },
      ],
      args: [{ name: 'data', type: 'u64' }],
    },
  ],
  accounts: [{ name: 'DataAccount', discriminator: [85, 240, 182, 158, 76, 7, 18, 233] }],
  types: [{ name: 'DataAccount', type: { kind: 'struct', fields: [{ name: 'data', type: 'u64' }] } }],
} satisfies Idl;
