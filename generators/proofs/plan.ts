// Plans that use a committed proof: its leaves appended in order, then one execution, alone or behind writes by several programs.
import type {
  AccountData,
  AccountMeta,
  InputAccount,
  Invocation,
  InvokeData,
  NewAddress,
  OutputAccount,
  Pattern,
  Plan,
  PlannedTransaction,
} from '../../spec/plan';
import type { Proof, ProvenAddress, ProvenLeaf } from '../../spec/proof';
import { treeNumber, type CallerName, type KeyRole } from '../../spec/world';
import {
  COMPUTE_UNITS,
  EMPTY_DATA,
  invocation,
  transactionOf,
  type FlagName,
  type Setting,
} from '../invocation';

/** What a proof leaves free. */
export type Choices = {
  readonly payer: KeyRole;
  readonly unusedSlot: KeyRole;
  /** Programs in between, outermost first; those that call themselves in the chain are left out. */
  readonly through: readonly CallerName[];
  /** The bytes of the data of the n-th account of the plan. */
  readonly bytes: readonly Pattern[];
  /** How many outputs the execution creates, owned by the executing program. */
  readonly outputs: number;
  /** Writes and execution in one transaction. */
  readonly together: boolean;
  /** Leaves by the same program in a row are appended by one transaction. */
  readonly joined: boolean;
  /** Proofs that writes bring, which nobody verifies. */
  readonly writeProof: string | null;
};

export const PLAIN: Choices = {
  payer: 'payer:1',
  unusedSlot: 'noop',
  through: [],
  bytes: [{ fill: 0, length: 0 }],
  outputs: 1,
  together: false,
  joined: true,
  writeProof: null,
};

const FREE_FLAGS = {
  authoritySigns: true,
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
} as const;

/** Positions among the remaining accounts; an address tree is listed only where an address is opened in it. */
export const REMAINING = { tree: 0, queue: 1, addressTree: 2, addressQueue: 3 } as const;

type Made = { readonly proof: Proof; readonly choices: Choices };

export const treeOf = ({ spends }: Proof): number => (spends === null ? 6 : (treeNumber(spends.tree) ?? 6));

const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });

/** The trees that an address is opened in: one of version 1 has a queue of its own. */
const addressAccounts = ({ addresses }: Proof): readonly KeyRole[] => {
  const [first] = addresses;
  if (first === undefined) return [];
  return first.tree === 'address-tree-v1' ? ['address-tree-v1', 'address-queue-v1'] : [first.tree];
};

const stateAccounts = (proof: Proof): readonly AccountMeta[] =>
  ([`tree:${treeOf(proof)}`, `queue:${treeOf(proof)}`] as const).map(writable);

const settingOf = ({ proof, choices }: Made, caller: CallerName): Setting => ({
  caller,
  payer: choices.payer,
  tree: treeOf(proof),
  through: choices.together ? [] : choices.through.filter((name) => name !== caller),
  treeFirst: true,
  unusedSlot: choices.unusedSlot,
  free: FREE_FLAGS,
});

/** An invocation with the accounts of the setting, then the proof's own. */
const called = (
  made: Made,
  caller: CallerName,
  parts: { readonly flags: FlagName; readonly data: Partial<InvokeData> },
): Invocation => {
  const base = invocation({ setting: settingOf(made, caller), ...parts });
  return { ...base, accounts: [...base.accounts.slice(0, -1), ...stateAccounts(made.proof)] };
};

/** A call that opens addresses lists their tree as well; one that does not would pay its fees there all the same. */
const withTreesOf = (call: Invocation, proof: Proof | undefined): Invocation =>
  proof === undefined
    ? call
    : { ...call, accounts: [...call.accounts, ...addressAccounts(proof).map(writable)] };

const patternOf = ({ choices: { bytes } }: Made, n: number): Pattern =>
  bytes[n % Math.max(1, bytes.length)] ?? { fill: 0, length: 0 };

const dataOf = (made: Made, leaf: ProvenLeaf, n: number): AccountData | null =>
  leaf.data === null ? null : { ...leaf.data, bytes: patternOf(made, n) };

const outputOf = (made: Made, leaf: ProvenLeaf, n: number): OutputAccount => ({
  owner: leaf.owner,
  lamports: leaf.lamports,
  address: leaf.address,
  data: dataOf(made, leaf, n),
  treeIndex: REMAINING.tree,
});

const inputOf = (made: Made, index: number): InputAccount => {
  const leaves = made.proof.spends?.leaves ?? [];
  const leaf = leaves[index];
  if (leaf === undefined)
    throw new Error(`The proof ${made.proof.name} proves a leaf that it does not have.`);
  return {
    ...outputOf(made, leaf, index),
    queueIndex: REMAINING.queue,
    leafOffset: index,
    proveByIndex: false,
    rootIndex: leaves.length,
  };
};

export const newAddressOf = ({ tree, seed, rootIndex }: ProvenAddress): NewAddress =>
  tree === 'address-tree-v1'
    ? { seed, treeIndex: REMAINING.addressTree, queueIndex: REMAINING.addressQueue, rootIndex }
    : { seed, treeIndex: REMAINING.addressTree, queueIndex: REMAINING.addressTree, rootIndex };

/** Whoever owns a leaf with data has created it; what has none was created by somebody else. */
const creatorOf = ({ owner, data }: ProvenLeaf): CallerName => {
  const name = owner.slice('program:'.length) as CallerName;
  return data !== null ? name : name === 'B' ? 'A' : 'B';
};

/** Verifying takes more than the default of a transaction. */
const verifying = (payer: KeyRole, ...instructions: readonly Invocation[]): PlannedTransaction => ({
  ...transactionOf(payer, ...instructions),
  computeUnitLimit: COMPUTE_UNITS,
});

type Group = { readonly by: CallerName; readonly outputs: readonly OutputAccount[] };

/** What a leaf needs besides the call that creates it: SOL of its own, or the proof of its address. */
export type Helpers = { readonly proofOfAddress: (address: string) => Proof | undefined };

const creation = (made: Made, { by, outputs }: Group, helpers: Helpers): PlannedTransaction => {
  const lamports = outputs.reduce((sum, output) => sum + output.lamports, 0n);
  const addresses = outputs.flatMap(({ address }) => (address === null ? [] : [address]));
  const proof = addresses[0] === undefined ? undefined : helpers.proofOfAddress(addresses[0]);
  const call = withTreesOf(
    called(made, by, {
      flags: 'none',
      data: {
        outputs,
        ...(lamports === 0n ? {} : { compressOrDecompressLamports: lamports, isCompress: true }),
        ...(proof === undefined
          ? {}
          : { proof: proof.bytes, newAddresses: proof.addresses.map(newAddressOf) }),
      },
    }),
    proof,
  );
  const accounts = call.accounts.map((meta, slot) =>
    lamports > 0n && slot === 7 ? writable('sol-pool') : meta,
  );
  return verifying(made.choices.payer, { ...call, accounts });
};

const groupsOf = (made: Made): readonly Group[] =>
  (made.proof.spends?.leaves ?? []).reduce<readonly Group[]>((groups, leaf, n) => {
    const [by, output] = [creatorOf(leaf), outputOf(made, leaf, n)];
    const last = groups.at(-1);
    if (!made.choices.joined || last?.by !== by || last.outputs.length >= 3)
      return [...groups, { by, outputs: [output] }];
    return [...groups.slice(0, -1), { by, outputs: [...last.outputs, output] }];
  }, []);

const created = (made: Made): readonly OutputAccount[] => {
  const { proof, choices } = made;
  const lamports = (proof.spends?.indices ?? []).reduce(
    (sum, index) => sum + (proof.spends?.leaves[index]?.lamports ?? 0n),
    0n,
  );
  const count = lamports > 0n ? Math.max(1, choices.outputs) : choices.outputs;
  return Array.from({ length: count }, (_, n) => ({
    owner: `program:${proof.use.executor}`,
    lamports: n === 0 ? lamports : 0n,
    address: null,
    data: {
      discriminator: `00000000000001${(n + 16).toString(16)}`,
      dataHash: '0'.repeat(64),
      bytes: patternOf(made, n),
    },
    treeIndex: REMAINING.tree,
  }));
};

/** The writes of a proof's inputs, and the execution that brings the rest, the new addresses and the proof. */
export const stepsOf = (made: Made): readonly Invocation[] => {
  const { proof, choices } = made;
  const { use, spends, addresses } = proof;
  const indices = spends?.indices ?? [];
  let next = use.own;
  const writes = use.writes.map(({ by, count }, n) => {
    const inputs = indices.slice(next, (next += count)).map((index) => inputOf(made, index));
    const flags = n === 0 ? 'first-set' : 'set';
    return called(made, by, { flags, data: { inputs, proof: choices.writeProof } });
  });
  const execution = called(made, use.executor, {
    flags: writes.length === 0 ? 'none' : 'execute',
    data: {
      ...EMPTY_DATA,
      cpiContext: writes.length === 0 ? null : { firstSet: false, set: false, index: 0 },
      proof: proof.bytes,
      inputs: indices.slice(0, use.own).map((index) => inputOf(made, index)),
      newAddresses: addresses.map(newAddressOf),
      outputs: created(made),
    },
  });
  return [...writes, withTreesOf(execution, proof)];
};

/** The plan that proves what the proof proves; its last instruction is the execution. */
export const planOf = (made: Made, helpers: Helpers): Plan => {
  const { payer, together } = made.choices;
  const steps = stepsOf(made);
  return {
    accounts: [],
    transactions: [
      ...groupsOf(made).map((group) => creation(made, group, helpers)),
      ...(together ? [verifying(payer, ...steps)] : steps.map((step) => verifying(payer, step))),
    ],
  };
};
