// Takes the context out of an invocation, or what was written before: the violation seldom needs the history in front of it.
import { slotIndexOf } from '../../spec/layouts';
import type {
  AccountMeta,
  CpiContextFlags,
  Invocation,
  InvokeData,
  Plan,
  PlannedInstruction,
} from '../../spec/plan';
import { ABSENT, type KeyRole } from '../../spec/world';
import { eachTransaction, instructionsOf, without, type Edit } from './edit';

type Entries = Pick<InvokeData, 'inputs' | 'outputs' | 'newAddresses'>;

const contextOf = (item: PlannedInstruction | undefined): KeyRole | null => {
  if (item?.kind !== 'invocation') return null;
  const key = item.accounts[slotIndexOf(item, 'cpi_context_account')]?.key;
  return key === undefined || key === ABSENT ? null : key;
};

const isWrite = (item: PlannedInstruction): item is Invocation =>
  item.kind === 'invocation' &&
  item.data.cpiContext !== null &&
  (item.data.cpiContext.set || item.data.cpiContext.firstSet);

/** Positions of the writes to the same context right in front, back to what executed it before. */
const writesBefore = (items: readonly PlannedInstruction[], at: number): readonly number[] => {
  const key = contextOf(items[at]);
  const found: number[] = [];
  for (let position = at - 1; position >= 0; position -= 1) {
    const item = items[position];
    if (item === undefined || contextOf(item) !== key) continue;
    if (!isWrite(item)) break;
    found.unshift(position);
  }
  return found;
};

const entriesIn = (items: readonly PlannedInstruction[], positions: readonly number[]): Entries => {
  const written = positions.flatMap((position) => {
    const item = items[position];
    return item?.kind === 'invocation' ? [item.data] : [];
  });
  return {
    inputs: written.flatMap(({ inputs }) => inputs),
    outputs: written.flatMap(({ outputs }) => outputs),
    newAddresses: written.flatMap(({ newAddresses }) => newAddresses),
  };
};

const FIRST_SET: Pick<CpiContextFlags, 'firstSet' | 'set'> = { firstSet: true, set: false };

/** What has no flags keeps none: that may be what is wrong with it. */
const asFirstSet = (invocation: Invocation): Invocation => {
  const { data } = invocation;
  const cpiContext = data.cpiContext === null ? null : { ...data.cpiContext, ...FIRST_SET };
  return { ...invocation, data: { ...data, cpiContext } };
};

const NONE: AccountMeta = { key: ABSENT, signer: false, writable: false };

/** Accounts by options have no slot for a context that there is not. */
const withoutContext = (invocation: Invocation): Invocation => {
  const { accounts, data, mode } = invocation;
  const slot = slotIndexOf(invocation, 'cpi_context_account');
  const left = mode === 'v2' ? without(accounts, { from: slot, to: slot + 1 }) : accounts.with(slot, NONE);
  return { ...invocation, accounts: left, data: { ...data, cpiContext: null } };
};

const bringing = (invocation: Invocation, more: Entries): Invocation => {
  const { data } = invocation;
  return {
    ...invocation,
    data: {
      ...data,
      inputs: [...more.inputs, ...data.inputs],
      outputs: [...more.outputs, ...data.outputs],
      newAddresses: [...more.newAddresses, ...data.newAddresses],
    },
  };
};

type Fold = {
  readonly at: number;
  readonly writes: readonly number[];
  readonly as: (invocation: Invocation) => Invocation;
  /** Whether what was written before is brought along. */
  readonly brings: boolean;
};

const folded =
  ({ at, writes, as, brings }: Fold): Edit =>
  (plan) => {
    const items = instructionsOf(plan);
    const more = entriesIn(items, brings ? writes : []);
    let position = 0;
    return eachTransaction((t) => ({
      ...t,
      instructions: t.instructions.flatMap((item) => {
        const here = position++;
        if (writes.includes(here)) return [];
        return here === at && item.kind === 'invocation' ? [bringing(as(item), more)] : [item];
      }),
    }))(plan);
  };

/**
 * Each invocation without the writes to its context in front of it: then it takes part in no context, or is the first
 * set. It brings what they have written, or does not.
 */
export const foldWrites = (plan: Plan, twin: Plan | null): readonly Edit[] => {
  const items = instructionsOf(twin ?? plan);
  return items.flatMap((item, at) => {
    const writes = contextOf(item) === null ? [] : writesBefore(items, at);
    if (writes.length === 0) return [];
    const ways = isWrite(item) ? [asFirstSet, withoutContext] : [withoutContext, asFirstSet];
    return ways.flatMap((as) => [false, true].map((brings) => folded({ at, writes, as, brings })));
  });
};
