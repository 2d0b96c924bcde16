// Keeps what is written to contexts to what a version can store: no new addresses, nothing without an input or output.
import { FIXED_SLOTS } from '../spec/invoke-cpi';
import type { Invocation, OutputAccount, Plan } from '../spec/plan';
import { takesOutputs } from '../spec/world';
import type { Fences } from './settings';

/** Fence that keeps new addresses out of writes. */
export const WRITTEN_ADDRESSES = 'effects/first-set-stores';

const isWrite = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && (cpiContext.firstSet || cpiContext.set);

/** Fence that keeps a set from bringing neither inputs nor outputs. */
export const EMPTY_SETS = 'effects/set-appends';

/** Something has to be brought in the place of nothing. */
const PLACEHOLDER: OutputAccount = {
  owner: 'wallet:0',
  lamports: 0n,
  address: null,
  data: null,
  treeIndex: 0,
};

/** To what takes outputs among the remaining accounts. */
const placeholderIn = ({ accounts }: Invocation): OutputAccount => {
  const position = accounts.slice(FIXED_SLOTS).findIndex(({ key }) => takesOutputs(key));
  return { ...PLACEHOLDER, treeIndex: Math.max(0, position) };
};

const isBare = ({ data: { inputs, outputs } }: Invocation): boolean => inputs.length + outputs.length === 0;

const without = (invocation: Invocation): Invocation => {
  const { data } = invocation;
  if (data.newAddresses.length === 0) return invocation;
  const outputs = isBare(invocation) ? [placeholderIn(invocation)] : data.outputs;
  return { ...invocation, data: { ...data, newAddresses: [], outputs } };
};

const isSet = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext?.set === true && !cpiContext.firstSet;

const filled = (invocation: Invocation): Invocation =>
  isSet(invocation) && isBare(invocation)
    ? { ...invocation, data: { ...invocation.data, outputs: [placeholderIn(invocation)] } }
    : invocation;

const kept = (invocation: Invocation, fences: Fences): Invocation => {
  if (!isWrite(invocation)) return invocation;
  const bare = fences.has(WRITTEN_ADDRESSES) ? without(invocation) : invocation;
  return fences.has(EMPTY_SETS) ? filled(bare) : bare;
};

/** The plan with its writes on the agreed side of these fences. */
export const keptWritable = (plan: Plan, fences: Fences): Plan =>
  fences.has(WRITTEN_ADDRESSES) || fences.has(EMPTY_SETS)
    ? {
        ...plan,
        transactions: plan.transactions.map((transaction) => ({
          ...transaction,
          instructions: transaction.instructions.map((item) =>
            item.kind === 'invocation' ? kept(item, fences) : item,
          ),
        })),
      }
    : plan;
