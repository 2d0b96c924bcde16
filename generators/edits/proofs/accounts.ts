// Edits of what is executed, so that the proof is of something else: accounts, leaf indices, roots, addresses, order.
import fc from 'fast-check';
import type { InputAccount, NewAddress } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { edited } from '../../proofs/edited';
import { REMAINING } from '../../proofs/entries';
import { targetOf, withData, withTarget } from '../../scenario';
import { fieldHex, hex } from '../../values';
import { proofOf } from './bytes';

/** Each edit of one input, chosen among all that the plan proves, be they written or the execution's own. */
const oneInput = (change: (input: InputAccount) => Partial<InputAccount>, from: number): Mutation =>
  edited((data, counter) => ({
    inputs: data.inputs.map((input) => (counter.next() === from ? { ...input, ...change(input) } : input)),
  }));

const where = fc.nat(3);
/** The n-th of them, counted around, so that there always is one. */
export const anInput =
  (n: number, change: (input: InputAccount) => Partial<InputAccount>): Mutation =>
  (scenario) => {
    const count = proofOf(scenario)?.spends?.indices.length ?? 1;
    return oneInput(change, n % count)(scenario);
  };
const inputEdit = (
  change: fc.Arbitrary<(input: InputAccount) => Partial<InputAccount>>,
): fc.Arbitrary<Mutation> => fc.tuple(where, change).map(([n, by]) => anInput(n, by));

const otherHash = fc.tuple(fieldHex).map(
  ([dataHash]) =>
    ({ data }: InputAccount): Partial<InputAccount> =>
      data === null
        ? {}
        : { data: { ...data, dataHash: dataHash === data.dataHash ? `01${dataHash.slice(2)}` : dataHash } },
);
const otherDiscriminator = hex(8).map(
  (discriminator) =>
    ({ data }: InputAccount): Partial<InputAccount> =>
      data === null
        ? {}
        : {
            data: {
              ...data,
              discriminator: discriminator === data.discriminator ? 'ff'.repeat(8) : discriminator,
            },
          },
);
const otherAddress = fieldHex.map((address) => (): Partial<InputAccount> => ({ address }));
/** Nothing but the first of these always differs: accounts without data have no hash to change. */
export const otherData = inputEdit(fc.oneof(otherHash, otherDiscriminator, otherAddress));

/** Lamports that the outputs have as well, so that only the proof can tell. */
export const otherLamports: fc.Arbitrary<Mutation> = fc.bigInt({ min: 1n, max: 1000n }).map(
  (more): Mutation =>
    (scenario) =>
      withData(anInput(0, ({ lamports }) => ({ lamports: lamports + more }))(scenario), ({ outputs }) => ({
        outputs: outputs.map((output, n) =>
          n === 0 ? { ...output, lamports: output.lamports + more } : output,
        ),
      })),
);

/** At an index where the plan has no leaf: nearby, or anywhere. */
export const otherLeaf = inputEdit(
  fc
    .oneof(fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1000, max: 2 ** 31 }))
    .map((distance) => ({ leafOffset }: InputAccount): Partial<InputAccount> => ({
      leafOffset: leafOffset + distance,
    })),
);

/** An older root: each appended leaf has made one. */
export const olderRoot = fc.integer({ min: 1, max: 5 }).map((age): Mutation =>
  edited(({ inputs }) => ({
    inputs: inputs.map((input) => ({ ...input, rootIndex: Math.max(0, input.rootIndex - age) })),
  })),
);
export const otherAddressRoot = fc.integer({ min: 0, max: 2 }).map(
  (rootIndex): Mutation =>
    (s) =>
      withData(s, ({ newAddresses }) => ({
        newAddresses: newAddresses.map((entry) => ({ ...entry, rootIndex })),
      })),
);
const farRoot = fc.oneof(fc.integer({ min: 6, max: 200 }), fc.integer({ min: 201, max: 65_535 }));
export const noRoot = farRoot.map((rootIndex): Mutation =>
  edited(({ inputs, newAddresses }) => ({
    inputs: inputs.map((input) => ({ ...input, rootIndex })),
    newAddresses: newAddresses.map((entry) => ({ ...entry, rootIndex })),
  })),
);

const swap = <T>(items: readonly T[]): readonly T[] =>
  items.length < 2 ? items : [items[1] as T, items[0] as T, ...items.slice(2)];
export const reorder: Mutation = (scenario) =>
  withData(scenario, ({ inputs, newAddresses }) =>
    inputs.length >= 2 ? { inputs: swap(inputs) } : { newAddresses: swap(newAddresses) },
  );

const addressEdit =
  (change: (entry: NewAddress) => NewAddress): Mutation =>
  (scenario) =>
    withData(scenario, ({ newAddresses }) => ({ newAddresses: newAddresses.map(change) }));

export const otherSeed = hex(32).map((seed): Mutation =>
  addressEdit((entry) => ({ ...entry, seed: `f0${seed.slice(2)}` })),
);
const V1_ACCOUNTS: readonly KeyRole[] = ['address-tree-v1', 'address-queue-v1'];

/** The same seed in the other kind of address tree. */
export const otherAddressTree: Mutation = (scenario) => {
  const wasV1 = targetOf(scenario).accounts.some(({ key }) => key === 'address-tree-v1');
  const keys: readonly KeyRole[] = wasV1 ? ['address-tree-2'] : V1_ACCOUNTS;
  const moved = addressEdit((entry) => ({
    ...entry,
    queueIndex: wasV1 ? REMAINING.addressTree : REMAINING.addressQueue,
    rootIndex: wasV1 ? 0 : 3,
  }))(scenario);
  return withTarget(moved, (item) => ({
    ...item,
    accounts: [
      ...item.accounts.filter(({ key }) => !key.startsWith('address-')),
      ...keys.map((key) => ({ key, signer: false, writable: true })),
    ],
  }));
};
