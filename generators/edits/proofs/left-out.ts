// Edits that take something out of what is proven, or add to it; and the plan without anything to prove.
import fc from 'fast-check';
import type { InputAccount, InvokeData, OutputAccount } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { edited } from '../../proofs/edited';
import { REMAINING } from '../../proofs/entries';
import { targetOf, withData, withTarget } from '../../scenario';
import { anInput } from './accounts';
import { proofOf } from './bytes';

/** One input less, be it written or the execution's own; where there is but one, it is another account. */
const oneLess =
  (n: number): Mutation =>
  (scenario) => {
    const total = proofOf(scenario)?.spends?.indices.length ?? 1;
    if (total === 1)
      return anInput(0, ({ data }) => ({ data: data && { ...data, dataHash: OTHER_HASH } }))(scenario);
    return edited((data, counter) => {
      const inputs = data.inputs.filter(() => counter.next() !== n % total);
      const isBare = inputs.length + data.outputs.length === 0;
      return isBare ? { inputs, outputs: [placeholder(data)] } : { inputs };
    })(scenario);
  };

/** One input more: of an account that the tree holds for the executing program and that nobody has proven. */
const oneMore: Mutation = (scenario) => {
  const spends = proofOf(scenario)?.spends;
  const { caller, data } = targetOf(scenario);
  const index = (spends?.leaves ?? []).findIndex(
    ({ owner }, n) => owner === `program:${caller}` && spends?.indices.includes(n) === false,
  );
  const leaf = spends?.leaves[index];
  if (leaf === undefined) return oneLess(0)(scenario);
  const more: InputAccount = {
    ...leaf,
    data: leaf.data && { ...leaf.data, bytes: { fill: 0, length: 0 } },
    treeIndex: REMAINING.tree,
    queueIndex: REMAINING.queue,
    leafOffset: index,
    proveByIndex: false,
    rootIndex: spends?.leaves.length ?? 0,
  };
  return withData(scenario, () => ({ inputs: [...data.inputs, more] }));
};

export const leftOut = fc.oneof(fc.nat(3).map(oneLess), fc.constant(oneMore));

const OTHER_HASH = `00${'5a'.repeat(31)}`;
const DATA = {
  discriminator: '00000000000002ff',
  dataHash: '0'.repeat(64),
  bytes: { fill: 0, length: 0 },
} as const;
const ownerOf = ({ inputs, outputs }: Pick<InvokeData, 'inputs' | 'outputs'>) =>
  inputs[0]?.owner ?? outputs[0]?.owner ?? 'wallet:0';
const placeholder = (data: InvokeData): OutputAccount => ({
  owner: ownerOf(data),
  lamports: 0n,
  address: null,
  data: DATA,
  treeIndex: REMAINING.tree,
});

/** The same plan without anything to prove: outputs in place of inputs, no address, no proof. */
export const unproven: Mutation = (scenario) => {
  const moved = targetOf(scenario).data.inputs.reduce((sum, { lamports }) => sum + lamports, 0n);
  const plain = edited((data) => ({
    inputs: [],
    newAddresses: [],
    proof: null,
    outputs: data.outputs.length === 0 ? [placeholder(data)] : data.outputs,
  }))(scenario);
  const unused = withTarget(plain, (item) => ({
    ...item,
    accounts: item.accounts.filter(({ key }) => !key.startsWith('address-')),
  }));
  return withData(unused, ({ outputs }) => ({
    outputs: outputs.map((output) => (moved === 0n ? output : { ...output, lamports: 0n })),
  }));
};
