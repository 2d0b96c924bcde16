// Edits that ask for a proof of anything, with one of nothing: what should have been proven can be seen in what refuses it.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { InputAccount, NewAddress, OutputAccount } from '../../spec/plan';
import type { Edit, Mutation } from '../edit';
import { targetOf, withData } from '../scenario';
import { accountData, fieldHex, hex, movedLamports, optional, proofHex } from '../values';
import { withAddressTree } from './modes';

type Forged = Pick<InputAccount, 'lamports' | 'address' | 'data' | 'leafOffset' | 'rootIndex'>;

/** Mostly the first root; a tree keeps at least 20 of them, of which here all but the first are zeros. */
const rootIndex: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 19 }) },
);

/** An account that never existed: a hash is made of whatever is said. */
const forged: fc.Arbitrary<Forged> = fc.record({
  lamports: fc.oneof(fc.constant(0n), movedLamports),
  address: optional(fieldHex),
  data: optional(accountData),
  leafOffset: fc.nat(0xffff),
  rootIndex,
});

type Asking = {
  readonly inputs: readonly Forged[];
  readonly seeds: readonly { readonly seed: string; readonly rootIndex: number }[];
  readonly proof: string;
};

/** Three at most: to log what a proof of four should have proven takes more compute units than there are. */
const counts: fc.Arbitrary<readonly [inputs: number, addresses: number]> = fc.constantFrom<
  readonly [number, number]
>([1, 0], [2, 0], [3, 0], [0, 1], [0, 2], [0, 3], [1, 1], [1, 2], [2, 1]);

const asking: fc.Arbitrary<Asking> = counts.chain(([inputs, addresses]) =>
  fc.record({
    inputs: fc.array(forged, { minLength: inputs, maxLength: inputs }),
    seeds: fc.array(fc.record({ seed: hex(32), rootIndex }), { minLength: addresses, maxLength: addresses }),
    proof: proofHex,
  }),
);

/** What is spent is created again without an address, so that the lamports balance. */
const kept = (lamports: bigint, treeIndex: number): OutputAccount => ({
  owner: 'wallet:0',
  lamports,
  address: null,
  data: null,
  treeIndex,
});

const withForged =
  ({ inputs, seeds, proof }: Asking): Mutation =>
  (scenario) => {
    const { accounts, caller } = targetOf(scenario);
    const remaining = accounts.slice(FIXED_SLOTS).map(({ key }) => key);
    const behind = (kind: string): number => remaining.findIndex((key) => key.startsWith(kind));
    const [queueIndex, treeIndex, addressTree] = [behind('queue:'), behind('tree:'), behind('address-tree')];
    const spent = inputs.map((one): InputAccount => ({
      ...one,
      ...{ owner: `program:${caller}`, proveByIndex: false, treeIndex, queueIndex },
    }));
    const asked = seeds.map((one): NewAddress => ({
      ...one,
      ...{ queueIndex: addressTree, treeIndex: addressTree },
    }));
    const lamports = inputs.reduce((sum, one) => sum + one.lamports, 0n);
    return withData(scenario, ({ outputs, newAddresses }) => ({
      inputs: spent,
      newAddresses: [...newAddresses, ...asked],
      outputs: lamports === 0n ? outputs : [...outputs, kept(lamports, queueIndex)],
      proof,
    }));
  };

export const STATEMENT_EDITS: readonly Edit[] = [
  {
    rule: 'effects/proof-statement',
    kinds: ['direct'],
    prepare: withAddressTree,
    mutation: asking.map(withForged),
    isAlone: true,
  },
];
