// The kinds of valid plans of the token program, and the same plans without a context.
import type { PlannedInstruction } from '../../spec/plan';
import { ABSENT, type KeyRole } from '../../spec/world';
import type { Scenario } from '../scenario';
import { tokenCompress, tokenDecompress, tokenMint, tokenMoveWritten, tokenTransfer } from './alone';
import { tokenBetween, tokenFirst, tokenLast } from './sharing';

export const TOKEN_SCENARIOS = {
  'token-mint': tokenMint,
  'token-transfer': tokenTransfer,
  'token-compress': tokenCompress,
  'token-decompress': tokenDecompress,
  'token-first': tokenFirst,
  'token-between': tokenBetween,
  'token-last': tokenLast,
  'token-move-written': tokenMoveWritten,
} as const;

const isContext = (key: KeyRole): boolean => key.startsWith('context:');

/** An instruction as it is without a context. */
const aloneOf = (item: PlannedInstruction): PlannedInstruction => {
  if (item.kind === 'token' && item.name === 'transfer')
    return { ...item, cpiContext: null, remaining: item.remaining.filter(({ key }) => !isContext(key)) };
  if (item.kind !== 'invocation') return item;
  const accounts = item.accounts.map((meta) =>
    isContext(meta.key) ? { key: ABSENT, signer: false, writable: false } : meta,
  );
  return { ...item, accounts, data: { ...item.data, proof: null, cpiContext: null } };
};

/** The same instructions, each by itself. */
export const apart = (scenario: Scenario): Scenario => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.map((one) => ({
      ...one,
      instructions: one.instructions.map(aloneOf),
    })),
  },
});
