// Edits that exercise the rules about proofs: each takes an execution with a valid proof to where it is wrong.
import fc from 'fast-check';
import type { InputAccount, InvokeData, NewAddress, OutputAccount } from '../../spec/plan';
import { PROOFS } from '../../spec/proof-table';
import type { Proof } from '../../spec/proof';
import type { Edit, Mutation } from '../edit';
import { REMAINING } from '../proofs/plan';
import { PROOF_KINDS } from '../proofs/scenarios';
import { targetOf, withData, withTarget, type ProofKind, type Scenario } from '../scenario';
import { DIRECT_KINDS } from '../edit';
import type { CallerName, KeyRole } from '../../spec/world';
import { COMPUTE_UNITS } from '../invocation';
import { withTransaction } from '../scenario';
import { fieldHex, hex, proofHex } from '../values';
import { edited, everywhere, newCounter } from '../proofs/edited';

const SPENDING: readonly ProofKind[] = ['proof-spend', 'proof-both', 'proof-together'];
const NAMING: readonly ProofKind[] = ['proof-address-v1', 'proof-address-v2', 'proof-both'];

const same: fc.Arbitrary<Mutation> = fc.constant((scenario) => scenario);
const proofOf = (scenario: Scenario): Proof | undefined =>
  PROOFS.find(({ bytes }) => bytes === targetOf(scenario).data.proof);

const flipped = (bytes: string, bit: number): string => {
  const copy = Buffer.from(bytes, 'hex');
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy.toString('hex');
};

const BITS = 1024;
/** One bit; that each of them counts is a test of its own (suites/self/proofs.test.ts). */
const flip: fc.Arbitrary<Mutation> = fc.nat(BITS - 1).map(
  (bit): Mutation =>
    (s) =>
      withData(s, ({ proof }) => ({ proof: proof === null ? null : flipped(proof, bit) })),
);
/** Several bytes at once, and bytes that are no proof's. */
const scramble: fc.Arbitrary<Mutation> = proofHex.map(
  (proof): Mutation =>
    (s) =>
      withData(s, () => ({ proof })),
);

/** Each edit of one input, chosen among all that the plan proves, be they written or the execution's own. */
const oneInput = (change: (input: InputAccount) => Partial<InputAccount>, from: number): Mutation =>
  edited((data, counter) => ({
    inputs: data.inputs.map((input) => (counter.next() === from ? { ...input, ...change(input) } : input)),
  }));

const where = fc.nat(3);
/** The n-th of them, counted around, so that there always is one. */
const anInput =
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
const otherData = inputEdit(fc.oneof(otherHash, otherDiscriminator, otherAddress));

/** Lamports that the outputs have as well, so that only the proof can tell. */
const otherLamports: fc.Arbitrary<Mutation> = fc.bigInt({ min: 1n, max: 1000n }).map(
  (more): Mutation =>
    (scenario) =>
      withData(anInput(0, ({ lamports }) => ({ lamports: lamports + more }))(scenario), ({ outputs }) => ({
        outputs: outputs.map((output, n) =>
          n === 0 ? { ...output, lamports: output.lamports + more } : output,
        ),
      })),
);

/** At an index where the plan has no leaf: nearby, or anywhere. */
const otherLeaf = inputEdit(
  fc
    .oneof(fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1000, max: 2 ** 31 }))
    .map((distance) => ({ leafOffset }: InputAccount): Partial<InputAccount> => ({
      leafOffset: leafOffset + distance,
    })),
);

/** An older root: each appended leaf has made one. */
const olderRoot = fc.integer({ min: 1, max: 5 }).map((age): Mutation =>
  edited(({ inputs }) => ({
    inputs: inputs.map((input) => ({ ...input, rootIndex: Math.max(0, input.rootIndex - age) })),
  })),
);
const otherAddressRoot = fc.integer({ min: 0, max: 2 }).map(
  (rootIndex): Mutation =>
    (s) =>
      withData(s, ({ newAddresses }) => ({
        newAddresses: newAddresses.map((entry) => ({ ...entry, rootIndex })),
      })),
);
const farRoot = fc.oneof(fc.integer({ min: 6, max: 200 }), fc.integer({ min: 201, max: 65_535 }));
const noRoot = farRoot.map((rootIndex): Mutation =>
  edited(({ inputs, newAddresses }) => ({
    inputs: inputs.map((input) => ({ ...input, rootIndex })),
    newAddresses: newAddresses.map((entry) => ({ ...entry, rootIndex })),
  })),
);

const swap = <T>(items: readonly T[]): readonly T[] =>
  items.length < 2 ? items : [items[1] as T, items[0] as T, ...items.slice(2)];
/** Another proof of the table takes the proof's place: one for which the predicate holds. */
const exchanged = (fits: (other: Proof, own: Proof) => boolean): fc.Arbitrary<Mutation> =>
  fc.nat(PROOFS.length).map((n): Mutation => (scenario) => {
    const own = proofOf(scenario);
    if (own === undefined) return scenario;
    const others = PROOFS.filter((other) => other.name !== own.name && fits(other, own));
    const other = others[n % Math.max(1, others.length)];
    return withData(scenario, ({ proof }) => ({
      proof: other?.bytes ?? (proof === null ? null : flipped(proof, n)),
    }));
  });

const count = ({ spends, addresses }: Proof): string => `${spends?.indices.length ?? 0}/${addresses.length}`;
const sameCount = (other: Proof, own: Proof): boolean => count(other) === count(own);

const reorder: Mutation = (scenario) =>
  withData(scenario, ({ inputs, newAddresses }) =>
    inputs.length >= 2 ? { inputs: swap(inputs) } : { newAddresses: swap(newAddresses) },
  );

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

const leftOut = fc.oneof(fc.nat(3).map(oneLess), fc.constant(oneMore));

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
const unproven: Mutation = (scenario) => {
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

const opens = (name: string, kinds: readonly ProofKind[]): Edit => ({
  rule: `proofs/${name}`,
  kinds,
  mutation: same,
  twin: unproven,
});

const addressEdit =
  (change: (entry: NewAddress) => NewAddress): Mutation =>
  (scenario) =>
    withData(scenario, ({ newAddresses }) => ({ newAddresses: newAddresses.map(change) }));

const otherSeed = hex(32).map((seed): Mutation =>
  addressEdit((entry) => ({ ...entry, seed: `f0${seed.slice(2)}` })),
);
const V1_ACCOUNTS: readonly KeyRole[] = ['address-tree-v1', 'address-queue-v1'];

/** The same seed in the other kind of address tree. */
const OTHER_TREE: Mutation = (scenario) => {
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

/** The plan's execution a second time, in a transaction of its own. */
const again: Mutation = (scenario) => {
  const { transactions } = scenario.plan;
  const last = transactions.at(-1);
  if (last === undefined) return scenario;
  return {
    ...scenario,
    plan: { ...scenario.plan, transactions: [...transactions, last] },
    target: { ...scenario.target, transaction: transactions.length },
  };
};

const withoutProof: Mutation = (s) => withData(s, () => ({ proof: null }));
/** The proof that the final invocation needs comes with a write instead. */
const inAWrite: fc.Arbitrary<Mutation> = fc.nat(1).map((n): Mutation => (scenario) => {
  const { proof } = targetOf(scenario).data;
  const isWrite = ({ cpiContext }: InvokeData): boolean =>
    cpiContext?.set === true || cpiContext?.firstSet === true;
  const moved = edited((data, counter) =>
    isWrite(data) && (n === 0 || counter.next() > 0) ? { proof } : {},
  )(scenario);
  return withoutProof(moved);
});

const aProof = fc.oneof(
  fc.constantFrom(...PROOFS).map(({ bytes }) => bytes),
  proofHex,
);
const withProof = aProof.map(
  (proof): Mutation =>
    (s) =>
      withData(s, () => ({ proof })),
);
const withUnits: Mutation = (scenario) =>
  withTransaction(scenario, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

/** Spending by index turned into spending with a proof: it needs one, and none can be right. */
const notByIndex =
  (proof: string | null): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({
      inputs: inputs.map((input) => ({ ...input, proveByIndex: false, rootIndex: 0 })),
      proof,
    }));

/** The plan as if that program had another name, which is all that an owner is. */
const renamed =
  (from: CallerName, to: CallerName): Mutation =>
  (scenario) => {
    const role = (key: KeyRole): KeyRole =>
      key === `program:${from}` ? `program:${to}` : key === `authority:${from}` ? `authority:${to}` : key;
    const owned = <T extends { readonly owner: KeyRole }>(item: T): T => ({
      ...item,
      owner: role(item.owner),
    });
    return everywhere((item) => ({
      ...item,
      caller: item.caller === from ? to : item.caller,
      through: item.through.filter((name) => name !== to),
      accounts: item.accounts.map((meta) => ({ ...meta, key: role(meta.key) })),
      data: { ...item.data, inputs: item.data.inputs.map(owned), outputs: item.data.outputs.map(owned) },
    }))(scenario);
  };

/** D takes part in no committed proof. */
const otherOwner: Mutation = (scenario) => renamed(targetOf(scenario).caller, 'D')(scenario);

const OTHER: Readonly<Record<string, string>> = { '6': '7', '7': '6' };
/** The whole plan on the other v1 tree. */
const otherStateTree: Mutation = everywhere((item) => ({
  ...item,
  accounts: item.accounts.map((meta) => ({
    ...meta,
    key: meta.key.replace(
      /^(tree|queue|context):([67])$/,
      (_, kind: string, n: string) => `${kind}:${OTHER[n]}`,
    ) as KeyRole,
  })),
}));

/** The n-th leaf that the plan appends is another account than the one in the proof's tree. */
const otherHistory = fc.tuple(fc.nat(4), fieldHex).map(([n, dataHash]): Mutation => (scenario) => {
  const created = proofOf(scenario)?.spends?.leaves.length ?? 1;
  const counter = newCounter();
  const target = targetOf(scenario);
  return everywhere((item) =>
    item === target || item.data.cpiContext !== null
      ? item
      : {
          ...item,
          data: {
            ...item.data,
            outputs: item.data.outputs.map((output) =>
              counter.next() === n % created ? withOtherHash(output, dataHash) : output,
            ),
          },
        },
  )(scenario);
});
const withOtherHash = (output: OutputAccount, dataHash: string): OutputAccount => ({
  ...output,
  owner: output.data === null ? 'wallet:1' : output.owner,
  data: output.data === null ? null : { ...output.data, dataHash: `00ee${dataHash.slice(4)}` },
});

/** The rules that need a proof's own keys, or none that is valid. */
const PROVEN_EDITS: readonly Edit[] = [
  opens('new-address-v1', ['proof-address-v1']),
  opens('new-address-v2', ['proof-address-v2']),
  opens('spend-v1', ['proof-spend']),
  opens('combined', ['proof-both']),
  opens('several-programs', ['proof-together']),
  { rule: 'proofs/taken-away', kinds: PROOF_KINDS, mutation: fc.constant(withoutProof) },
  { rule: 'proofs/in-a-write', kinds: ['proof-together'], mutation: inAWrite },
  { rule: 'proofs/bytes', kinds: PROOF_KINDS, mutation: flip },
  { rule: 'proofs/bytes', kinds: PROOF_KINDS, mutation: scramble },
  { rule: 'proofs/other-keys', kinds: PROOF_KINDS, mutation: same, twin: unproven },
  { rule: 'proofs/no-root', kinds: PROOF_KINDS, mutation: noRoot },
  { rule: 'proofs/spent-once', kinds: ['proof-spend', 'proof-both'], mutation: fc.constant(again) },
  {
    rule: 'proofs/opened-once',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: fc.constant(again),
  },
];

const exchange = exchanged((other, own) => sameCount(other, own));

/** Valid proofs of something else. */
const OTHER_EDITS: readonly Edit[] = [
  { rule: 'proofs/other-account', kinds: SPENDING, mutation: otherData },
  { rule: 'proofs/other-account', kinds: ['proof-spend'], mutation: otherLamports },
  { rule: 'proofs/other-account', kinds: ['proof-spend'], mutation: fc.constant(otherOwner) },
  { rule: 'proofs/other-leaf', kinds: SPENDING, mutation: otherLeaf },
  { rule: 'proofs/other-root', kinds: SPENDING, mutation: olderRoot },
  { rule: 'proofs/other-root', kinds: ['proof-address-v1', 'proof-both'], mutation: otherAddressRoot },
  {
    rule: 'proofs/other-tree',
    kinds: ['proof-address-v1', 'proof-address-v2'],
    mutation: fc.constant(OTHER_TREE),
  },
  { rule: 'proofs/other-tree', kinds: SPENDING, mutation: fc.constant(otherStateTree) },
  { rule: 'proofs/other-history', kinds: SPENDING, mutation: otherHistory },
  { rule: 'proofs/other-address', kinds: NAMING, mutation: otherSeed },
  { rule: 'proofs/other-program', kinds: ['proof-address-v2'], mutation: fc.constant(otherOwner) },
  { rule: 'proofs/other-order', kinds: ['proof-pair'], mutation: fc.constant(reorder) },
  { rule: 'proofs/other-count', kinds: PROOF_KINDS, mutation: exchanged((o, own) => !sameCount(o, own)) },
  { rule: 'proofs/another', kinds: PROOF_KINDS, mutation: exchange },
  { rule: 'proofs/left-out', kinds: ['proof-together'], mutation: leftOut },
];

/** What every version can be asked: spending by index is valid everywhere, and its proof is its index. */
const EVERYWHERE_EDITS: readonly Edit[] = [
  {
    rule: 'proofs/missing',
    kinds: ['spend'],
    prepare: withUnits,
    mutation: fc.constant(notByIndex(null)),
  },
  { rule: 'proofs/wrong', kinds: ['spend'], prepare: withUnits, mutation: aProof.map(notByIndex) },
  {
    rule: 'proofs/superfluous',
    kinds: [...DIRECT_KINDS, 'execute', 'execute-spend'],
    prepare: withUnits,
    mutation: withProof,
  },
];

export const PROOF_EDITS: readonly Edit[] = [...PROVEN_EDITS, ...OTHER_EDITS, ...EVERYWHERE_EDITS];
