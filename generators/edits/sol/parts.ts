// What the edits of SOL are put together from: slots, amounts, kinds of scenario.
import fc from 'fast-check';
import type { SlotName } from '../../../spec/invoke-cpi';
import { slotIndexOf } from '../../../spec/layouts';
import type { AccountMeta } from '../../../spec/plan';
import { ABSENT, type KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { targetOf, withData, withTarget, type Scenario, type ScenarioKind } from '../../scenario';

/** A fixed slot of the target, wherever its instruction has it. */
export const inSlot =
  (name: SlotName, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({
      ...invocation,
      accounts: invocation.accounts.map((meta, index) =>
        index === slotIndexOf(invocation, name) ? { ...meta, ...change } : meta,
      ),
    }));

const ABSENT_META: AccountMeta = { key: ABSENT, signer: false, writable: false };
export const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });
export const both =
  (...mutations: readonly Mutation[]): Mutation =>
  (scenario) =>
    mutations.reduce((current, mutate) => mutate(current), scenario);
export const keepAll: Mutation = (scenario) => scenario;

export const POOL = inSlot('sol_pool_pda', writable('sol-pool'));
export const noPool = inSlot('sol_pool_pda', ABSENT_META);
export const noRecipient = inSlot('decompression_recipient', ABSENT_META);
export const recipient = (key: KeyRole): Mutation => inSlot('decompression_recipient', writable(key));
export const amount = (lamports: bigint | null, isCompress: boolean): Mutation => {
  return (scenario) => withData(scenario, () => ({ compressOrDecompressLamports: lamports, isCompress }));
};

export const COMPRESSING: readonly ScenarioKind[] = ['sol-compress', 'sol-execute'];
export const DECOMPRESSING: readonly ScenarioKind[] = ['sol-decompress', 'sol-at-once'];
export const STILL: readonly ScenarioKind[] = ['sol-transfer'];
export const EXECUTING: readonly ScenarioKind[] = [...COMPRESSING, ...DECOMPRESSING, ...STILL];
export const SPENDING: readonly ScenarioKind[] = ['sol-transfer', 'sol-decompress', 'sol-at-once'];

/** Nothing but an amount of 0, one way or the other. */
export const zero = (isCompress: boolean): Mutation => amount(0n, isCompress);

export const payerOf = (scenario: Scenario): KeyRole => targetOf(scenario).accounts[0]?.key ?? 'payer:0';

/** Others stand in for wrong accounts, or have lamports moved by unrelated instructions. */
export const wallet = fc.constantFrom<KeyRole>('wallet:0', 'wallet:1');

/** Of an account without data, as the runtime says. */
export const RENT_EXEMPT = 890_880n;

export const fixed = (
  rule: string,
  kinds: readonly ScenarioKind[],
  ...mutations: readonly Mutation[]
): Edit => ({
  rule: `sol/${rule}`,
  kinds,
  mutation: mutations.length === 1 ? fc.constant(mutations[0] ?? keepAll) : fc.constantFrom(...mutations),
});
export const drawn = (
  rule: string,
  kinds: readonly ScenarioKind[],
  mutation: fc.Arbitrary<Mutation>,
): Edit => ({
  rule: `sol/${rule}`,
  kinds,
  mutation,
});
