// An attempt as a check looks at it: the last invocation of a plan, what went before, and what was changed beforehand.
import { slotIndexOf, slotNamesOf } from '../../spec/layouts';
import type { SlotName } from '../../spec/invoke-cpi';
import type { AccountBefore, AccountMeta, Invocation, InvokeData, Plan } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';

export type Tried = {
  readonly invocation: Invocation;
  readonly data: InvokeData;
  /** Behind the fixed slots. */
  readonly remaining: readonly AccountMeta[];
  /** The invocations of the transactions in front. */
  readonly earlier: readonly Invocation[];
  readonly before: readonly AccountBefore[];
};

/** Whether the plan makes the attempt. */
export type TriedCheck = (tried: Tried) => boolean;
export type TriedChecks = Readonly<Record<string, TriedCheck>>;

/** The plan's last invocation; undefined where it has none. */
export const triedIn = ({ accounts, transactions }: Plan): Tried | undefined => {
  const invocations = transactions.flatMap(({ instructions }) =>
    instructions.filter((one) => one.kind === 'invocation'),
  );
  const invocation = invocations.at(-1);
  if (invocation === undefined) return undefined;
  return {
    invocation,
    data: invocation.data,
    remaining: invocation.accounts.slice(slotNamesOf(invocation).length),
    earlier: invocations.slice(0, -1),
    before: accounts,
  };
};

export const slotKey = ({ invocation }: Pick<Tried, 'invocation'>, name: SlotName): KeyRole | undefined =>
  invocation.accounts[slotIndexOf(invocation, name)]?.key;

export const changeOf = ({ before }: Tried, key: KeyRole | undefined): AccountBefore | undefined =>
  before.findLast((one) => one.key === key);

/** The bytes that an account was given at an offset. */
export const patchAt = (tried: Tried, key: KeyRole | undefined, offset: number): string | undefined =>
  changeOf(tried, key)?.patches?.find((patch) => patch.offset === offset)?.hex;

/** Remaining accounts that an index means; undefined where it points nowhere. */
export const keyAt = ({ remaining }: Tried, index: number | undefined): KeyRole | undefined =>
  index === undefined ? undefined : remaining[index]?.key;

export const outputKey = (tried: Tried): KeyRole | undefined =>
  keyAt(tried, tried.data.outputs[0]?.treeIndex);

export const pointsNowhere = ({ remaining }: Tried, index: number): boolean => index >= remaining.length;

export const isDescending = (indices: readonly number[]): boolean =>
  indices.some((value, at) => value < (indices[at - 1] ?? 0));
