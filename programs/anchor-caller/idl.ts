// The IDL of the guide's caller_program, as `anchor build` would write it: callee and PDA need not be named by a client.
import type { Idl } from '@coral-xyz/anchor';
import { CALLEE_IDL } from '../anchor-callee/idl';

const DATA_ACCOUNT = { name: 'data_account', writable: true };
const CALLEE_PROGRAM = { name: 'callee_program', address: CALLEE_IDL.address };

export const CALLER_IDL = {
  address: 'Cei7URHYJwZdPhbDuMVoZTpNy7qorZ8ykn5Y3mP791Gr',
  metadata: { name: 'caller_program', version: '0.1.0', spec: '0.1.0' },
  instructions: [
    {
      name: 'proxy_call',
      discriminator: [197, 27, 166, 34, 129, 205, 36, 212],
      accounts: [DATA_ACCOUNT, { name: 'user', writable: true, signer: true }, CALLEE_PROGRAM],
      args: [{ name: 'data_to_pass', type: 'u64' }],
    },
    {
      name: 'pda_signed_call',
      discriminator: [121, 179, 204, 17, 87, 6, 124, 212],
      accounts: [
        DATA_ACCOUNT,
        {
          name: 'pda_signer',
          pda: { seeds: [{ kind: 'const', value: [...Buffer.from('my-pda-seed')] }] },
        },
        CALLEE_PROGRAM,
      ],
      args: [{ name: 'data_to_pass', type: 'u64' }],
    },
  ],
  accounts: CALLEE_IDL.accounts,
  types: CALLEE_IDL.types,
} satisfies Idl;
