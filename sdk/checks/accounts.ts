// The account lists that the SDK puts together for a program of the user's: order, presence and flags of the fixed slots.
import fc from 'fast-check';
import { base58Of } from '../../harness/base58';
import { EMPTY_DATA } from '../../generators/invocation';
import type { SlotName } from '../../spec/invoke-cpi';
import { slotNamesOf } from '../../spec/layouts';
import type { InvokeData } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import type { Check } from '../check';
import { publicKey } from '../literals';
import { SDK } from '../types';

const PROGRAM: KeyRole = 'program:A';
const CONTEXT: KeyRole = 'context:1';

/** What stands in a slot, and whether the program writes to it. */
const SLOT_KEYS: Readonly<Partial<Record<SlotName, readonly [KeyRole, boolean]>>> = {
  authority: ['authority:A', false],
  registered_program_pda: ['registered-program-pda', false],
  _unused: ['noop', false],
  account_compression_authority: ['account-compression-authority', false],
  account_compression_program: ['account-compression', false],
  invoking_program: [PROGRAM, false],
  system_program: ['solana-system', false],
  cpi_context_account: [CONTEXT, true],
};

type Row = {
  readonly id: string;
  readonly says: string;
  readonly name: string;
  readonly mode: 'v1' | 'v2';
  readonly context: boolean;
};

const EXECUTES: InvokeData['cpiContext'] = { set: false, firstSet: false, index: 0 };

/** Behind the fee payer, which the user's program adds; of optional slots only those that are asked for. */
function slotsOf({ mode, context }: Row): readonly string[] {
  const data = { ...EMPTY_DATA, cpiContext: context ? EXECUTES : null };
  const names = slotNamesOf({
    instruction: mode === 'v2' ? 'InvokeCpiWithReadOnly' : 'InvokeCpi',
    ...(mode === 'v2' && { mode }),
    data,
  });
  return names.flatMap((name) => {
    const slot = name === 'cpi_context_account' && !context ? undefined : SLOT_KEYS[name];
    return slot === undefined ? [] : [`${base58Of(slot[0])}${slot[1] ? ' w' : ''}`];
  });
}

const rows = (mode: Row['mode'], name: string): readonly Row[] =>
  [false, true].map((context) => ({
    id: `accounts/${mode}-slots${context ? '-with-context' : ''}`,
    says: `${name} lists the slots ${mode === 'v1' ? 'of INVOKE_CPI.md' : 'of account mode 1'} in their order${context ? ', with the context' : ''}.`,
    name,
    mode,
    context,
  }));

const checkOf = (row: Row): Check => ({
  id: row.id,
  says: row.says,
  cases: 'one',
  make: () =>
    fc.constant(({ legacyNames }) => {
      const name = row.mode === 'v1' && !legacyNames ? 'getLightSystemAccountMetas' : row.name;
      const config = row.context
        ? `newWithCpiContext(${publicKey(PROGRAM)}, ${publicKey(CONTEXT)})`
        : `new(${publicKey(PROGRAM)})`;
      return {
        said: {
          from: { [SDK]: [name, 'SystemAccountMetaConfig'], '@solana/web3.js': ['PublicKey'] },
          lines: [
            `const metas = ${name}(SystemAccountMetaConfig.${config});`,
            'const slots = metas.slice(1); // behind the program that is called',
          ],
          result:
            "slots.map(({ pubkey, isWritable }) => `${pubkey.toBase58()}${isWritable ? ' w' : ''}`).join('\\n')",
        },
        expected: slotsOf(row).join('\n'),
        other: () => Promise.resolve({ outcome: 'differs' as const, why: 'other accounts or flags' }),
      };
    }),
});

export const ACCOUNT_CHECKS: readonly Check[] = [
  ...rows('v1', 'getLightSystemAccountMetasLegacy'),
  ...rows('v2', 'getLightSystemAccountMetasV2'),
].map(checkOf);
