// How an edit claims addresses for outputs, assigns them, or spends what its own outputs create.
import fc from 'fast-check';
import { INVOKE_CPI_DISCRIMINATOR } from '../../../spec/invoke-cpi';
import { KNOWN_ADDRESSES, type KnownAddress } from '../../../spec/known-addresses';
import type { AccountMeta, Hex, Invocation, NewAddress, OutputAccount } from '../../../spec/plan';
import { stateTreeOf, type KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { targetOf, withData, withTarget, type Scenario } from '../../scenario';
import { AT } from '../../scenarios/addresses';
import { fieldHex } from '../../values';
import { asking, inAll } from './asking';

export const withOutputs = (
  change: (outputs: readonly OutputAccount[]) => readonly OutputAccount[],
): Mutation => {
  return (scenario) => withData(scenario, ({ outputs }) => ({ outputs: change(outputs) }));
};
export const claiming = (which: number, address: Hex | null): Mutation =>
  withOutputs((outputs) =>
    outputs.map((output, at) => (at === which % outputs.length ? { ...output, address } : output)),
  );
export const inOrder =
  (...mutations: readonly Mutation[]): Mutation =>
  (scenario) =>
    mutations.reduce((current, mutate) => mutate(current), scenario);

export const claimed = fc.record({ which: fc.nat(2), address: fieldHex });

/** What the program of the target gets for a known seed. */
export const known = fc.constantFrom(...KNOWN_ADDRESSES);
export const newKnown = ({ seed }: KnownAddress, assignedTo?: number): NewAddress => ({
  seed,
  treeIndex: AT.v2Tree,
  queueIndex: AT.v2Tree,
  rootIndex: 0,
  ...(assignedTo === undefined ? {} : { assignedTo }),
});
export const ofTarget = ({ v2 }: KnownAddress, scenario: Scenario): Hex => v2[targetOf(scenario).caller];

/** The first output once more, so that there are at least two. */
export const doubled: Mutation = withOutputs((outputs) => [...outputs.slice(0, 1), ...outputs]);

export const usedTwice =
  (one: KnownAddress, proof: Hex): Mutation =>
  (scenario) => {
    const address = ofTarget(one, scenario);
    return inOrder(
      doubled,
      withOutputs(([first, second, ...rest]) =>
        first && second ? [{ ...first, address }, { ...second, address }, ...rest] : [],
      ),
      asking([newKnown(one, 0)], proof),
    )(scenario);
  };

export const unassigned =
  (one: KnownAddress, proof: Hex): Mutation =>
  (scenario) =>
    inOrder(claiming(0, ofTarget(one, scenario)), asking([newKnown(one)], proof))(scenario);

/** Two addresses, each assigned to the other one's output. */
export const crossed =
  (proof: Hex): Mutation =>
  (scenario) => {
    const [one, other] = KNOWN_ADDRESSES;
    if (one === undefined || other === undefined) return scenario;
    return inOrder(
      doubled,
      claiming(0, ofTarget(one, scenario)),
      claiming(1, ofTarget(other, scenario)),
      asking([newKnown(one, 1), newKnown(other, 0)], proof),
    )(scenario);
  };

export const withAccount =
  (key: KeyRole): Mutation =>
  (scenario) => {
    const meta: AccountMeta = { key, signer: false, writable: !key.startsWith('program:') };
    return withTarget(scenario, (one) => ({ ...one, accounts: [...one.accounts, meta] }));
  };

export const NO_ADDRESS_TREE: readonly KeyRole[] = [
  'wallet:1',
  'context:5',
  'tree:2',
  'queue:3',
  'tree:6',
  'address-queue-v1',
];
export const NO_ADDRESS_QUEUE: readonly KeyRole[] = ['wallet:1', 'queue:2', 'tree:3', 'context:5', 'queue:6'];

/** The same seed for every program of the plan. */
export const oneSeed =
  (address: NewAddress, proof: Hex): Mutation =>
  (scenario) =>
    withData(
      inAll(scenario, () => ({ newAddresses: [address] })),
      () => ({ proof }),
    );

export type Made = { readonly how: 'plain' | 'addressed' | 'forged'; readonly address: Hex };

export const treeIndexOf = ({ accounts }: Invocation, queueIndex: number): number => {
  const fixed = accounts.findIndex(({ key }) => stateTreeOf(key) !== undefined);
  return accounts[fixed + 1 - queueIndex]?.key.startsWith('tree:') === true ? 1 - queueIndex : queueIndex;
};

/** Inputs that are the target's own outputs; `forged` leaves one output more with the address of such an input. */
export const spendingOwn =
  ({ how, address }: Made): Mutation =>
  (scenario) => {
    const target = targetOf(scenario);
    const [first] = target.data.outputs;
    if (first === undefined) return scenario;
    const addressed = { ...first, address: how === 'plain' ? null : address };
    const outputs =
      how === 'forged' ? [first, addressed, addressed] : [addressed, ...target.data.outputs.slice(1)];
    const spent = how === 'forged' ? [first, addressed] : [addressed];
    const inputs = spent.map((output, leafOffset) => ({
      ...output,
      leafOffset,
      proveByIndex: true,
      rootIndex: 0,
      queueIndex: output.treeIndex,
      treeIndex: treeIndexOf(target, output.treeIndex),
    }));
    return withData(scenario, () => ({ inputs, outputs }));
  };

/** The write assigns an address, and InvokeCpi executes. */
export const executedByOther =
  (address: NewAddress, proof: Hex): Mutation =>
  (scenario) => {
    const written = inAll(scenario, (_data, at) =>
      at === 0 ? { newAddresses: [{ ...address, assignedTo: 0 }] } : {},
    );
    return withTarget(written, (one) => ({
      ...one,
      instruction: 'InvokeCpi',
      data: { ...one.data, proof, discriminator: INVOKE_CPI_DISCRIMINATOR },
    }));
  };
