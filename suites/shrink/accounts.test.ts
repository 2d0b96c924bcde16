// Tests of taking accounts out that nothing points at, and of coming closer to the twin.
import { INVOCATION, planOf } from '../../report/testing/samples';
import type { Invocation, Plan } from '../../spec/plan';
import { closerToTwin, cutRemaining } from './accounts';

const FIXED = INVOCATION.accounts.length - 2;
const meta = (key: Invocation['accounts'][number]['key']): Invocation['accounts'][number] => ({
  key,
  signer: false,
  writable: true,
});
const [OUTPUT] = INVOCATION.data.outputs;

/** Behind the slots an account that nothing means, a tree and a queue, which the output goes into. */
const FAR: Invocation = {
  ...INVOCATION,
  accounts: [...INVOCATION.accounts.slice(0, FIXED), meta('noop'), meta('tree:1'), meta('queue:1')],
  data: { ...INVOCATION.data, outputs: OUTPUT === undefined ? [] : [{ ...OUTPUT, treeIndex: 2 }] },
};

const only = ({ transactions }: Plan): Invocation => {
  const [item] = transactions.flatMap(({ instructions }) => instructions);
  if (item?.kind !== 'invocation') throw new Error('The invocation is gone.');
  return item;
};

describe('Remaining accounts', () => {
  it('go where nothing points at them, and indices follow', () => {
    const plan = planOf(FAR);
    const left = cutRemaining(plan).map((edit) => only(edit(plan)));
    expect(left.map(({ accounts }) => accounts.slice(FIXED).map(({ key }) => key))).toEqual([
      ['noop', 'tree:1', 'queue:1'],
      ['noop', 'queue:1'],
      ['tree:1', 'queue:1'],
    ]);
    expect(left.map(({ data }) => data.outputs[0]?.treeIndex)).toEqual([2, 1, 1]);
  });
});

describe('Coming closer to the twin', () => {
  it('takes one slot, what stands behind the slots, or one field of the data', () => {
    const plan = planOf({
      ...FAR,
      accounts: FAR.accounts.with(7, meta('sol-pool')),
      data: { ...FAR.data, isCompress: true, tail: 'ff' },
    });
    const twin = planOf(FAR, FAR).transactions.flatMap(({ instructions }) => instructions.slice(0, 1));
    const other = { ...plan, transactions: plan.transactions.map((t) => ({ ...t, instructions: twin })) };
    const closer = closerToTwin(plan, other).map((edit) => only(edit(plan)));
    expect(closer).toHaveLength(3);
    expect(closer[0]?.accounts[7]?.key).toBe(FAR.accounts[7]?.key);
    expect(closer[1]).toMatchObject({ data: { isCompress: false, tail: 'ff' } });
    expect(closer[2]?.data).not.toHaveProperty('tail');
  });

  it('has nothing to take without a twin, or of one that is the same', () => {
    expect(closerToTwin(planOf(FAR), null)).toEqual([]);
    expect(closerToTwin(planOf(FAR), planOf(FAR))).toEqual([]);
  });
});
