// Edits that ask for a proof of anything, with one of nothing: what should have been proven can be seen in what refuses it.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { AccountData, InputAccount, NewAddress, OutputAccount } from '../../spec/plan';
import type { Edit, Mutation } from '../edit';
import { isV1, type CallerName, type KeyRole } from '../../spec/world';
import { targetOf, withData, withTarget, type Scenario } from '../scenario';
import { accountData, fieldHex, hex, movedLamports, optional, proofHex } from '../values';
import { farOffset } from './far-leaves';
import { inFirstWrite, isFirstSet } from './flags';
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
  leafOffset: fc.oneof(fc.nat(0xffff), farOffset),
  rootIndex,
});

type Asking = {
  readonly inputs: readonly Forged[];
  readonly seeds: readonly { readonly seed: string; readonly rootIndex: number }[];
  readonly proof: string;
  /** Whether what is created again keeps the address of the first input that has one. */
  readonly isSame: boolean;
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
    isSame: fc.boolean(),
  }),
);

/** What is spent is created again, so that the lamports balance. */
const kept = (lamports: bigint, address: string | null, treeIndex: number): OutputAccount => ({
  owner: 'wallet:0',
  lamports,
  address,
  data: null,
  treeIndex,
});

/** The program that brings the inputs: of a context, the one that writes first. */
const spenderIn = (scenario: Scenario): CallerName => {
  const [first] = scenario.plan.transactions.flatMap(({ instructions }) => instructions).filter(isFirstSet);
  return (first ?? targetOf(scenario)).caller;
};

/** An account without data is known to be another in a context (effects/no-data-spendable). */
const withSomeData = (input: InputAccount): InputAccount => ({ ...input, data: input.data ?? SOME_DATA });
const SOME_DATA: AccountData = {
  discriminator: '01'.repeat(8),
  bytes: { fill: 0, length: 0 },
  dataHash: `00${'02'.repeat(31)}`,
};

/** Inputs that a context brings, where there is one, or the execution itself. */
const withInputs = (scenario: Scenario, inputs: readonly InputAccount[]): Scenario =>
  scenario.kind.startsWith('execute')
    ? inFirstWrite(scenario, () => ({ inputs: inputs.map(withSomeData) }))
    : withData(scenario, () => ({ inputs }));

/** To spend from a v1 tree takes its queue, which an append to it does not list. */
const withQueue: Mutation = (scenario) =>
  withTarget(scenario, (invocation) => {
    const remaining = invocation.accounts.slice(FIXED_SLOTS).map(({ key }) => key);
    const tree = remaining.find((key) => key.startsWith('tree:'));
    if (tree === undefined || remaining.some((key) => key.startsWith('queue:'))) return invocation;
    const key = tree.replace('tree:', 'queue:') as KeyRole;
    return { ...invocation, accounts: [...invocation.accounts, { key, signer: false, writable: true }] };
  });

const withForged =
  ({ inputs, seeds, proof, isSame }: Asking): Mutation =>
  (scenario) => {
    const { accounts } = targetOf(scenario);
    const owner = `program:${spenderIn(scenario)}` as const;
    const remaining = accounts.slice(FIXED_SLOTS).map(({ key }) => key);
    const behind = (kind: string): number => remaining.findIndex((key) => key.startsWith(kind));
    const [queueIndex, treeIndex, addressTree] = [behind('queue:'), behind('tree:'), behind('address-tree')];
    const isInV1 = isV1(remaining[treeIndex] ?? 'unknown:');
    const spent = inputs.map((one): InputAccount => ({
      ...one,
      // A root that a v1 tree does not have ends in a panic (modes/execute-refuses-unprovable).
      ...{ owner, proveByIndex: false, treeIndex, queueIndex, rootIndex: isInV1 ? 0 : one.rootIndex },
    }));
    // No proof is about accounts in v1 trees and addresses in a v2 tree.
    const asked = (isInV1 && inputs.length > 0 ? [] : seeds).map((one): NewAddress => ({
      ...one,
      ...{ queueIndex: addressTree, treeIndex: addressTree },
    }));
    const lamports = inputs.reduce((sum, one) => sum + one.lamports, 0n);
    const address = isSame ? (inputs.find((one) => one.address !== null)?.address ?? null) : null;
    const isKept = lamports > 0n || address !== null;
    return withData(withInputs(scenario, spent), ({ outputs, newAddresses }) => ({
      newAddresses: [...newAddresses, ...asked],
      outputs: isKept ? [...outputs, kept(lamports, address, isInV1 ? treeIndex : queueIndex)] : outputs,
      proof,
    }));
  };

export const STATEMENT_EDITS: readonly Edit[] = [
  {
    rule: 'effects/proof-statement',
    kinds: ['direct', 'execute', 'execute', 'direct-v1', 'execute-v1'],
    prepare: (scenario) => withQueue(withAddressTree(scenario)),
    mutation: asking.map(withForged),
    isAlone: true,
  },
];
