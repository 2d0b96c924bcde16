// What the documents leave open about an invocation that executes.
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import { ABSENT, stateTreeOf, takesOutputs } from '../../spec/world';
import { isSpendable } from '../checks/effects';
import { unbalanced } from '../checks/invoke-sol';
import { needsProof } from '../checks/modes';
import { readsByProof } from '../checks/read-entries';
import { decompresses } from '../checks/slots';
import { lessOutThanIn } from '../checks/sol';
import { addressesOf, asksProofs } from '../proofs';
import { slot, type View } from '../view';
import { givenWithoutUse, isProgramOwnedWithoutData, type Question } from './question';

const descending = (indices: readonly number[]): boolean =>
  indices.some((value, position) => position > 0 && value < (indices[position - 1] ?? 0));

const pointsNowhere = ({ instruction, layout, combined, remaining }: View): boolean =>
  instruction === 'InvokeCpiWithReadOnly' &&
  layout !== SLOT_NAMES &&
  combined.outputs.some(({ treeIndex }) => treeIndex >= remaining.length);

const isSuperfluous = ({ data, combined }: View): boolean =>
  data.proof !== null &&
  combined.newAddresses.length === 0 &&
  combined.inputs.every(({ proveByIndex }) => proveByIndex);

/** What read-only/less-out-than-in and account-info/less-out-than-in answer, which any model has together. */
const leftOverBySibling = (view: View): boolean =>
  (view.instruction === 'InvokeCpiWithReadOnly' || view.instruction === 'InvokeCpiWithAccountInfo') &&
  lessOutThanIn(view);

export const WHEN_EXECUTED: readonly Question[] = [
  {
    why: 'fewer lamports go out than come in by a sibling of InvokeCpi',
    asks: leftOverBySibling,
    answeredBy: 'sol',
    answeredByRule: 'read-only/less-out-than-in',
  },
  {
    why: 'lamports in and out do not add up',
    asks: (view) => unbalanced(view) && !leftOverBySibling(view),
    answeredBy: 'sol',
    answeredOfInvoke: true,
  },
  {
    why: 'an output has an address',
    asks: (view) => {
      const known = addressesOf(view);
      return view.combined.outputs.some(({ address }) => address !== null && !known.has(address));
    },
    answeredBy: 'addresses',
  },
  {
    why: 'output indices do not ascend',
    asks: ({ combined }) => descending(combined.outputs.map((output) => output.treeIndex)),
  },
  {
    why: 'an output names a v2 tree instead of its queue, or a v1 queue instead of its tree',
    asks: ({ combined, remaining }) =>
      combined.outputs.some(({ treeIndex }) => {
        const key = remaining[treeIndex]?.key;
        return key !== undefined && stateTreeOf(key) !== undefined && !takesOutputs(key);
      }),
  },
  {
    why: 'a tree or queue that is used is not writable',
    asks: ({ combined, remaining }) =>
      [
        ...combined.outputs.map((o) => o.treeIndex),
        ...combined.inputs.flatMap((i) => [i.treeIndex, i.queueIndex]),
        ...combined.newAddresses.flatMap((a) => [a.treeIndex, a.queueIndex]),
      ].some((index) => remaining[index]?.writable === false),
  },
  {
    why: 'a proof that nothing needs',
    asks: (view) =>
      !asksProofs(view) &&
      view.data.proof !== null &&
      !readsByProof(view) &&
      (view.instruction !== 'Invoke' || !needsProof(view)),
    answeredBy: 'addresses',
  },
  { why: 'a proof where nothing needs one', asks: isSuperfluous, raisedBy: 'addresses' },
  {
    why: 'a sol pool or recipient without use',
    asks: givenWithoutUse,
    answeredBy: 'sol',
    answeredOfInvoke: true,
  },
  {
    why: 'SOL is compressed and a recipient given',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      view.data.isCompress &&
      slot(view, 'decompression_recipient')?.key !== ABSENT,
  },
  {
    why: 'an output of the invoking program without data, by a sibling',
    asks: isProgramOwnedWithoutData,
  },
  { why: 'an index behind the remaining accounts, by InvokeCpiWithReadOnly', asks: pointsNowhere },
  {
    why: 'SOL is decompressed that the sol pool need not have',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      decompresses(view) &&
      !view.own.inputs.every((input) => isSpendable(view, input)),
  },
  {
    why: 'nothing to execute',
    asks: ({ combined }) =>
      combined.outputs.length + combined.inputs.length + combined.newAddresses.length === 0,
    answeredOfInvoke: true,
  },
];
