// Whether a plan gives lamports to a program: to an executable account in the place of the pool or of a recipient.
import { slotIndexOf } from '../../spec/layouts';
import type { Invocation, Plan, PlannedInstruction } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';

const NAMED: ReadonlySet<KeyRole> = new Set([
  'light-system',
  'account-compression',
  'noop',
  'solana-system',
  'spl-token',
  'address-lookup-table',
]);
const RECEIVING = ['sol_pool_pda', 'decompression_recipient'] as const;

const isProgram = (key: KeyRole | undefined): boolean =>
  key !== undefined && (key.startsWith('program:') || NAMED.has(key));

const receives = (invocation: Invocation): boolean =>
  RECEIVING.some((name) => isProgram(invocation.accounts[slotIndexOf(invocation, name)]?.key));

const gives = (item: PlannedInstruction): boolean => item.kind === 'invocation' && receives(item);

/** At any of its steps. */
export const givesToPrograms = ({ transactions }: Plan): boolean =>
  transactions.some(({ instructions }) => instructions.some((item) => gives(item)));
