// How SPL tokens move beside compressed ones: supplies, pools and token accounts, by the instructions' meaning.
import { poolOf, type TokenStep, type TokenTransfer } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import type { Holds } from '../step';
import type { ModelWorld } from '../world';

export type Amounts = ReadonlyMap<KeyRole, bigint>;

const sum = (amounts: readonly { readonly amount: bigint }[]): bigint =>
  amounts.reduce((total, { amount }) => total + amount, 0n);

const NOTHING: Amounts = new Map();

const isWrite = ({ cpiContext }: TokenTransfer): boolean =>
  cpiContext !== null && (cpiContext.set || cpiContext.firstSet);

/** What an instruction adds to supplies and accounts, or takes from them. */
export const movedBy = (step: TokenStep, holds: Holds): Amounts => {
  if (step.name === 'mint-to') {
    const minted = holds('token/mint-to') ? sum(step.shares) : 0n;
    return new Map([
      [step.mint, minted],
      [poolOf(step.mint), minted],
    ]);
  }
  if (step.name === 'mint-spl')
    return new Map([
      [step.mint, step.amount],
      [step.account, step.amount],
    ]);
  if (step.name !== 'transfer' || step.move === null) return NOTHING;
  if (isWrite(step) && !holds('token/moves-ahead')) return NOTHING;
  const { amount, account, direction } = step.move;
  const moved = holds(`token/${direction}`) ? amount : 0n;
  const gained = direction === 'compress' ? moved : -moved;
  return new Map([
    [poolOf(step.mint), gained],
    [account, -gained],
  ]);
};

/** All amounts after an instruction. */
export const amountsAfter = ({ tokens = NOTHING }: ModelWorld, moved: Amounts): Amounts => {
  const after = new Map(tokens);
  for (const [key, gain] of moved) after.set(key, (after.get(key) ?? 0n) + gain);
  return after;
};

/** Those that are another than at the start. */
export const changedAmounts = (start: ModelWorld, end: ModelWorld): Amounts =>
  new Map([...(end.tokens ?? NOTHING)].filter(([key, amount]) => (start.tokens?.get(key) ?? 0n) !== amount));
